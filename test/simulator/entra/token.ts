import { createHash } from 'node:crypto';
import type { Account } from '../cloud/people.ts';
import { type Answer, json } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import type { DeviceCodes } from './device-code.ts';
import { type EntraError, entraErrors, errorAnswer, refreshRefusals } from './error.ts';
import type { Grant, Grants } from './grants.ts';
import { clientInfo, idToken } from './id-token.ts';
import { asSentBack } from './redirect-uri.ts';
import { hasScope, parseScopes, scopeText, withoutSignIn } from './scopes.ts';

export interface TokenSurroundings {
  readonly grants: Grants;
  readonly devices: DeviceCodes;
  readonly life: () => { accessTokenSeconds: number; refreshTokenSeconds: number };
}

type Redeemed = Grant | EntraError;

function isRefusal(redeemed: object): redeemed is EntraError {
  return 'error' in redeemed;
}

/** `POST …/token` for an app that is known. */
export function answerToken(
  request: Request,
  accounts: readonly Account[],
  surroundings: TokenSurroundings,
): Answer {
  const form = formOf(request);
  const redeemed = redeem(form, surroundings);
  if (isRefusal(redeemed)) return errorAnswer(redeemed);
  if (!accounts.some(({ username }) => username === redeemed.account.username)) {
    return errorAnswer(refreshRefusals.bad_token);
  }
  return {
    ...tokens(redeemed, form, request.origin, surroundings),
    account: redeemed.account.username,
  };
}

function redeem(form: URLSearchParams, surroundings: TokenSurroundings): Redeemed {
  const type = form.get('grant_type');
  switch (type) {
    case 'authorization_code':
      return redeemCode(form, surroundings.grants);
    case 'refresh_token':
      return redeemRefreshToken(form, surroundings.grants);
    case 'device_code':
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return redeemDeviceCode(form, surroundings);
    case null:
      return entraErrors.missing('grant_type');
    default:
      return entraErrors.grantType(type);
  }
}

function redeemCode(form: URLSearchParams, grants: Grants): Redeemed {
  const code = grants.codes.get(form.get('code') ?? '');
  if (!code || code.clientId !== form.get('client_id')) return entraErrors.codeUnknown();
  if (code.redeemed) return entraErrors.codeRedeemed();
  if (Date.now() >= code.expiresAt) return entraErrors.codeExpired();
  const redirectUri = form.get('redirect_uri') ?? '';
  if (!URL.canParse(redirectUri) || asSentBack(redirectUri) !== code.redirectUri) {
    return entraErrors.redirectDiffers();
  }
  const verifier = form.get('code_verifier');
  if (code.challenge !== null) {
    const proof = createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url');
    if (verifier === null || proof !== code.challenge) return entraErrors.verifier();
  }
  code.redeemed = true;
  return { ...code, scopes: narrowed(form, code.scopes) };
}

/** The old token is not revoked by its use (sheet 6.5). */
function redeemRefreshToken(form: URLSearchParams, grants: Grants): Redeemed {
  const token = grants.refreshTokens.get(form.get('refresh_token') ?? '');
  const clientId = form.get('client_id') ?? '';
  if (!token || token.clientId !== clientId) return refreshRefusals.bad_token;
  if (token.refused) return refreshRefusals[token.refused];
  if (Date.now() >= token.expiresAt) return refreshRefusals.expired;
  const scopes = narrowed(form, token.scopes);
  const isConsented = (scope: string) => scope === '.default' || grants.hasConsent(token, scope);
  if (!withoutSignIn(scopes).every(isConsented)) return entraErrors.consentRequired(clientId);
  const asked = scopes.includes('.default') ? token.scopes : scopes;
  return { ...token, scopes: asked, nonce: null };
}

function redeemDeviceCode(form: URLSearchParams, { devices, grants }: TokenSurroundings): Redeemed {
  const clientId = form.get('client_id') ?? '';
  const outcome = devices.redeem(form.get('device_code') ?? '', clientId);
  if (isRefusal(outcome)) return outcome;
  const { account, pending } = outcome;
  const grant = { account, clientId, scopes: pending.scopes, nonce: null };
  grants.consent(grant);
  return grant;
}

function narrowed(form: URLSearchParams, granted: readonly string[]): readonly string[] {
  const asked = parseScopes(form.get('scope'));
  return asked.length === 0 ? granted : asked;
}

function tokens(
  grant: Grant,
  form: URLSearchParams,
  origin: string,
  { grants, life }: TokenSurroundings,
): Answer {
  const { accessTokenSeconds, refreshTokenSeconds } = life();
  const understandsClaims = /"cp1"/i.test(form.get('claims') ?? '');
  const { scopes, account } = grant;
  const fields = {
    token_type: 'Bearer',
    scope: scopeText(scopes),
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: grants.issueAccessToken(grant, accessTokenSeconds, understandsClaims),
    ...(hasScope(scopes, 'offline_access')
      ? { refresh_token: grants.issueRefreshToken(grant, refreshTokenSeconds) }
      : {}),
    ...(hasScope(scopes, 'openid') ? { id_token: idToken(grant, origin, accessTokenSeconds) } : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(account) } : {}),
  };
  return json(200, fields, { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' });
}

import { createHash } from 'node:crypto';
import type { Account } from '../cloud/people.ts';
import { type Answer, json } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import { type Claims, declaresCapability, demandedClaims, parseClaims } from './claims.ts';
import type { DeviceCodes } from './device-code.ts';
import { type EntraError, entraErrors, errorAnswer, refreshRefusals } from './error.ts';
import type { Grant, RefreshToken } from './grants.ts';
import { clientInfo, idToken } from './id-token.ts';
import type { Parts } from './parts.ts';
import { asSentBack } from './redirect-uri.ts';
import { hasScope, parseScopes, scopeText, shortName, withoutSignIn } from './scopes.ts';

type Redeemed = Grant | EntraError;

export interface TokenSurroundings {
  readonly clientId: string;
  /** Who may sign in under the `/{tenant}/` that was asked. */
  readonly accounts: readonly Account[];
  readonly parts: Parts;
  readonly devices: DeviceCodes;
}

interface Asked extends TokenSurroundings {
  readonly form: URLSearchParams;
  readonly claims: Claims | null;
}

function isRefusal(redeemed: object): redeemed is EntraError {
  return 'error' in redeemed;
}

/** `POST …/token` for an app that is known. */
export function answerToken(request: Request, surroundings: TokenSurroundings): Answer {
  const { accounts, clientId, parts } = surroundings;
  const form = formOf(request);
  const claims = parseClaims(form.get('claims'));
  if (claims === 'malformed') return errorAnswer(entraErrors.claimsMalformed());
  if (claims) parts.askedClaims.push({ endpoint: 'token', clientId, claims });
  const asked = { ...surroundings, form, claims };
  const redeemed = redeem(asked);
  if (isRefusal(redeemed)) return errorAnswer(redeemed);
  if (!accounts.some(({ username }) => username === redeemed.account.username)) {
    return errorAnswer(refreshRefusals.bad_token);
  }
  return { ...tokens(redeemed, asked, request.origin), account: redeemed.account.username };
}

function redeem(asked: Asked): Redeemed {
  const type = asked.form.get('grant_type');
  switch (type) {
    case 'authorization_code':
      return redeemCode(asked);
    case 'refresh_token':
      return redeemRefreshToken(asked);
    case 'device_code':
    case 'urn:ietf:params:oauth:grant-type:device_code':
      return redeemDeviceCode(asked);
    case null:
      return entraErrors.missing('grant_type');
    default:
      return entraErrors.grantType(type);
  }
}

function redeemCode({ form, clientId, parts }: Asked): Redeemed {
  const code = parts.grants.codes.get(form.get('code') ?? '');
  if (!code || code.clientId !== clientId) return entraErrors.codeUnknown();
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
function redeemRefreshToken(asked: Asked): Redeemed {
  const { form, clientId, parts } = asked;
  const token = parts.grants.refreshTokens.get(form.get('refresh_token') ?? '');
  if (!token || token.clientId !== clientId) return refreshRefusals.bad_token;
  if (token.refused) return refreshRefusals[token.refused];
  if (Date.now() >= token.expiresAt) return refreshRefusals.expired;
  const wanted = stillWanted(token, asked);
  if (wanted) return { ...refreshRefusals.interaction_required, claims: JSON.stringify(wanted) };
  const scopes = narrowed(form, token.scopes);
  const isDefault = (scope: string) => shortName(scope) === '.default';
  const isConsented = (scope: string) =>
    isDefault(scope) || parts.consents.covers(clientId, token.account, scope);
  if (!withoutSignIn(scopes).every(isConsented)) return entraErrors.consentRequired(clientId);
  const granted = scopes.some(isDefault) ? token.scopes : scopes;
  return { ...token, scopes: granted, nonce: null, understandsClaims: false };
}

/** Claims that only a sign-in gives: demanded before, or by the challenge that is passed on now (sheet 6.6). */
function stillWanted({ account }: RefreshToken, { claims, parts }: Asked): Claims | null {
  const { demands, knobs } = parts;
  const { username } = account;
  const challenged = knobs.challengeNeedsSignIn ? demandedClaims(claims) : null;
  if (challenged && !demands.wasMet(username, challenged)) demands.make(username, challenged);
  return demands.of(username);
}

function redeemDeviceCode({ form, clientId, claims, parts, devices }: Asked): Redeemed {
  const outcome = devices.redeem(form.get('device_code') ?? '', clientId);
  if (isRefusal(outcome)) return outcome;
  const { account, scopes } = outcome;
  parts.consents.give(clientId, account, scopes);
  parts.demands.meet(account.username, claims);
  return { account, clientId, scopes, nonce: null, understandsClaims: false };
}

function narrowed(form: URLSearchParams, granted: readonly string[]): readonly string[] {
  const asked = parseScopes(form.get('scope'));
  return asked.length === 0 ? granted : asked;
}

function tokens(redeemed: Grant, { form, claims, parts }: Asked, origin: string): Answer {
  const { accessTokenSeconds, refreshTokenSeconds } = parts.knobs;
  const { grants } = parts;
  const understandsClaims = redeemed.understandsClaims || declaresCapability(claims);
  const grant = { ...redeemed, understandsClaims };
  const { scopes, account } = grant;
  const fields = {
    token_type: 'Bearer',
    scope: scopeText(scopes),
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: grants.issueAccessToken(grant, accessTokenSeconds),
    ...(hasScope(scopes, 'offline_access')
      ? { refresh_token: grants.issueRefreshToken(grant, refreshTokenSeconds) }
      : {}),
    ...(hasScope(scopes, 'openid') ? { id_token: idToken(grant, origin, accessTokenSeconds) } : {}),
    ...(form.get('client_info') === '1' ? { client_info: clientInfo(account) } : {}),
  };
  return json(200, fields, { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' });
}

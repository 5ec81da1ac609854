import type { Account } from '../cloud/people.ts';
import type { Entra } from '../entra/entra.ts';
import type { AccessToken } from '../entra/grants.ts';
import type { Request } from '../http/request.ts';
import { GraphError } from './error.ts';

/** Who asks, and what they may. */
export interface Caller {
  readonly account: Account;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

const authority = 'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';

function unauthenticated(message: string, challenge = ''): GraphError {
  const header = `Bearer realm="", ${authority}${challenge}`;
  const headers = { 'www-authenticate': header };
  return new GraphError(401, 'InvalidAuthenticationToken', message, headers);
}

export function authenticate(request: Request, entra: Entra): Caller {
  const [, secret] = /^Bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (secret === undefined) throw unauthenticated('Access token is empty.');
  const token = entra.readAccessToken(secret);
  if (!token) throw unauthenticated('Access token validation failure. Invalid audience.');
  if (token.revoked) throw revoked(token);
  if (Date.now() >= token.expiresAt) {
    throw unauthenticated('Lifetime validation failed, the token is expired.');
  }
  return token;
}

/** A client that declared cp1 is told which claims its next token needs (sheet 6.6). */
function revoked({ understandsClaims }: AccessToken): GraphError {
  if (!understandsClaims) return unauthenticated('Access token validation failure.');
  const value = String(Math.floor(Date.now() / 1_000));
  const wanted = { access_token: { nbf: { essential: true, value } } };
  const claims = Buffer.from(JSON.stringify(wanted)).toString('base64');
  const challenge = `, error="insufficient_claims", claims="${claims}"`;
  return unauthenticated('Continuous access evaluation resulted in challenge.', challenge);
}

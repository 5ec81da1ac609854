import type { Account } from '../cloud/people.ts';
import type { Entra } from '../entra/entra.ts';
import type { AccessToken } from '../entra/grants.ts';
import type { Headers } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import type { Knobs } from '../knobs.ts';
import { GraphError } from './error.ts';

/** Who asks, and what they may. */
export interface Caller {
  readonly account: Account;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Of the access token. */
  readonly expiresAt: number;
}

const realm = 'realm=""';
const authority = 'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';
const plain = `Bearer ${realm}, ${authority}`;

function unauthenticated(message: string, challenge: Headers[string] = plain): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate': challenge,
  });
}

export function authenticate(request: Request, entra: Entra, knobs: Knobs): Caller {
  const [, secret] = /^Bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (secret === undefined) throw unauthenticated('Access token is empty.');
  const token = entra.readAccessToken(secret);
  if (!token) throw unauthenticated('Access token validation failure. Invalid audience.');
  if (token.revoked) throw revoked(token, knobs);
  if (Date.now() >= token.expiresAt) {
    throw unauthenticated('Lifetime validation failed, the token is expired.');
  }
  return token;
}

/** A client that declared cp1 is told which claims its next token needs (sheet 6.6). */
function revoked({ understandsClaims }: AccessToken, { challengeForm }: Knobs): GraphError {
  if (!understandsClaims) return unauthenticated('Access token validation failure.');
  const value = String(Math.floor(Date.now() / 1_000));
  const wanted = { access_token: { nbf: { essential: true, value } } };
  const claims = Buffer.from(JSON.stringify(wanted)).toString('base64');
  const challenge = challengeIn(challengeForm, claims);
  return unauthenticated('Continuous access evaluation resulted in challenge.', challenge);
}

/** Fields come in any order, and other challenges may come with it (sheet 6.6). */
function challengeIn(form: Knobs['challengeForm'], claims: string): Headers[string] {
  const [error, wanted] = ['error="insufficient_claims"', `claims="${claims}"`];
  const usual = `${plain}, ${error}, ${wanted}`;
  const other = `PoP ${realm}, ${authority}`;
  switch (form) {
    case 'joined':
      return `${other}, ${usual}`;
    case 'several':
      return [other, usual];
    case 'reordered':
      return `Bearer ${wanted}, ${error}, ${authority}, ${realm}`;
    case 'one':
    default:
      return usual;
  }
}

import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Account } from '../cloud/people.ts';
import type { Grant } from './grants.ts';

const signingKey = randomBytes(32);

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Public clients do not verify the signature: it came over their own connection. */
export function idToken(grant: Grant, origin: string, lifeSeconds: number): string {
  const { account, clientId, nonce } = grant;
  const now = Math.floor(Date.now() / 1_000);
  const subject = createHash('sha256').update(`${clientId} ${account.objectId}`);
  const claims = {
    aud: clientId,
    iss: `${origin}/${account.tenantId}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + Math.ceil(lifeSeconds),
    name: account.name,
    ...(nonce === null ? {} : { nonce }),
    oid: account.objectId,
    preferred_username: account.username,
    sub: subject.digest('base64url'),
    tid: account.tenantId,
    ver: '2.0',
  };
  const signed = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', signingKey).update(signed).digest('base64url')}`;
}

export function clientInfo({ objectId, tenantId }: Account): string {
  return encode({ uid: objectId, utid: tenantId });
}

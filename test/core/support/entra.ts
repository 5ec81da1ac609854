import { clouds } from '../../../src/core/clouds.ts';
import { CacheSlot } from '../../../src/core/sign-in/cache-slot.ts';
import { createClient, msalNetwork } from '../../../src/core/sign-in/msal-client.ts';
import { serverClockOn, timerClock } from './doubles.ts';
import { FetchNet, json } from './fetched.ts';

export const clientId = '12345678-1234-1234-1234-123456789abc';

export interface Granted {
  readonly token: string;
  readonly scope?: string;
  readonly lifeSeconds?: number;
  /** Whose it is, as `uid.utid`. */
  readonly home?: string;
}

/** A token as the token endpoint gives it. */
export function granted(parts: Granted): Response {
  const { token, scope = 'User.Read Files.Read', lifeSeconds = 3600, home = 'uid.tid' } = parts;
  const [uid = '', utid = ''] = home.split('.');
  const claims = {
    aud: clientId,
    iss: `https://login.microsoftonline.com/${utid}/v2.0`,
    oid: uid,
    tid: utid,
    sub: uid,
    preferred_username: `${uid}@contoso.com`,
    name: 'Me',
    ver: '2.0',
  };
  return json({
    token_type: 'Bearer',
    scope,
    expires_in: lifeSeconds,
    ext_expires_in: lifeSeconds,
    access_token: token,
    refresh_token: `refresh-${token}`,
    id_token: `${encoded({ alg: 'none' })}.${encoded(claims)}.x`,
    client_info: encoded({ uid, utid }),
  });
}

/** A refusal as the token endpoint gives it. */
export function refused(error: string, more: object = {}): Response {
  return json({ error, error_description: '', error_codes: [], ...more }, { status: 400 });
}

/** What MSAL itself keeps of a sign-in, at the time that it is. */
export async function signedInCache(parts: Partial<Granted> = {}): Promise<string> {
  const slot = new CacheSlot(null);
  const net = new FetchNet(() => granted({ token: 'first', ...parts }));
  const client = createClient({
    hosts: clouds.global,
    clientId,
    slot,
    network: msalNetwork(net, serverClockOn(timerClock)),
  });
  const scopes = (parts.scope ?? 'User.Read Files.Read').split(' ');
  await client.acquireTokenByCode({ code: 'code', scopes, redirectUri: 'http://localhost' });
  return slot.text ?? '';
}

/** What forms said, one after the other. */
export function formsOf(net: FetchNet): readonly URLSearchParams[] {
  return net.asked.map((asked) => new URLSearchParams(asked.body));
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

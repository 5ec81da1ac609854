import { PublicClientApplication } from '@azure/msal-node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { approveAsAdministrator, enterDeviceCode } from './browser.ts';
import type { Fetch } from './http/fetch.ts';
import { inMemoryFetch } from './in-memory.ts';
import { Microsoft } from './microsoft.ts';
import { microsoft as login, msalNetwork, scopes } from './support/msal.ts';
import { PlainClient, redirectUri } from './support/plain-client.ts';

const dayMs = 86_400_000;
const graph = 'https://graph.microsoft.com';

let cloud: Microsoft;
let ask: Fetch;
let client: PlainClient;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-03T09:00:00Z') });
  cloud = new Microsoft();
  ask = inMemoryFetch(cloud);
  client = new PlainClient({ origin: login, clientId: cloud.clientId, ask });
});

afterEach(() => {
  vi.useRealTimers();
});

async function me(token: string, init: RequestInit = {}): Promise<Response> {
  return await ask(`${graph}/v1.0/me`, { headers: { authorization: `Bearer ${token}` }, ...init });
}

test('a refresh token lives 90 days, and its successor as long again', async () => {
  const first = await client.signIn();
  vi.setSystemTime(Date.now() + 89 * dayMs);
  expect((await me(first.access_token)).status).toBe(401);
  const second = await client.refresh(first.refresh_token);
  expect((await me(second.body.access_token)).status).toBe(200);
  vi.setSystemTime(Date.now() + 89 * dayMs);
  expect((await client.refresh(first.refresh_token)).body['error']).toBe('invalid_grant');
  expect((await client.refresh(second.body.refresh_token)).status).toBe(200);
});

test('MSAL, too, goes through 91 days', async () => {
  const auth = { clientId: cloud.clientId, authority: `${login}/common` };
  const app = new PublicClientApplication({ auth, system: { networkClient: msalNetwork(ask) } });
  const loginHint = cloud.accounts.work.username;
  const url = await app.getAuthCodeUrl({ scopes, redirectUri, loginHint });
  cloud.knobs.requirePkce = false;
  const { headers } = await ask(url, { redirect: 'manual' });
  const code = new URL(headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { account } = await app.acquireTokenByCode({ scopes, redirectUri, code });
  if (!account) throw new Error('No account');
  vi.setSystemTime(Date.now() + 30 * dayMs);
  const renewed = await app.acquireTokenSilent({ scopes, account });
  expect((await me(renewed.accessToken)).status).toBe(200);
  vi.setSystemTime(Date.now() + 91 * dayMs);
  const late = app.acquireTokenSilent({ scopes, account });
  await expect(late).rejects.toMatchObject({ errorCode: 'invalid_grant' });
});

test('links name the host that was asked, and the clock’s time', async () => {
  const token = cloud.entra.accessToken('megan.bowen@contoso.com');
  const path = `/v1.0/drives/${cloud.drives.finance.id}/root/delta?$top=5`;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await ask(`https://graph.microsoft.us${path}`, { headers });
  const body = (await answer.json()) as Record<string, unknown>;
  expect(body['@odata.nextLink']).toContain('https://graph.microsoft.us/v1.0/');
  expect(answer.headers.get('date')).toBe('Tue, 03 Nov 2026 09:00:00 GMT');
  cloud.knobs.dateSkewMs = 60_000;
  const skewed = await me(token);
  expect(skewed.headers.get('date')).toBe('Tue, 03 Nov 2026 09:01:00 GMT');
});

test('faults, the log and delays are those of the simulator', async () => {
  const token = cloud.entra.accessToken('megan.bowen@contoso.com');
  cloud.faults.next('GET /v1.0/me', { status: 503, headers: { 'retry-after': '7' } });
  const refused = await me(token);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '7']);
  cloud.faults.next('GET /v1.0/me', { reset: true });
  await expect(me(token)).rejects.toThrow(TypeError);
  cloud.faults.next('GET /v1.0/me', { delayMs: 60_000 });
  const late = me(token);
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await late).status).toBe(200);
  const statuses = cloud.requests.all('GET /v1.0/me').map(({ status }) => status);
  expect(statuses).toEqual([503, 0, 200]);
});

test('what hangs ends by its signal only', async () => {
  const token = cloud.entra.accessToken('megan.bowen@contoso.com');
  for (const stall of ['headers', 'body'] as const) {
    cloud.faults.next('GET /v1.0/me', { stall });
    const end = new AbortController();
    const text = me(token, { signal: end.signal }).then((answer) => answer.text());
    await vi.advanceTimersByTimeAsync(1_000);
    end.abort(new Error('enough'));
    await expect(text).rejects.toThrow('enough');
  }
});

test('redirects are followed, or not, as fetch does', async () => {
  const { itemId } = cloud.drives.onedrive.edit('/Reading list.docx', { size: 300 });
  const url = `${graph}/v1.0/me/drive/items/${itemId}/content`;
  const authorization = `Bearer ${cloud.entra.accessToken('megan.bowen@contoso.com')}`;
  const headers = { authorization };
  expect(await (await ask(url, { headers })).arrayBuffer()).toHaveProperty('byteLength', 300);
  await expect(ask(url, { headers, redirect: 'error' })).rejects.toThrow(TypeError);
  expect((await ask(url, { headers, redirect: 'manual' })).status).toBe(302);
});

test('the browser’s helpers take it, too', async () => {
  const started = await client.post('devicecode', { scope: 'Files.Read' });
  const { verification_uri: page, user_code: code, device_code: device } = started.body;
  await enterDeviceCode(String(page), String(code), 'adele.vance@contoso.com', ask);
  const polled = await client.post('token', {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: String(device),
  });
  expect(await (await me(polled.body.access_token)).json()).toMatchObject({ givenName: 'Adele' });
  const redirect = 'https://login.microsoftonline.com/common/oauth2/nativeclient';
  const link = new URL(`${login}/organizations/v2.0/adminconsent`);
  link.search = String(
    new URLSearchParams({
      client_id: cloud.clientId,
      scope: 'Files.Read.All',
      redirect_uri: redirect,
    }),
  );
  const sentTo = await approveAsAdministrator(link.href, ask);
  expect(sentTo.searchParams.get('tenant')).toBe(cloud.accounts.work.tenantId);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { approveAsAdministrator, declineAsAdministrator } from './browser.ts';
import { Simulator } from './simulator.ts';
import { PlainClient, redirectUri } from './support/plain-client.ts';

const wide = 'https://graph.microsoft.com/Files.Read.All';
const scope = `openid offline_access ${wide}`;

let simulator: Simulator;
let client: PlainClient;

beforeEach(async () => {
  simulator = await Simulator.start({ knobs: { adminConsent: false } });
  client = new PlainClient(simulator);
});

afterEach(async () => {
  await simulator.stop();
});

function link(changes: Record<string, string> = {}, tenant = 'organizations'): string {
  const url = new URL(`${simulator.origin}/${tenant}/v2.0/adminconsent`);
  const usual = { client_id: simulator.clientId, scope: wide, redirect_uri: redirectUri };
  url.search = String(new URLSearchParams({ ...usual, ...changes }));
  return url.href;
}

test('approval is for everybody of the tenant, at sign-in and silently', async () => {
  const narrow = await client.signIn();
  const before = await client.refresh(narrow.refresh_token, { scope: wide });
  expect(before.body['suberror']).toBe('consent_required');
  expect((await client.visit({ scope })).location).toBeNull();
  const sentTo = await approveAsAdministrator(link({ state: 'the state' }));
  expect(Object.fromEntries(sentTo.searchParams)).toEqual({
    admin_consent: 'True',
    tenant: simulator.accounts.work.tenantId,
    scope: wide,
    state: 'the state',
  });
  expect((await client.refresh(narrow.refresh_token, { scope: wide })).status).toBe(200);
  const login_hint = simulator.accounts.colleague.username;
  expect(await client.signIn({ scope, login_hint })).toHaveProperty('access_token');
});

test('approval is for that app and those scopes only', async () => {
  await approveAsAdministrator(link());
  const more = { scope: `${scope} Sites.Read.All` };
  expect((await client.visit(more)).location).toBeNull();
  simulator.entra.register({ clientId: 'other' });
  const other = new PlainClient({ origin: simulator.origin, clientId: 'other' });
  expect((await other.visit({ scope })).location).toBeNull();
});

test('.default approves all', async () => {
  await approveAsAdministrator(link({ scope: 'https://graph.microsoft.com/.default' }));
  expect(await client.signIn({ scope: `${scope} Sites.Read.All` })).toHaveProperty('access_token');
});

test('a decline is told, and changes nothing', async () => {
  const sentTo = await declineAsAdministrator(link());
  expect(sentTo.searchParams.get('error')).toBe('consent_required');
  expect(sentTo.searchParams.get('error_description')).toContain('AADSTS65004');
  expect(sentTo.searchParams.get('admin_consent')).toBe('True');
  expect((await client.visit({ scope })).location).toBeNull();
});

test.each([
  ['another app', { client_id: 'someone' }, 'organizations', 'AADSTS700016'],
  ['a foreign redirect', { redirect_uri: 'https://example.net/' }, 'organizations', 'AADSTS50011'],
  ['no scope', { scope: '' }, 'organizations', 'AADSTS900144'],
  ['personal accounts', {}, 'consumers', 'cannot provide admin consent'],
  ['an unknown tenant', {}, 'nowhere.example', 'AADSTS90002'],
])('is not for %s', async (_what, changes, tenant, text) => {
  await expect(approveAsAdministrator(link(changes, tenant))).rejects.toThrow(text);
});

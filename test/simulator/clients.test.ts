import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseAccount } from './browser.ts';
import { Simulator } from './simulator.ts';
import { MsalClient } from './support/msal.ts';
import { PlainClient } from './support/plain-client.ts';

const megan = 'megan.bowen@contoso.com';
const robin = 'robin.sommer@outlook.com';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await Simulator.start({
    clients: [
      { clientId: 'single', audience: 'single-tenant' },
      { clientId: 'work', audience: 'organizations' },
      { clientId: 'home', audience: 'consumers' },
      { clientId: 'web', publicClient: false },
    ],
  });
});

afterEach(async () => {
  await simulator.stop();
});

function plain(clientId: string, tenant = 'common'): PlainClient {
  return new PlainClient({ origin: simulator.origin, clientId, tenant });
}

describe('an audience', () => {
  test.each([
    ['single', 'common', 'AADSTS50194'],
    ['single', 'organizations', 'AADSTS50194'],
    ['single', 'consumers', 'unauthorized_client: The client does not exist or is not enabled'],
    ['work', 'consumers', 'unauthorized_client: The client does not exist or is not enabled'],
    ['home', 'organizations', 'AADSTS9002346'],
    ['home', 'contoso.com', 'AADSTS9002346'],
  ])('of %s shows a page under %s', async (clientId, tenant, text) => {
    const { status, location, page } = await plain(clientId, tenant).visit();
    expect([status, location]).toEqual([400, null]);
    expect(page).toContain(text);
  });

  test('of home tells the app under common', async () => {
    const { query } = await plain('home').visit();
    expect(query?.get('error')).toBe('invalid_request');
    expect(query?.get('error_description')).toContain("'userAudience' configuration");
  });

  test.each([
    ['single', 'common', 400, 'invalid_request'],
    ['single', 'consumers', 401, 'invalid_client'],
    ['work', 'consumers', 401, 'invalid_client'],
    ['home', 'common', 400, 'invalid_request'],
    ['home', 'organizations', 400, 'invalid_request'],
  ])('of %s is refused behind %s: %i %s', async (clientId, tenant, status, error) => {
    const client = plain(clientId, tenant);
    const refused = [
      await client.post('devicecode', { scope: 'Files.Read' }),
      await client.post('token', { grant_type: 'refresh_token', refresh_token: 'x' }),
    ];
    for (const answer of refused) {
      expect([answer.status, answer.body['error']]).toEqual([status, error]);
    }
  });

  test('lets in whom it is for', async () => {
    const login_hint = robin;
    expect(await plain('single', 'contoso.com').signIn()).toHaveProperty('access_token');
    expect(await plain('work').signIn()).toHaveProperty('access_token');
    expect(await plain('home', 'consumers').signIn({ login_hint })).toHaveProperty('access_token');
  });

  test('of work sends a personal account back to the picker, hinted at or not', async () => {
    const client = plain('work');
    const { page } = await client.visit({ login_hint: robin });
    const again = await client.press(page, { account: robin });
    expect(again.page).toContain('You can&#39;t sign in here with a personal account.');
    expect((await client.press(again.page, { account: megan })).location).toContain('?code=');
    const asked = chooseAccount(client.authorizeUrl({ login_hint: null }), robin);
    await expect(asked).rejects.toThrow('with a personal account');
  });
});

describe('an app that is not public', () => {
  test('gets a code and a device code, and no token for either', async () => {
    const client = plain('web');
    const started = await client.post('devicecode', { scope: 'Files.Read' });
    const polled = await client.post('token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: String(started.body['device_code']),
    });
    for (const { status, body } of [polled, await client.redeem({ code: await client.code() })]) {
      expect([status, body['error'], body['error_codes']]).toEqual([
        401,
        'invalid_client',
        [7_000_218],
      ]);
    }
    const signIn = new MsalClient(simulator, { clientId: 'web' }).signIn(megan);
    await expect(signIn).rejects.toMatchObject({ errorCode: 'invalid_client' });
  });

  test('may become public, as any registration may change', async () => {
    simulator.entra.register({ clientId: 'WEB' });
    expect(await plain('web').signIn()).toHaveProperty('access_token');
    simulator.entra.register({ clientId: simulator.clientId, audience: 'single-tenant' });
    expect((await plain(simulator.clientId).visit()).page).toContain('AADSTS50194');
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { cancelSignIn, enterDeviceCode } from './browser.ts';
import { Simulator } from './simulator.ts';
import { MsalClient, scopes } from './support/msal.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 0.05 } });
});

afterEach(async () => {
  await simulator.stop();
});

test.each(['work', 'personal', 'colleague'] as const)(
  'signs a %s account in and refreshes',
  async (kind) => {
    const { username, name, objectId, tenantId } = simulator.accounts[kind];
    const client = new MsalClient(simulator);
    const first = await client.signIn(username);
    expect(first.account).toMatchObject({ username, name, tenantId });
    expect(first.account?.homeAccountId).toBe(`${objectId}.${tenantId}`);
    expect(first.scopes).toEqual(expect.arrayContaining(scopes));
    const second = await client.silently(first.account);
    expect(second.accessToken).not.toBe(first.accessToken);
    const authorization = `Bearer ${second.accessToken}`;
    const me = await fetch(`${simulator.origin}/v1.0/me`, { headers: { authorization } });
    expect(await me.json()).toMatchObject({ displayName: name });
  },
);

test('reports a cancelled sign-in', async () => {
  const client = new MsalClient(simulator);
  const cancelled = client.app.acquireTokenInteractive({
    scopes,
    openBrowser: async (url) => void (await cancelSignIn(client.here(url))),
  });
  await expect(cancelled).rejects.toMatchObject({ errorCode: 'access_denied' });
});

test.each([
  ['bad_token', 'InteractionRequiredAuthError', 'invalid_grant'],
  ['revoked', 'ServerError', 'invalid_grant'],
  ['expired', 'ServerError', 'invalid_grant'],
  ['interaction_required', 'InteractionRequiredAuthError', 'interaction_required'],
] as const)('refuses a refresh token: %s', async (reason, name, errorCode) => {
  const client = new MsalClient(simulator);
  const first = await client.signIn('megan.bowen@contoso.com');
  simulator.entra.revokeRefreshTokens('megan.bowen@contoso.com', reason);
  await expect(client.silently(first.account)).rejects.toMatchObject({ name, errorCode });
});

test('asks for consent when a refresh wants more than was granted', async () => {
  const client = new MsalClient(simulator);
  const { account } = await client.signIn('megan.bowen@contoso.com');
  if (!account) throw new Error('No account');
  const more = client.app.acquireTokenSilent({ scopes: ['Sites.Read.All'], account });
  await expect(more).rejects.toMatchObject({ subError: 'consent_required' });
});

test('offers each tenant its own accounts', async () => {
  const robin = new MsalClient(simulator, { tenant: 'organizations' }).signIn(
    'robin.sommer@outlook.com',
  );
  await expect(robin).rejects.toThrow('Not on offer');
  const { account } = await new MsalClient(simulator, { tenant: 'consumers' }).signIn(
    'robin.sommer@outlook.com',
  );
  expect(account?.username).toBe('robin.sommer@outlook.com');
});

test('signs in by device code, and can be declined', async () => {
  const byCode = async (username: string | null) =>
    await new MsalClient(simulator).app.acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ verificationUri, userCode }) =>
        void enterDeviceCode(verificationUri, userCode, username),
    });
  const result = await byCode('megan.bowen@contoso.com');
  expect(result?.account?.username).toBe('megan.bowen@contoso.com');
  await expect(byCode(null)).rejects.toThrow('authorization_declined');
});

import {
  type AuthenticationResult,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
  PublicClientApplication,
} from '@azure/msal-node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cancelSignIn, chooseAccount, enterDeviceCode } from './browser.ts';
import { Simulator } from './simulator.ts';
import { Asking } from './support/asking.ts';

const microsoft = 'https://login.microsoftonline.com';
const scopes = ['User.Read', 'Files.Read'];

let simulator: Simulator;

beforeEach(async () => {
  simulator = await Simulator.start({ knobs: { deviceCodeIntervalSeconds: 0.05 } });
});

afterEach(async () => {
  await simulator.stop();
});

function here(url: string): string {
  return url.replace(microsoft, simulator.origin);
}

async function ask<T>(
  method: string,
  url: string,
  options: NetworkRequestOptions = {},
): Promise<NetworkResponse<T>> {
  const { headers = {}, body = null } = options;
  const answer = await fetch(here(url), { method, headers, body });
  const json = (await answer.json()) as T;
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: json };
}

const networkClient: INetworkModule = {
  sendGetRequestAsync: async (url, options) => await ask('GET', url, options),
  sendPostRequestAsync: async (url, options) => await ask('POST', url, options),
};

function app(tenant = 'common'): PublicClientApplication {
  const auth = { clientId: simulator.clientId, authority: `${microsoft}/${tenant}` };
  return new PublicClientApplication({ auth, system: { networkClient } });
}

async function signIn(client: PublicClientApplication, username: string) {
  return await client.acquireTokenInteractive({
    scopes,
    openBrowser: async (url) => void (await chooseAccount(here(url), username)),
  });
}

function silently(client: PublicClientApplication, { account }: AuthenticationResult) {
  if (!account) throw new Error('No account');
  return client.acquireTokenSilent({ scopes, account, forceRefresh: true });
}

test.each(['work', 'personal'] as const)('signs a %s account in and refreshes', async (kind) => {
  const { username, name, objectId, tenantId } = simulator.accounts[kind];
  const client = app();
  const first = await signIn(client, username);
  expect(first.account).toMatchObject({ username, name, tenantId });
  expect(first.account?.homeAccountId).toBe(`${objectId}.${tenantId}`);
  expect(first.scopes).toEqual(expect.arrayContaining(scopes));
  const second = await silently(client, first);
  expect(second.accessToken).not.toBe(first.accessToken);
  const authorization = `Bearer ${second.accessToken}`;
  const me = await fetch(`${simulator.origin}/v1.0/me`, { headers: { authorization } });
  expect(await me.json()).toMatchObject({ displayName: name });
});

test('reports a cancelled sign-in', async () => {
  const cancelled = app().acquireTokenInteractive({
    scopes,
    openBrowser: async (url) => void (await cancelSignIn(here(url))),
  });
  await expect(cancelled).rejects.toMatchObject({ errorCode: 'access_denied' });
});

test.each([
  ['bad_token', 'InteractionRequiredAuthError', 'invalid_grant'],
  ['revoked', 'ServerError', 'invalid_grant'],
  ['expired', 'ServerError', 'invalid_grant'],
  ['interaction_required', 'InteractionRequiredAuthError', 'interaction_required'],
] as const)('refuses a refresh token: %s', async (reason, name, errorCode) => {
  const client = app();
  const first = await signIn(client, 'megan.bowen@contoso.com');
  simulator.entra.revokeRefreshTokens('megan.bowen@contoso.com', reason);
  await expect(silently(client, first)).rejects.toMatchObject({ name, errorCode });
});

test('asks for consent when a refresh wants more than was granted', async () => {
  const client = app();
  const { account } = await signIn(client, 'megan.bowen@contoso.com');
  if (!account) throw new Error('No account');
  const more = client.acquireTokenSilent({ scopes: ['Sites.Read.All'], account });
  await expect(more).rejects.toMatchObject({ subError: 'consent_required' });
});

test('offers each tenant its own accounts', async () => {
  const robin = signIn(app('organizations'), 'robin.sommer@outlook.com');
  await expect(robin).rejects.toThrow('Not on offer');
  const { account } = await signIn(app('consumers'), 'robin.sommer@outlook.com');
  expect(account?.username).toBe('robin.sommer@outlook.com');
});

test('signs in by device code, and can be declined', async () => {
  const byCode = async (username: string | null) =>
    await app().acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ verificationUri, userCode }) =>
        void enterDeviceCode(verificationUri, userCode, username),
    });
  const result = await byCode('megan.bowen@contoso.com');
  expect(result?.account?.username).toBe('megan.bowen@contoso.com');
  await expect(byCode(null)).rejects.toThrow('authorization_declined');
});

test('challenges for claims where the client understands them', async () => {
  const auth = { clientId: simulator.clientId, clientCapabilities: ['cp1'] };
  const client = new PublicClientApplication({
    auth: { ...auth, authority: `${microsoft}/common` },
    system: { networkClient },
  });
  const { accessToken } = await signIn(client, 'megan.bowen@contoso.com');
  simulator.entra.revokeAccessTokens('megan.bowen@contoso.com');
  const authorization = `Bearer ${accessToken}`;
  const answer = await fetch(`${simulator.origin}/v1.0/me`, { headers: { authorization } });
  const challenge = answer.headers.get('www-authenticate') ?? '';
  const [, claims = ''] = /error="insufficient_claims", claims="([^"]+)"/.exec(challenge) ?? [];
  expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toHaveProperty('access_token.nbf');
  const plain = new Asking(simulator, 'megan.bowen@contoso.com');
  simulator.entra.revokeAccessTokens();
  expect((await plain.get('/v1.0/me')).headers.get('www-authenticate')).not.toContain('claims');
});

import type { AuthenticationResult } from '@azure/msal-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';
import { Asking } from './support/asking.ts';
import { MsalClient } from './support/msal.ts';
import { PlainClient } from './support/plain-client.ts';

const megan = 'megan.bowen@contoso.com';
const declared = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
const demanded = { access_token: { acrs: { essential: true, value: 'c25' } } };

let simulator: Simulator;
let msal: MsalClient;

beforeEach(async () => {
  simulator = await Simulator.start();
  msal = new MsalClient(simulator, { capabilities: ['cp1'] });
});

afterEach(async () => {
  await simulator.stop();
});

async function me(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${simulator.origin}/v1.0/me`, { headers });
  return { status: answer.status, challenge: answer.headers.get('www-authenticate') ?? '' };
}

function claimsOf(challenge: string): string {
  const [, encoded = ''] = /claims="([^"]+)"/.exec(challenge) ?? [];
  return Buffer.from(encoded, 'base64').toString();
}

async function challenged({ accessToken }: AuthenticationResult): Promise<string> {
  simulator.entra.revokeAccessTokens(megan);
  const { status, challenge } = await me(accessToken);
  expect(status).toBe(401);
  return claimsOf(challenge);
}

describe('a revoked access token', () => {
  test('is challenged for claims, and a silent request with them gives a good one', async () => {
    const first = await msal.signIn(megan);
    const claims = await challenged(first);
    expect(JSON.parse(claims)).toHaveProperty('access_token.nbf.essential', true);
    const second = await msal.silently(first.account, claims);
    expect((await me(second.accessToken)).status).toBe(200);
    expect(simulator.entra.askedClaims.at(-1)).toMatchObject({
      endpoint: 'token',
      claims: { access_token: { xms_cc: { values: ['cp1'] }, nbf: { essential: true } } },
    });
  });

  test('can want a sign-in with the claims', async () => {
    const first = await msal.signIn(megan);
    const claims = await challenged(first);
    simulator.knobs.challengeNeedsSignIn = true;
    const silent = msal.silently(first.account, claims);
    await expect(silent).rejects.toMatchObject({ errorCode: 'interaction_required' });
    await msal.signIn(megan);
    await expect(msal.silently(first.account)).rejects.toMatchObject({ claims });
    const second = await msal.signIn(megan, claims);
    expect((await me(second.accessToken)).status).toBe(200);
    const third = await msal.silently(first.account, claims);
    expect((await me(third.accessToken)).status).toBe(200);
  });

  test('is plainly refused where the client did not declare cp1', async () => {
    const { accessToken } = await new MsalClient(simulator).signIn(megan);
    simulator.entra.revokeAccessTokens();
    expect((await me(accessToken)).challenge).not.toContain('claims');
    const plain = new Asking(simulator, megan);
    simulator.faults.next('GET /v1.0/me', { status: 401 });
    expect((await plain.get('/v1.0/me')).status).toBe(401);
    expect((await plain.get('/v1.0/me')).status).toBe(200);
  });

  test.each([
    ['one', /^Bearer realm="", authorization_uri="[^"]+", error="insufficient_claims", claims="/],
    ['joined', /^PoP realm="", .*, Bearer realm="", .*, claims="[^"]+"$/],
    ['several', /^PoP realm="", .*, Bearer realm="", .*, claims="[^"]+"$/],
    ['reordered', /^Bearer claims="[^"]+", error="insufficient_claims", .*, realm=""$/],
  ] as const)('has its challenge in the form %s', async (form, shape) => {
    simulator.knobs.challengeForm = form;
    const token = simulator.entra.accessToken(megan, { understandsClaims: true });
    simulator.entra.revokeAccessTokens();
    const { challenge } = await me(token);
    expect(challenge).toMatch(shape);
    expect(claimsOf(challenge)).toContain('nbf');
  });
});

describe('the capability', () => {
  const understands = async (token: string) => {
    simulator.entra.revokeAccessTokens();
    return (await me(token)).challenge.includes('claims=');
  };

  test('is remembered with the code, and said again with each refresh', async () => {
    const client = new PlainClient(simulator);
    const first = await client.signIn({ claims: declared });
    expect(await understands(first.access_token)).toBe(true);
    const silent = await client.refresh(first.refresh_token);
    expect(await understands(silent.body.access_token)).toBe(false);
    const again = await client.refresh(first.refresh_token, { claims: declared });
    expect(await understands(again.body.access_token)).toBe(true);
  });

  test('is one of the claims that were asked, and those must be JSON', async () => {
    const client = new PlainClient(simulator);
    await client.signIn({ claims: declared });
    expect(simulator.entra.askedClaims).toEqual([
      {
        endpoint: 'authorize',
        clientId: simulator.clientId,
        claims: { access_token: { xms_cc: { values: ['CP1'] } } },
      },
    ]);
    const encoded = Buffer.from(declared).toString('base64');
    expect((await client.visit({ claims: encoded })).page).toContain('AADSTS90100');
    expect((await client.refresh('x', { claims: '[]' })).body['error']).toBe('invalid_request');
  });
});

describe('a demand', () => {
  test('ends tokens without a sign-in, and says which claims it wants', async () => {
    const client = new PlainClient(simulator);
    const first = await client.signIn();
    simulator.entra.demandClaims(megan);
    const { status, body } = await client.refresh(first.refresh_token);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'interaction_required', suberror: 'basic_action' });
    await client.signIn({ claims: String(body['claims']) });
    expect((await client.refresh(first.refresh_token)).status).toBe(200);
  });

  test('is met by its own claims only, among others', async () => {
    const client = new PlainClient(simulator);
    const { refresh_token: secret } = await client.signIn();
    simulator.entra.demandClaims(megan, demanded);
    await client.signIn({ claims: declared });
    expect((await client.refresh(secret)).body['claims']).toBe(JSON.stringify(demanded));
    const xms_cc = { values: ['cp1'] };
    const claims = JSON.stringify({ access_token: { xms_cc, ...demanded.access_token } });
    await client.signIn({ claims });
    expect((await client.refresh(secret)).status).toBe(200);
  });

  test('reaches MSAL with its claims, and concerns one account', async () => {
    const first = await msal.signIn(megan);
    const adele = await msal.signIn('adele.vance@contoso.com');
    simulator.entra.demandClaims(megan, demanded);
    await expect(msal.silently(first.account)).rejects.toMatchObject({
      name: 'InteractionRequiredAuthError',
      claims: JSON.stringify(demanded),
    });
    expect((await msal.silently(adele.account)).accessToken).not.toBe('');
  });
});

test('a changed password ends refresh tokens, and access tokens of clients that can be told', async () => {
  const first = await msal.signIn(megan);
  const plain = simulator.entra.accessToken(megan);
  const adele = simulator.entra.accessToken('adele.vance@contoso.com', { understandsClaims: true });
  simulator.entra.changePassword(megan);
  const claims = claimsOf((await me(first.accessToken)).challenge);
  const silent = msal.silently(first.account, claims);
  await expect(silent).rejects.toMatchObject({ errorCode: 'invalid_grant', errorNo: 50_173 });
  expect([(await me(plain)).status, (await me(adele)).status]).toEqual([200, 200]);
  const second = await msal.signIn(megan, claims);
  expect((await msal.silently(second.account)).accessToken).not.toBe('');
});

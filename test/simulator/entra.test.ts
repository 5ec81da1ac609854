import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Simulator } from './simulator.ts';

const redirectUri = 'http://localhost:4999';
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

let simulator: Simulator;

beforeEach(async () => {
  simulator = await Simulator.start();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await simulator.stop();
});

function authorizeUrl(changes: Record<string, string | null> = {}, tenant = 'common'): string {
  const url = new URL(`${simulator.origin}/${tenant}/oauth2/v2.0/authorize`);
  const usual = {
    client_id: simulator.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile offline_access Files.Read',
    state: 'the state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    login_hint: 'megan.bowen@contoso.com',
  };
  for (const [name, value] of Object.entries({ ...usual, ...changes })) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

async function visit(changes: Record<string, string | null> = {}, tenant = 'common') {
  const answer = await fetch(authorizeUrl(changes, tenant), { redirect: 'manual' });
  const location = answer.headers.get('location');
  const query = location === null ? null : new URL(location).searchParams;
  return { status: answer.status, page: await answer.text(), location, query };
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly [field: string]: unknown;
}

async function token(fields: Record<string, string>) {
  const body = new URLSearchParams({ client_id: simulator.clientId, ...fields });
  const url = `${simulator.origin}/common/oauth2/v2.0/token`;
  const answer = await fetch(url, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as TokenAnswer };
}

async function code(changes: Record<string, string | null> = {}): Promise<string> {
  return (await visit(changes)).query?.get('code') ?? '';
}

async function redeem(fields: Record<string, string>) {
  const usual = { grant_type: 'authorization_code', redirect_uri: redirectUri };
  return await token({ ...usual, code_verifier: verifier, ...fields });
}

describe('authorize', () => {
  test('sends a hinted account straight back, with a trailing slash', async () => {
    const { location, query } = await visit();
    expect(location).toMatch(/^http:\/\/localhost:4999\/\?code=/);
    expect(query?.get('state')).toBe('the state');
  });

  test.each([
    ['an unknown client', { client_id: 'someone' }, 'AADSTS700016'],
    ['a foreign redirect', { redirect_uri: 'https://example.net/' }, 'AADSTS50011'],
    ['a path nobody registered', { redirect_uri: 'http://localhost:4999/cb' }, 'AADSTS50011'],
    ['the fragment mode', { response_mode: 'fragment' }, 'AADSTS70007'],
  ])('shows a page for %s and sends nothing anywhere', async (_what, changes, text) => {
    const { status, page, location } = await visit(changes);
    expect([status, location]).toEqual([400, null]);
    expect(page).toContain(text);
  });

  test.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no challenge', { code_challenge: null }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['prompt=none without a hint', { prompt: 'none', login_hint: null }, 'login_required'],
  ])('tells the app of %s', async (_what, changes, error) => {
    const { query } = await visit(changes);
    expect(query?.get('error')).toBe(error);
    expect(query?.get('state')).toBe('the state');
  });

  test('shows the picker without a hint, and always for select_account', async () => {
    for (const changes of [{ login_hint: null }, { prompt: 'select_account' }]) {
      const { page } = await visit(changes);
      expect(page.match(/data-account="[^"]+"/g)).toHaveLength(2);
      expect(page).toContain('data-cancel');
    }
    expect((await visit({ prompt: 'login' })).page.match(/data-account=/g)).toHaveLength(1);
    expect((await visit({}, 'nowhere.example')).page).toContain('AADSTS90002');
  });

  test('escapes what it repeats', async () => {
    const { page } = await visit({ response_mode: 'form_post', state: '"><script>' });
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('needs an administrator where the tenant says so', async () => {
    simulator.knobs.adminConsent = false;
    const wide = { scope: 'Files.Read.All offline_access' };
    const { page } = await visit(wide);
    const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const press = async (extra: Record<string, string>) => {
      const body = new URLSearchParams({ flow, account: 'megan.bowen@contoso.com', ...extra });
      const url = `${simulator.origin}/common/login`;
      return await fetch(url, { method: 'POST', body, redirect: 'manual' });
    };
    expect(await (await press({})).text()).toContain('Need admin approval');
    const back = await press({ 'without-consent': '1' });
    expect(back.headers.get('location')).toContain('error=access_denied');
    expect(await code({ ...wide, login_hint: 'robin.sommer@outlook.com' })).not.toBe('');
  });
});

describe('a code', () => {
  test('gives tokens once', async () => {
    const secret = await code({ nonce: 'a nonce' });
    const { status, body } = await redeem({ code: secret });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      scope: 'openid profile Files.Read',
      expires_in: 3599,
    });
    const claims: unknown = JSON.parse(
      Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString(),
    );
    const { objectId, tenantId, username } = simulator.accounts.work;
    const expected = { nonce: 'a nonce', oid: objectId, tid: tenantId, ver: '2.0' };
    expect(claims).toMatchObject({ ...expected, preferred_username: username });
    expect((await redeem({ code: secret })).body).toMatchObject({ error_codes: [54_005] });
  });

  test.each([
    ['another verifier', { code_verifier: 'other' }, 'invalid_grant', 501_481],
    ['another redirect', { redirect_uri: 'http://localhost:5000' }, 'invalid_grant', 500_112],
    ['an unknown client', { client_id: 'someone' }, 'unauthorized_client', 700_016],
  ])('is refused with %s', async (_what, fields, error, number) => {
    const { status, body } = await redeem({ code: await code(), ...fields });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error, error_codes: [number] });
    expect(body['error_description']).toMatch(/^AADSTS\d+: .* Trace ID: \S+ Correlation ID: /);
  });

  test('is refused after ten minutes', async () => {
    const secret = await code();
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 601_000);
    expect((await redeem({ code: secret })).body).toMatchObject({ error_codes: [70_008] });
  });
});

describe('a refresh token', () => {
  const refresh = async (secret: string) =>
    await token({
      grant_type: 'refresh_token',
      refresh_token: secret,
      scope: 'Files.Read offline_access',
    });

  test('gives another with each use, and stays good itself', async () => {
    const first = await redeem({ code: await code() });
    const second = await refresh(first.body.refresh_token);
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    expect((await refresh(second.body.refresh_token)).status).toBe(200);
    expect((await refresh(first.body.refresh_token)).status).toBe(200);
  });

  test('expires', async () => {
    simulator.knobs.refreshTokenSeconds = 0;
    const { body } = await redeem({ code: await code() });
    expect((await refresh(body.refresh_token)).body).toMatchObject({ error_codes: [700_082] });
  });
});

test('an access token lives as long as the knob says', async () => {
  simulator.knobs.accessTokenSeconds = 0;
  const { body } = await redeem({ code: await code() });
  const authorization = `Bearer ${body.access_token}`;
  const answer = await fetch(`${simulator.origin}/v1.0/me`, { headers: { authorization } });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
});

test('discovery stays on the origin it was asked on', async () => {
  const path = '/organizations/v2.0/.well-known/openid-configuration';
  const discovered: unknown = await (await fetch(simulator.origin + path)).json();
  expect(discovered).toMatchObject({
    token_endpoint: `${simulator.origin}/organizations/oauth2/v2.0/token`,
    issuer: `${simulator.origin}/{tenantid}/v2.0`,
  });
  const instance = await fetch(`${simulator.origin}/common/discovery/instance?api-version=1.1`);
  expect(await instance.json()).toMatchObject({
    tenant_discovery_endpoint: `${simulator.origin}/common/v2.0/.well-known/openid-configuration`,
  });
});

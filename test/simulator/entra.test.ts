import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Simulator } from './simulator.ts';
import { PlainClient } from './support/plain-client.ts';

let simulator: Simulator;
let client: PlainClient;

beforeEach(async () => {
  simulator = await Simulator.start();
  client = new PlainClient(simulator);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await simulator.stop();
});

describe('authorize', () => {
  test('sends a hinted account straight back, with a trailing slash', async () => {
    const { location, query } = await client.visit();
    expect(location).toMatch(/^http:\/\/localhost:4999\/\?code=/);
    expect(query?.get('state')).toBe('the state');
  });

  test.each([
    ['an unknown client', { client_id: 'someone' }, 'AADSTS700016'],
    ['a foreign redirect', { redirect_uri: 'https://example.net/' }, 'AADSTS50011'],
    ['a path nobody registered', { redirect_uri: 'http://localhost:4999/cb' }, 'AADSTS50011'],
    ['the fragment mode', { response_mode: 'fragment' }, 'AADSTS70007'],
  ])('shows a page for %s and sends nothing anywhere', async (_what, changes, text) => {
    const { status, page, location } = await client.visit(changes);
    expect([status, location]).toEqual([400, null]);
    expect(page).toContain(text);
  });

  test.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['no challenge', { code_challenge: null }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['prompt=none without a hint', { prompt: 'none', login_hint: null }, 'login_required'],
  ])('tells the app of %s', async (_what, changes, error) => {
    const { query } = await client.visit(changes);
    expect(query?.get('error')).toBe(error);
    expect(query?.get('state')).toBe('the state');
  });

  test('shows the picker without a hint, and always for select_account', async () => {
    for (const changes of [{ login_hint: null }, { prompt: 'select_account' }]) {
      const { page } = await client.visit(changes);
      expect(page.match(/data-account="[^"]+"/g)).toHaveLength(3);
      expect(page).toContain('data-cancel');
    }
    expect((await client.visit({ prompt: 'login' })).page.match(/data-account=/g)).toHaveLength(1);
    const { origin, clientId } = simulator;
    const nowhere = new PlainClient({ origin, clientId, tenant: 'nowhere.example' });
    expect((await nowhere.visit()).page).toContain('AADSTS90002');
  });

  test('escapes what it repeats', async () => {
    const { page } = await client.visit({ response_mode: 'form_post', state: '"><script>' });
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('needs an administrator where the tenant says so', async () => {
    simulator.knobs.adminConsent = false;
    const wide = { scope: 'Files.Read.All offline_access' };
    const { page } = await client.visit(wide);
    const account = 'megan.bowen@contoso.com';
    expect((await client.press(page, { account })).page).toContain('Need admin approval');
    const back = await client.press(page, { account, 'without-consent': '1' });
    expect(back.location).toContain('error=access_denied');
    expect(await client.code({ ...wide, login_hint: 'robin.sommer@outlook.com' })).not.toBe('');
  });
});

describe('a code', () => {
  test('gives tokens once', async () => {
    const secret = await client.code({ nonce: 'a nonce' });
    const { status, body } = await client.redeem({ code: secret });
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
    expect((await client.redeem({ code: secret })).body).toMatchObject({ error_codes: [54_005] });
  });

  test.each([
    ['another verifier', { code_verifier: 'other' }, 'invalid_grant', 501_481],
    ['another redirect', { redirect_uri: 'http://localhost:5000' }, 'invalid_grant', 500_112],
    ['an unknown client', { client_id: 'someone' }, 'unauthorized_client', 700_016],
  ])('is refused with %s', async (_what, fields, error, number) => {
    const { status, body } = await client.redeem({ code: await client.code(), ...fields });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error, error_codes: [number] });
    expect(body['error_description']).toMatch(/^AADSTS\d+: .* Trace ID: \S+ Correlation ID: /);
  });

  test('is refused after ten minutes', async () => {
    const secret = await client.code();
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 601_000);
    expect((await client.redeem({ code: secret })).body).toMatchObject({ error_codes: [70_008] });
  });
});

describe('scopes', () => {
  test('of another cloud are taken, and come back as they were spelled', async () => {
    const { origin, clientId } = simulator;
    const there = new PlainClient({ origin, clientId, tenant: 'organizations' });
    for (const host of ['graph.microsoft.us', 'microsoftgraph.chinacloudapi.cn']) {
      const asked = `https://${host}/Files.Read`;
      const scope = `openid offline_access ${asked}`;
      const first = await there.signIn({ scope });
      expect(first['scope']).toBe(`openid ${asked}`);
      const second = await there.refresh(first.refresh_token, { scope: asked });
      expect(second.body['scope']).toBe(asked);
      const authorization = `Bearer ${second.body.access_token}`;
      const drive = await fetch(`${origin}/v1.0/me/drive`, { headers: { authorization } });
      expect(drive.status).toBe(200);
    }
  });
});

describe('a refresh token', () => {
  test('gives another with each use, and stays good itself', async () => {
    const first = await client.redeem({ code: await client.code() });
    const second = await client.refresh(first.body.refresh_token);
    expect(second.body.refresh_token).not.toBe(first.body.refresh_token);
    expect((await client.refresh(second.body.refresh_token)).status).toBe(200);
    expect((await client.refresh(first.body.refresh_token)).status).toBe(200);
  });

  test('expires', async () => {
    simulator.knobs.refreshTokenSeconds = 0;
    const { body } = await client.redeem({ code: await client.code() });
    expect((await client.refresh(body.refresh_token)).body).toMatchObject({
      error_codes: [700_082],
    });
  });
});

test('an access token lives as long as the knob says', async () => {
  simulator.knobs.accessTokenSeconds = 0;
  const { body } = await client.redeem({ code: await client.code() });
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

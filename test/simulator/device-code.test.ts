import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterDeviceCode } from './browser.ts';
import { Simulator } from './simulator.ts';
import { PlainClient } from './support/plain-client.ts';

const megan = 'megan.bowen@contoso.com';

let simulator: Simulator;
let client: PlainClient;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  simulator = await Simulator.start();
  client = new PlainClient(simulator);
});

afterEach(async () => {
  vi.useRealTimers();
  await simulator.stop();
});

async function start(scope = 'Files.Read') {
  const { body } = await client.post('devicecode', { scope });
  const [device, code, page] = ['device_code', 'user_code', 'verification_uri'].map((name) =>
    String(body[name]),
  );
  return {
    body,
    enter: (account: string | null) => enterDeviceCode(page ?? '', code ?? '', account),
    poll: async () => {
      const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
      return (await client.post('token', { grant_type, device_code: device ?? '' })).body;
    },
    page: async (account: string) => {
      const body = new URLSearchParams({ flow: code ?? '', account });
      return await (await fetch(page ?? '', { method: 'POST', body })).text();
    },
  };
}

function pass(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1_000);
}

test('a poll before its time is told to slow down', async () => {
  const { poll } = await start();
  expect((await poll())['error']).toBe('authorization_pending');
  pass(2);
  expect(await poll()).toMatchObject({ error: 'slow_down', error_codes: [] });
  pass(5);
  expect((await poll())['error']).toBe('authorization_pending');
});

test('the knob tells everybody to slow down, or nobody', async () => {
  simulator.knobs.deviceCodeSlowDown = 'always';
  const { poll, enter } = await start();
  expect((await poll())['error']).toBe('slow_down');
  simulator.knobs.deviceCodeSlowDown = 'never';
  expect((await poll())['error']).toBe('authorization_pending');
  await enter(megan);
  expect(await poll()).toHaveProperty('access_token');
});

test('a code lives as long as the knob says', async () => {
  expect((await start()).body['expires_in']).toBe(900);
  simulator.knobs.deviceCodeSeconds = 60;
  const { body, poll, enter } = await start();
  expect(body['expires_in']).toBe(60);
  pass(61);
  expect((await poll())['error']).toBe('expired_token');
  await expect(enter(megan)).rejects.toThrow('not taken');
});

test('a declined code says so', async () => {
  const { poll, enter } = await start();
  await enter(null);
  expect((await poll())['error']).toBe('authorization_declined');
});

test('a work tenant can block the way, a personal account still takes it', async () => {
  simulator.knobs.deviceCodeBlocked = true;
  const blocked = await start();
  expect(await blocked.page(megan)).toContain('AADSTS53003');
  expect(await blocked.poll()).toMatchObject({ error: 'invalid_grant', error_codes: [53_003] });
  const open = await start();
  await open.enter('robin.sommer@outlook.com');
  expect(await open.poll()).toHaveProperty('access_token');
});

test('wide scopes want an administrator here, too', async () => {
  simulator.knobs.adminConsent = false;
  const { page, poll } = await start('Files.Read.All');
  expect(await page(megan)).toContain('Need admin approval');
  expect((await poll())['error']).toBe('authorization_pending');
});

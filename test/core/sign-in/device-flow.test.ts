import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { CacheSlot } from '../../../src/core/sign-in/cache-slot.ts';
import { type DeviceCode, DeviceFlow } from '../../../src/core/sign-in/device-flow.ts';
import { createClient, deviceNetwork, msalNetwork } from '../../../src/core/sign-in/msal-client.ts';
import { signInFailure } from '../../../src/core/sign-in/failures.ts';
import type { SignInFailure } from '../../../src/shared/snapshot.ts';
import { noon, serverClockOn, timerClock } from '../support/doubles.ts';
import { clientId, formsOf, granted, refused } from '../support/entra.ts';
import { FetchNet, json } from '../support/fetched.ts';

const given = {
  user_code: 'ABCD-EFGH',
  device_code: 'd',
  verification_uri: 'https://microsoft.com/devicelogin',
  expires_in: 900,
  interval: 5,
};
const claims = '{"access_token":{"nbf":{"essential":true}}}';

let net: FetchNet;
let code: object;
/** What a poll is answered. */
let polled: () => Response;
let shown: DeviceCode[];
let flow: DeviceFlow;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  code = given;
  polled = () => refused('authorization_pending');
  net = new FetchNet((url) => (url.includes('/devicecode') ? json(code) : polled()));
  shown = [];
  flow = new DeviceFlow({
    hosts: clouds.global,
    clock: timerClock,
    onCode: (one) => shown.push(one),
  });
});

afterEach(() => {
  flow.close();
  vi.useRealTimers();
});

/** The token, or what was thrown: MSAL as it is, Entra by script. */
function run(wanted: string | null = null): Promise<unknown> {
  const network = msalNetwork(net, serverClockOn(timerClock));
  const client = createClient({
    hosts: clouds.global,
    clientId,
    slot: new CacheSlot(null),
    network: deviceNetwork(network, flow.signal),
  });
  const ask = { scopes: ['User.Read', 'Files.Read'], loginHint: null, claims: wanted };
  return flow.run(client, ask).then(
    (result) => result?.accessToken,
    (thrown: unknown) => thrown,
  );
}

async function seconds(count: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(count * 1000);
}

/** Whether a promise has settled by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  void promise.finally(() => (over = true));
  await seconds(0);
  return over;
}

it('shows the code, where it is typed in and until when, and waits for the person', async () => {
  const result = run();
  await seconds(11);
  expect(shown).toEqual([
    {
      userCode: 'ABCD-EFGH',
      page: new URL('https://microsoft.com/devicelogin'),
      expiresAt: noon + 900_000,
    },
  ]);
  polled = () => granted({ token: 'mine' });
  await seconds(5);
  expect(await result).toBe('mine');
});

it('asks for the scopes, and for the claims that are wanted', async () => {
  polled = () => granted({ token: 'mine' });
  const result = run(claims);
  await seconds(1);
  await result;
  const [asked] = formsOf(net);
  expect(asked?.get('scope')).toMatch(/^User\.Read Files\.Read /);
  expect(JSON.parse(asked?.get('claims') ?? '')).toMatchObject({
    access_token: { nbf: { essential: true } },
  });
});

describe('a code is refused', () => {
  it.each([
    'https://evil.example/devicelogin',
    'http://microsoft.com/devicelogin',
    'https://microsoft.com.evil.example/devicelogin',
    'https://microsoft.com@evil.example/',
    'javascript:alert(1)',
    'microsoft.com/devicelogin',
    7,
    undefined,
  ])('whose page is %j', async (verification_uri) => {
    code = { ...given, verification_uri };
    expect([await run(), shown]).toEqual([expect.objectContaining({ name: 'CodeNotUsable' }), []]);
    expect(net.asked).toHaveLength(1);
  });

  it.each(['', 'abc', 'A B C D', '<b>ABCD</b>', 'x'.repeat(33), 7, undefined])(
    'that is %j',
    async (user_code) => {
      code = { ...given, user_code };
      expect([await run(), shown]).toEqual([
        expect.objectContaining({ name: 'CodeNotUsable' }),
        [],
      ]);
    },
  );

  it.each([0, -1, '900', undefined])('that is good for %j seconds', async (expires_in) => {
    code = { ...given, expires_in };
    expect([await run(), shown]).toEqual([expect.objectContaining({ name: 'CodeNotUsable' }), []]);
  });
});

describe('cancelled', () => {
  it('while it waits, says so at once, and polls no more', async () => {
    const result = run();
    await seconds(6);
    flow.stop();
    await expect(flow.ended).resolves.toBe('cancelled');
    const polls = net.asked.length;
    await seconds(900);
    expect(net.asked).toHaveLength(polls);
    expect(await result).toMatchObject({ errorCode: 'device_code_polling_cancelled' });
  });

  it('while a slowed-down poll is held back, ends at once', async () => {
    polled = () => refused('slow_down');
    const result = run();
    await seconds(60);
    flow.stop();
    await seconds(5);
    expect(await isOver(result)).toBe(true);
  });

  it('before it began, never polls', async () => {
    flow.stop();
    const result = run();
    await seconds(6);
    expect(await result).toMatchObject({ errorCode: 'device_code_polling_cancelled' });
    expect(net.asked).toHaveLength(1);
  });
});

it('ends when the code does', async () => {
  const result = run();
  await seconds(895);
  expect(await isOver(result)).toBe(false);
  await seconds(20);
  expect(await result).toMatchObject({ errorCode: 'device_code_expired' });
});

it.each<[string, string, SignInFailure]>([
  ['authorization_declined', '', 'declined'],
  ['access_denied', '', 'declined'],
  ['expired_token', 'AADSTS70020: expired', 'code-expired'],
  ['bad_verification_code', '', 'code-expired'],
  ['invalid_grant', 'AADSTS50076: more is asked', 'code-refused'],
  ['invalid_client', 'AADSTS7000218: no secret', 'client-not-public'],
  ['access_denied', 'AADSTS90094: admin', 'needs-administrator'],
  ['unauthorized_client', 'AADSTS700016: unknown', 'client-id-wrong'],
])('polled, Entra’s %s %s is the end, and is understood', async (error, words, failure) => {
  polled = () => refused(error, { error_description: words });
  const result = run();
  await seconds(1);
  expect(signInFailure(await result)).toBe(failure);
});

it('leaves no timer behind', async () => {
  polled = () => granted({ token: 'mine' });
  const result = run();
  await seconds(1);
  await result;
  flow.close();
  expect(vi.getTimerCount()).toBe(0);
});

import type { INetworkModule } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import { msalNetwork, NetworkTrouble } from '../../../src/core/sign-in/msal-network.ts';
import { ServerClock } from '../../../src/core/time/server-clock.ts';
import { handClock, noon } from '../support/doubles.ts';
import { FetchNet, html, json } from '../support/fetched.ts';

const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';
const clock = handClock();

function networkOn(
  net: FetchNet,
  serverClock = new ServerClock(clock, () => undefined),
): INetworkModule {
  return msalNetwork(net, serverClock);
}

it('gives MSAL status, headers and body, of refusals too', async () => {
  const net = new FetchNet(() => json({ error: 'x' }, { status: 400, headers: { 'x-a': 'b' } }));
  const answer = await networkOn(net).sendGetRequestAsync(url, { headers: { accept: 'json' } });
  expect(answer).toMatchObject({ status: 400, body: { error: 'x' }, headers: { 'x-a': 'b' } });
  expect([net.asked[0]?.init?.method, net.asked[0]?.headers.get('accept')]).toEqual([
    'GET',
    'json',
  ]);
});

it('posts what MSAL says', async () => {
  const net = new FetchNet(() => json({}));
  await networkOn(net).sendPostRequestAsync(url, { body: 'a=b' });
  expect(net.asked.map(({ url, init }) => [url, init?.method, init?.body])).toEqual([
    [url, 'POST', 'a=b'],
  ]);
});

describe('does not hand MSAL', () => {
  it.each<[string, () => Response | Promise<Response>, string]>([
    ['a page of a captive portal', () => html(), 'not_json'],
    ['a text', () => json('text'), 'not_json'],
    ['null', () => json(null), 'not_json'],
    [
      'broken JSON',
      () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      'not_json',
    ],
    ['more than can be', () => json({ x: 'x'.repeat(2 * 1024 * 1024) }), 'not_json'],
    ['a busy Entra', () => json({ error: 'x' }, { status: 503 }), 'busy'],
    ['too many questions', () => json({ error: 'x' }, { status: 429 }), 'busy'],
    ['a page of an error', () => html(502), 'busy'],
    ['a dead network', () => Promise.reject(new TypeError('fetch failed')), 'unreached'],
  ])('%s, but says so in the one form it lets through', async (_what, answer, errorCode) => {
    const asked = networkOn(new FetchNet(answer)).sendPostRequestAsync(url);
    await expect(asked).rejects.toBeInstanceOf(NetworkTrouble);
    await expect(asked).rejects.toMatchObject({ errorCode, retryAfterMs: null });
  });
});

it.each([
  ['120', 120_000],
  [new Date(noon + 60_000).toUTCString(), 60_000],
  ['soon', null],
])('keeps how long Entra wants to be left alone: %s', async (wait, retryAfterMs) => {
  const busy = new FetchNet(() => json({}, { status: 503, headers: { 'retry-after': wait } }));
  await expect(networkOn(busy).sendPostRequestAsync(url)).rejects.toMatchObject({ retryAfterMs });
});

it.each([200, 400, 503])("hears Microsoft's time from each answer: %i", async (status) => {
  const serverClock = new ServerClock(clock, () => undefined);
  const date = new Date(noon + 90 * 60_000).toUTCString();
  const net = new FetchNet(() => json({}, { status, headers: { date } }));
  await Promise.allSettled([networkOn(net, serverClock).sendGetRequestAsync(url)]);
  expect(serverClock.now()).toBe(noon + 90 * 60_000);
});

it('leaves no word of what was thrown in the trouble', async () => {
  const net = new FetchNet(() => Promise.reject(new TypeError('secret-token')));
  const asked = networkOn(net).sendPostRequestAsync(url);
  await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
});

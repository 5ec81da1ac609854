import type { INetworkModule } from '@azure/msal-node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceNetwork } from '../../../src/core/sign-in/device-network.ts';
import { msalNetwork } from '../../../src/core/sign-in/msal-network.ts';
import { noon, serverClockOn, timerClock } from '../support/doubles.ts';
import { refused } from '../support/entra.ts';
import { FetchNet, html, json } from '../support/fetched.ts';

const codeUrl = 'https://login.microsoftonline.com/common/oauth2/v2.0/devicecode';
const tokenUrl = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';
const body = 'grant_type=device_code&device_code=d';
const second = 1000;

let net: FetchNet;
let end: AbortController;
let network: INetworkModule;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  net = new FetchNet(() => json({}));
  end = new AbortController();
  network = deviceNetwork(msalNetwork(net, serverClockOn(timerClock)), end.signal);
});

afterEach(() => {
  vi.useRealTimers();
});

/** One poll, as MSAL makes it; how long it was held back, in seconds, and what MSAL is told. */
async function poll(): Promise<readonly [number, unknown]> {
  const at = Date.now();
  const count = net.asked.length;
  let waited = 0;
  const before = net.answer;
  net.answer = (url, init) => {
    waited = (Date.now() - at) / second;
    return before(url, init);
  };
  const answer = network.sendPostRequestAsync<{ error?: string }>(tokenUrl, { body });
  await vi.advanceTimersByTimeAsync(120 * second);
  net.answer = before;
  expect(net.asked).toHaveLength(count + 1);
  return [waited, (await answer).body];
}

async function polled(times: number): Promise<readonly (readonly [number, unknown])[]> {
  const all: (readonly [number, unknown])[] = [];
  for (let n = 0; n < times; n += 1) all.push(await poll());
  return all;
}

const pending = { error: 'authorization_pending' };
const dead = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));

describe('a poll', () => {
  it('is made at once while nobody asks for less, and brings what Entra says', async () => {
    net.answer = () => refused('authorization_pending');
    expect(await polled(3)).toMatchObject([
      [0, pending],
      [0, pending],
      [0, pending],
    ]);
    net.answer = () => json({ access_token: 't' });
    expect(await poll()).toEqual([0, { access_token: 't' }]);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['asked to slow down', () => refused('slow_down')],
    ['not reached', dead],
    ['answered by a captive portal', () => html()],
    ['answered with a page of an error', () => html(502)],
    ['told that Entra is busy', () => json({}, { status: 503 })],
    ['told that there were too many', () => json({}, { status: 429 })],
  ])('%s is not the end: the next waits five seconds more', async (_what, answer) => {
    net.answer = answer;
    expect(await polled(3)).toEqual([
      [0, pending],
      [5, pending],
      [10, pending],
    ]);
    net.answer = () => json({ access_token: 't' });
    expect(await poll()).toEqual([15, { access_token: 't' }]);
  });

  it('never waits for more than a minute', async () => {
    net.answer = () => refused('slow_down');
    const waits = (await polled(14)).map(([waited]) => waited);
    expect(waits).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 60]);
  });

  it.each([
    ['authorization_declined', 'authorization_declined'],
    ['expired_token', 'expired_token'],
    ['invalid_grant', 'code_refused'],
    ['invalid_client', 'invalid_client'],
  ])('that Entra refuses with %s is the end, and keeps its words', async (said, errorCode) => {
    net.answer = () => refused(said, { error_description: 'AADSTS1: why' });
    const answers = Promise.allSettled([network.sendPostRequestAsync(tokenUrl, { body })]);
    await vi.advanceTimersByTimeAsync(0);
    expect(await answers).toMatchObject([
      { status: 'rejected', reason: { errorCode, errorMessage: 'AADSTS1: why' } },
    ]);
  });

  it('of one code does not slow down those of the next', async () => {
    net.answer = () => refused('slow_down');
    await polled(3);
    network = deviceNetwork(msalNetwork(net, serverClockOn(timerClock)), end.signal);
    expect(await poll()).toMatchObject([0, pending]);
  });

  it('waits no longer once all is given up', async () => {
    net.answer = () => refused('slow_down');
    await polled(3);
    const answer = network.sendPostRequestAsync(tokenUrl, { body });
    end.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    await expect(answer).resolves.toMatchObject({ body: pending });
  });
});

describe('the code', () => {
  const ask = async (answer: object): Promise<unknown> => {
    net.answer = () => json(answer);
    return (await network.sendPostRequestAsync(codeUrl, { body: 'client_id=c' })).body;
  };

  it('comes as Entra gives it', async () => {
    const given = { user_code: 'ABCD', device_code: 'd', interval: 7, expires_in: 900 };
    expect(await ask(given)).toEqual(given);
  });

  it.each([
    {},
    { interval: 0 },
    { interval: -1 },
    { interval: '5' },
    { interval: 61 },
    { interval: 1e9 },
    { interval: null },
  ])('with the interval of %j is polled for every five seconds', async (given) => {
    expect(await ask(given)).toEqual({ interval: 5 });
  });

  it('that is refused throws what Entra says', async () => {
    net.answer = () =>
      refused('invalid_client', { error_description: 'AADSTS7000218: not public' });
    await expect(
      network.sendPostRequestAsync(codeUrl, { body: 'client_id=c' }),
    ).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: 'AADSTS7000218: not public',
    });
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ['a dead network', dead, 'unreached'],
    ['a captive portal', () => html(), 'not_json'],
    ['a busy Entra', () => json({}, { status: 503 }), 'busy'],
  ])('is not had from %s', async (_what, answer, errorCode) => {
    net.answer = answer;
    await expect(
      network.sendPostRequestAsync(codeUrl, { body: 'client_id=c' }),
    ).rejects.toMatchObject({ errorCode });
  });
});

it('asks for anything else as ever', async () => {
  net.answer = () => json({ fine: true });
  expect(await network.sendGetRequestAsync(codeUrl)).toMatchObject({ body: { fine: true } });
});

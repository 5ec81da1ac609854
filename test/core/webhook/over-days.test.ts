import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { Graph } from '../../../src/core/graph/graph.ts';
import { answerTo } from '../../../src/core/webhook/answer.ts';
import type { Kept } from '../../../src/core/webhook/kept.ts';
import { deliveriesIn } from '../../../src/core/webhook/notification.ts';
import { Subscription } from '../../../src/core/webhook/subscription.ts';
import { inMemoryFetch } from '../../simulator/in-memory.ts';
import { Microsoft } from '../../simulator/microsoft.ts';
import { heardLog, noon, serverClockOn, timerClock } from '../support/doubles.ts';

const minute = 60_000;
const hour = 60 * minute;
const url = 'https://bell.example.com/hook';

let microsoft: Microsoft;
let subscription: Subscription;
/** Whether this computer is there. */
let isAway: boolean;
let wakes: number[];
let joined: number;
let states: string[];
let token: { readonly value: string; readonly endsAt: number };

/** As the app has them: the same one until shortly before its end, unless it has to last. */
function tokenFor(lastsMs = 0): string {
  if (token.endsAt - Date.now() < Math.max(lastsMs, 5 * minute)) token = newToken();
  return token.value;
}

const newToken = (): typeof token => ({
  value: microsoft.entra.accessToken(microsoft.accounts.work.username),
  endsAt: Date.now() + hour,
});

/** The way from Microsoft to us, without a socket. */
const proxied: typeof fetch = async (asked, init) => {
  if (isAway) return new Response(null, { status: 502 });
  const target = (asked instanceof Request ? asked.url : asked.toString()).replace(
    'https://bell.example.com',
    '',
  );
  const answer = answerTo(init?.method ?? 'GET', target, '/hook');
  if (answer !== 'take')
    return new Response(answer.text, {
      status: answer.status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  const body = typeof init?.body === 'string' ? init.body : '';
  for (const one of deliveriesIn(Buffer.from(body)).deliveries) subscription.deliver(one);
  return new Response(null, { status: 202 });
};

beforeEach(async () => {
  vi.useFakeTimers({ now: noon });
  isAway = false;
  wakes = [];
  joined = 0;
  states = [];
  microsoft = new Microsoft({ fetch: proxied });
  token = newToken();
  const ask = inMemoryFetch(microsoft);
  let kept: Kept | null = null;
  subscription = new Subscription({
    driveId: microsoft.drives.finance.id,
    graph: new Graph({
      net: {
        fetch: (asked, init) => ask(asked, init),
        connect: () => {
          throw new Error('There is no push service here.');
        },
      },
      hosts: clouds.global,
      tokens: {
        token: async ({ lastsMs }) => ({ ok: true, value: tokenFor(lastsMs) }),
        challengedAgain: () => undefined,
      },
      serverClock: serverClockOn(timerClock),
      log: heardLog(),
      userAgent: 'test',
    }),
    clock: timerClock,
    log: heardLog(),
    door: () => ({ ok: true, url }),
    validations: () => 0,
    kept: { of: async () => kept, keep: async (one) => void (kept = one) },
    ready: async () => null,
    onLeft: () => undefined,
    onWake: (cause) => {
      if (cause === 'webhook') wakes.push((Date.now() - noon) / hour);
      else joined += 1;
    },
    onState: (state) => states.push('reason' in state ? state.reason : state.state),
    onAsking: () => undefined,
    onGraph: () => undefined,
  });
  subscription.start();
  await vi.advanceTimersByTimeAsync(1000);
});

afterEach(async () => {
  void subscription.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  microsoft.webhooks.stop();
  vi.useRealTimers();
});

const edit = (): void => {
  const [path = ''] = microsoft.drives.finance.paths('file');
  microsoft.drives.finance.edit(path, { by: 'Adele Vance' });
};

it('lives for days: renewed ahead of its end, and authorized again each hour', async () => {
  const [{ id } = { id: '' }] = microsoft.webhooks.all();
  expect(id).not.toBe('');
  for (let passed = 0; passed < 72; passed += 6) {
    await vi.advanceTimersByTimeAsync(6 * hour);
    const before = wakes.length;
    edit();
    await vi.advanceTimersByTimeAsync(minute);
    expect(wakes.length).toBe(before + 1);
  }
  expect(microsoft.webhooks.all().map((one) => one.id)).toEqual([id]);
  expect(new Set(states)).toEqual(new Set(['live']));
});

it('hears by a retry of what happened while nobody answered here', async () => {
  isAway = true;
  edit();
  await vi.advanceTimersByTimeAsync(30 * minute);
  expect(wakes).toEqual([]);
  expect(microsoft.webhooks.deliveries.all('notification').length).toBeGreaterThan(5);
  isAway = false;
  await vi.advanceTimersByTimeAsync(30 * minute);
  expect(wakes).toHaveLength(1);
});

it('looks for itself where Microsoft had to stop telling, and goes on', async () => {
  isAway = true;
  await vi.advanceTimersByTimeAsync(90 * minute);
  edit();
  await vi.advanceTimersByTimeAsync(30 * minute);
  isAway = false;
  joined = 0;
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect([joined > 0, wakes]).toEqual([true, []]);
  edit();
  await vi.advanceTimersByTimeAsync(minute);
  expect(wakes).toHaveLength(1);
});

it('is made with a token that lasts, whatever is left of the one at hand', async () => {
  await vi.advanceTimersByTimeAsync(40 * minute);
  token = { ...token, endsAt: Date.now() + 20 * minute };
  subscription.again();
  await vi.advanceTimersByTimeAsync(1000);
  const [one] = microsoft.webhooks.all();
  expect((one?.authorizedUntil ?? 0) - Date.now()).toBeGreaterThan(30 * minute);
});

it('leaves nothing behind', async () => {
  const stopped = subscription.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopped;
  expect(microsoft.webhooks.all()).toEqual([]);
});

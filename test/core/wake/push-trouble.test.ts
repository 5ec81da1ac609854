import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { minute, PushBench } from '../support/push-bench.ts';
import { type PushSocket, welcome } from '../support/push-net.ts';
import { answerOf } from '../support/scripted-graph.ts';

let bench: PushBench;

beforeEach(() => {
  bench = new PushBench();
});

afterEach(() => bench.end());

/** Starts: how many seconds it was from each time the endpoint was asked for to the next. */
async function askedWithin(ms: number): Promise<readonly number[]> {
  const times: number[] = [];
  const { answer } = bench.graph;
  bench.graph.answer = (target, signal) => {
    times.push(Date.now());
    return answer(target, signal);
  };
  bench.push.start();
  await bench.pass(ms);
  return times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1000));
}

describe('a connection that fails', () => {
  it.each<[string, (socket: PushSocket) => void, number, string]>([
    // First by the library, then by our own loop.
    ['a join without an answer', (socket) => socket.open(), 20_000, 'push-silent'],
    ['an upgrade without an answer', () => undefined, 10_000, 'push-unreachable'],
    ['a refused upgrade', (socket) => socket.refuse(403), 1000, 'push-refused'],
    ['an upgrade refused for its token', (socket) => socket.refuse(401), 1000, 'push-refused'],
    ['a broken connection', (socket) => socket.drop(), 1000, 'push-unreachable'],
    [
      'a refused namespace',
      (socket) => {
        socket.onFrame = () => socket.say('44/notifications,{"message":"No"}');
        socket.open();
      },
      1000,
      'push-refused',
    ],
  ])('%s says so and tries again', async (_what, meet, withinMs, reason) => {
    bench.net.meet = meet;
    bench.push.start();
    await bench.pass(withinMs);
    expect(bench.heard[0]).toBe(`down ${reason}`);
    expect(bench.heard).not.toContain('live');

    bench.net.meet = welcome;
    await bench.pass(5000);
    expect(bench.heard.slice(-2)).toEqual(['live', 'wake joined']);
    expect(bench.net.open).toHaveLength(1);
  });

  it('is tried again with the endpoint there is for half a minute', async () => {
    bench.net.meet = (socket) => socket.drop();
    bench.push.start();
    await bench.pass(25_000);
    expect([bench.net.sockets.length > 3, bench.graph.asked.length]).toEqual([true, 1]);
    bench.net.meet = welcome;
    await bench.pass(minute);
    expect([bench.graph.asked.length, bench.net.open.length]).toEqual([2, 1]);
  });

  it('is tried for longer with the endpoint there is where Microsoft asks us to slow down', async () => {
    bench.graph.pace.throttled();
    bench.net.meet = (socket) => socket.drop();
    bench.push.start();
    await bench.pass(55_000);
    expect(bench.graph.asked).toHaveLength(1);
  });

  it.each<[string, (socket: PushSocket) => void]>([
    ['refused', (socket) => socket.refuse(401)],
    ['halfway through its life', (socket) => socket.drop()],
  ])('is not tried again with an endpoint that is %s', async (_what, meet) => {
    bench.graph.answer = () => bench.endpoint('/notifications', 10_000);
    bench.net.meet = meet;
    bench.push.start();
    await bench.pass(9000);
    const urls = new Set(bench.net.sockets.map((socket) => socket.url.href));
    expect(urls.size).toBeGreaterThan(1);
    expect(urls.size).toBe(bench.graph.asked.length);
  });

  it.each([
    ['while others are live is one too many', true, 'too-many-drives'],
    ['with nobody live is a refusal', false, 'push-refused'],
  ] as const)('for ten minutes for want of room %s', async (_what, othersAreLive, reason) => {
    bench.othersAreLive = othersAreLive;
    bench.net.meet = (socket) => socket.refuse(429);
    bench.push.start();
    await bench.pass(9 * minute);
    expect(new Set(bench.heard)).toEqual(new Set(['down push-refused']));
    await bench.pass(4 * minute);
    expect(bench.heard.at(-1)).toBe(`down ${reason}`);
    // Whoever is one too many asks rarely.
    const tries = bench.net.sockets.length;
    await bench.pass(60 * minute);
    if (othersAreLive) expect(bench.net.sockets.length - tries).toBeLessThan(8);
    bench.net.meet = welcome;
    await bench.pass(16 * minute);
    expect(bench.heard.slice(-2)).toEqual(['live', 'wake joined']);
  });

  it('is met less and less often', async () => {
    bench.net.meet = (socket) => socket.drop();
    bench.push.start();
    await bench.pass(10 * minute);
    const tries = bench.graph.asked.length;
    await bench.pass(10 * minute);
    expect(bench.graph.asked.length - tries).toBe(10);
  });

  it.each([
    ['is not tried for five minutes', 'refused', 'push-not-offered', 5 * minute],
    ['is tried again soon', 'not-found', 'push-refused', 2000],
  ] as const)('an endpoint that %s after %s', async (_what, code, reason, waitMs) => {
    bench.graph.answer = () => failure(code);
    bench.push.start();
    await bench.pass(waitMs - 1);
    expect([bench.heard, bench.reached, bench.graph.asked.length]).toEqual([
      [`down ${reason}`],
      [null],
      1,
    ]);
    await bench.pass(1);
    expect(bench.graph.asked).toHaveLength(2);
  });

  it('passes on that Graph cannot be asked, and waits longer than it says', async () => {
    bench.graph.answer = () => failure('throttled', 7 * minute);
    bench.push.start();
    await bench.pass(7 * minute + 999);
    expect([bench.heard, bench.reached, bench.graph.asked.length]).toEqual([
      ['down throttled'],
      ['throttled'],
      1,
    ]);
    await bench.pass(1);
    expect(bench.graph.asked).toHaveLength(2);
  });

  it('never connects to a host that is not the push service', async () => {
    bench.graph.answer = () =>
      answerOf({ notificationUrl: 'https://evil.example/notifications?t=1' });
    bench.push.start();
    await bench.pass(minute);
    expect(new Set(bench.heard)).toEqual(new Set(['down endpoint-foreign-host']));
    expect(bench.net.sockets).toEqual([]);
  });

  it.each<[string, () => GraphAnswer, string]>([
    ['without a url', () => answerOf({}), 'endpoint-without-url'],
    ['over http', () => answerOf({ notificationUrl: 'http://a.svc.ms/n' }), 'endpoint-not-https'],
    [
      'of a foreign host',
      () => answerOf({ notificationUrl: 'https://evil.example/n' }),
      'endpoint-foreign-host',
    ],
    ['that is not found', () => failure('not-found'), 'push-refused'],
    ['that is not allowed', () => failure('no-access'), 'push-refused'],
  ])('an endpoint %s is asked for soon, then ever more rarely', async (_what, answer, reason) => {
    bench.graph.answer = answer;
    const asked = await askedWithin(5 * 60 * minute);
    const first = Array.from({ length: 11 }, (_, n) => 2 * 2 ** n);
    expect(asked).toEqual([...first, 3600, 3600, 3600]);
    expect(new Set(bench.heard)).toEqual(new Set([`down ${reason}`]));
    expect(new Set(bench.reached)).toEqual(new Set([null]));
  });

  it('an endpoint that was good at last is asked for soon again when it is bad the next time', async () => {
    bench.graph.answer = () => failure('not-found');
    await askedWithin(20 * minute);
    bench.graph.answer = () => bench.endpoint();
    await bench.pass(20 * minute);
    expect(bench.heard.at(-1)).toBe('wake joined');
    bench.graph.answer = () => failure('not-found');
    bench.net.last.drop();
    await bench.pass(0);
    const before = bench.graph.asked.length;
    await bench.pass(3000);
    expect(bench.graph.asked.length - before).toBe(2);
  });

  it.each(['signed-out', 'client-id-wrong'] as const)(
    'for want of a sign-in or an app is tried again as rarely as where push is not offered: %s',
    async (code) => {
      bench.graph.answer = () => failure(code);
      const asked = await askedWithin(4 * 60 * minute);
      expect(asked.map((wait) => wait / 60)).toEqual([5, 10, 20, 40, 60, 60]);
      expect(new Set(bench.reached)).toEqual(new Set([code]));
    },
  );
});

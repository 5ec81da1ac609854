import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { Graph } from '../../../src/core/graph/graph.ts';
import type { TokenAnswer } from '../../../src/core/sign-in/token-source.ts';
import { heardLog, serverClockOn, timerClock } from '../support/doubles.ts';
import { FetchNet, graphError, json } from '../support/fetched.ts';

const never = new AbortController().signal;
const drives = 100;

let token: () => Promise<TokenAnswer>;
let net: FetchNet;
let graph: Graph;

beforeEach(() => {
  vi.useFakeTimers();
  net = new FetchNet(() => json({ fine: true }));
  token = async () => ({ ok: true, value: 'token' });
  graph = new Graph({
    net,
    hosts: clouds.global,
    tokens: { token: () => token(), challengedAgain: () => undefined },
    serverClock: serverClockOn(timerClock),
    log: heardLog(),
    userAgent: 'test',
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function askForAll(): void {
  for (let drive = 0; drive < drives; drive += 1)
    void graph.get('/me', { signal: never, urgency: 'upkeep' });
}

it('what has waited long for a token does not go out all at once when it comes', async () => {
  const given = Promise.withResolvers<TokenAnswer>();
  token = () => given.promise;
  askForAll();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(net.asked).toHaveLength(0);
  given.resolve({ ok: true, value: 'token' });
  await vi.advanceTimersByTimeAsync(999);
  expect(net.asked).toHaveLength(4 + 3);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(net.asked).toHaveLength(drives);
});

it('what is asked again with a new token counts as well', async () => {
  net.answer = () => graphError(401, 'InvalidAuthenticationToken');
  askForAll();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(net.asked.length).toBeLessThanOrEqual(4 + 10 * 4);
});

it('an account that is told to wait makes nobody wait for the budget to say so', async () => {
  net.answer = () => graphError(429, 'tooManyRequests', { 'retry-after': '60' });
  await graph.get('/me', { signal: never, urgency: 'upkeep' });
  const codes: string[] = [];
  for (let drive = 0; drive < drives; drive += 1) {
    void graph
      .get('/me', { signal: never, urgency: 'upkeep' })
      .then((answer) => codes.push(answer.ok ? '' : answer.code));
  }
  await vi.advanceTimersByTimeAsync(0);
  expect(codes).toEqual(codes.map(() => 'throttled'));
  expect(codes).toHaveLength(drives);
  expect(net.asked).toHaveLength(1);
});

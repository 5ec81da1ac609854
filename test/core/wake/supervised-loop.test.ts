import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aborted } from '../../../src/core/time/timing.ts';
import { SupervisedLoop } from '../../../src/core/wake/supervised-loop.ts';

let rounds: AbortSignal[];
let round: (signal: AbortSignal) => Promise<void>;
let onBroken: () => number;
let loop: SupervisedLoop;

beforeEach(() => {
  vi.useFakeTimers();
  rounds = [];
  round = aborted;
  onBroken = () => 1000;
  loop = new SupervisedLoop({
    round: (signal) => {
      rounds.push(signal);
      return round(signal);
    },
    onBroken: () => onBroken(),
  });
});

afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('begins another round where one is over, or is given up', async () => {
  const over = Promise.withResolvers<void>();
  round = () => over.promise;
  void loop.run();
  round = aborted;
  over.resolve();
  await pass(0);
  expect(rounds).toHaveLength(2);
  loop.again();
  await pass(0);
  expect(rounds.map((one) => one.aborted)).toEqual([true, true, false]);
});

it('goes on where a round throws, after a while or as soon as it is asked to', async () => {
  round = () => Promise.reject(new Error('broke'));
  void loop.run();
  await pass(999);
  expect(rounds).toHaveLength(1);
  await pass(1);
  expect(rounds).toHaveLength(2);
  loop.again();
  await pass(0);
  expect(rounds).toHaveLength(3);
});

it('goes on where not even that it broke can be told', async () => {
  round = () => Promise.reject(new Error('broke'));
  onBroken = () => {
    throw new Error('broke as well');
  };
  void loop.run();
  await pass(60_000);
  expect(rounds).toHaveLength(2);
});

it('ends by stop, once the last round is over', async () => {
  const over = Promise.withResolvers<void>();
  round = () => over.promise;
  let isDone = false;
  const done = loop.run().then(() => (isDone = true));
  loop.stop();
  await pass(0);
  expect([isDone, rounds[0]?.aborted]).toEqual([false, true]);
  over.resolve();
  await done;
  expect([rounds.length, loop.isStopped]).toEqual([1, true]);
  loop.again();
  await pass(0);
  expect(rounds).toHaveLength(1);
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Asking } from '../../../src/core/graph/graph.ts';
import { ReadLoop } from '../../../src/core/reading/read-loop.ts';
import type { ReadOutcome } from '../../../src/core/reading/watcher.ts';
import { row } from '../support/doubles.ts';

interface Reading extends Asking {
  readonly answer: (outcome: ReadOutcome) => void;
}

const done: ReadOutcome = { ok: true, rows: [], listed: 0 };
let readings: Reading[];
let ended: string[];
let loop: ReadLoop;

beforeEach(() => {
  readings = [];
  ended = [];
  loop = new ReadLoop({
    read: (asking) =>
      new Promise((resolve) => {
        readings.push({ ...asking, answer: resolve });
        asking.signal.addEventListener('abort', () => resolve(done));
      }),
    onBegin: () => undefined,
    onEnd: (cause) => ended.push(cause),
  });
});

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function finish(index: number): Promise<void> {
  readings[index]?.answer(done);
  await settle();
}

describe('a wake', () => {
  it('while a reading waits its turn is answered by it', async () => {
    loop.wake('retry');
    loop.wake('joined');
    readings[0]?.onLeave?.();
    await finish(0);
    expect([readings.length, ended]).toEqual([1, ['retry']]);
  });

  it('after the request has left needs another, and many need one', async () => {
    loop.wake('retry');
    readings[0]?.onLeave?.();
    loop.wake('joined');
    loop.wake('poll');
    await finish(0);
    await finish(1);
    expect([readings.length, ended]).toEqual([2, ['retry', 'poll']]);
  });

  it.each(['push', 'webhook', 'asked'] as const)(
    'of %s does not wait its turn among others',
    async (cause) => {
      loop.wake('poll');
      loop.wake(cause);
      await settle();
      expect(readings.map((one) => [one.urgency, one.signal.aborted])).toEqual([
        ['reading', true],
        ['awaited', false],
      ]);
      await finish(1);
      expect(ended).toEqual([cause]);
    },
  );

  it('that somebody waits for is as urgent though another comes after it', async () => {
    loop.wake('poll');
    readings[0]?.onLeave?.();
    loop.wake('push');
    loop.wake('poll');
    await finish(0);
    expect(readings[1]?.urgency).toBe('awaited');
  });

  it('after the request has left does not end it', () => {
    loop.wake('poll');
    readings[0]?.onLeave?.();
    loop.wake('push');
    expect(readings.map((one) => one.signal.aborted)).toEqual([false]);
  });
});

it('says whether a reading is under way', async () => {
  expect(loop.isReading).toBe(false);
  loop.wake('retry');
  expect(loop.isReading).toBe(true);
  await finish(0);
  expect(loop.isReading).toBe(false);
});

it('a reading that was given up counts for nothing', async () => {
  loop.wake('poll');
  loop.giveUp();
  await settle();
  expect([ended, loop.isWoken]).toEqual([[], false]);
});

it('a reading that was given up but has written something counts', async () => {
  loop.wake('poll');
  readings[0]?.answer({ ok: true, rows: [row()], listed: 1 });
  loop.giveUp();
  await settle();
  expect(ended).toEqual(['poll']);
});

it('nothing is read any more once it has stopped', async () => {
  loop.wake('poll');
  loop.wake('joined');
  loop.stop();
  await settle();
  expect([ended, readings.length]).toEqual([[], 1]);
});

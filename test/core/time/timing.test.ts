import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aborted, sleep, unlessAborted } from '../../../src/core/time/timing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Whether a promise has settled by now. */
async function isOver(waiting: Promise<void>): Promise<boolean> {
  return Promise.race([waiting.then(() => true), vi.advanceTimersByTimeAsync(0).then(() => false)]);
}

it('sleeps as long as asked', async () => {
  const waiting = sleep(1000, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(999);
  expect(await isOver(waiting)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isOver(waiting)).toBe(true);
});

it('wakes at once, without an error and without a timer, when given up', async () => {
  const end = new AbortController();
  const waiting = sleep(1000, end.signal);
  end.abort();
  expect([await isOver(waiting), vi.getTimerCount()]).toEqual([true, 0]);
  expect([await isOver(sleep(1000, end.signal)), vi.getTimerCount()]).toEqual([true, 0]);
});

it('hears an abort, also one that has been', async () => {
  const end = new AbortController();
  const waiting = aborted(end.signal);
  expect(await isOver(waiting)).toBe(false);
  end.abort();
  expect([await isOver(waiting), await isOver(aborted(end.signal))]).toEqual([true, true]);
});

it('waits for work no longer than it is wanted', async () => {
  const end = new AbortController();
  const { signal } = end;
  expect(await unlessAborted(Promise.resolve(7), signal)).toBe(7);
  await expect(unlessAborted(Promise.reject(new Error('broke')), signal)).rejects.toThrow('broke');
  const waiting = unlessAborted(new Promise(() => undefined), signal);
  end.abort();
  expect([await waiting, await unlessAborted(new Promise(() => undefined), signal)]).toEqual([
    null,
    null,
  ]);
});

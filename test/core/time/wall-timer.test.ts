import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WallTimer } from '../../../src/core/time/wall-timer.ts';
import { noon, timerClock } from '../support/doubles.ts';

const hour = 60 * 60_000;

let over: number;
let timer: WallTimer;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  over = 0;
  timer = new WallTimer(timerClock, () => (over += 1));
});

afterEach(() => {
  timer.stop();
  vi.useRealTimers();
});

it('tells when it is time, once', async () => {
  timer.arm(noon + hour);
  await vi.advanceTimersByTimeAsync(hour - 1);
  expect(over).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toBe(1);
  await vi.advanceTimersByTimeAsync(hour);
  expect([over, vi.getTimerCount()]).toEqual([1, 0]);
});

it('has nothing to tell where there is no time', async () => {
  timer.arm(null);
  await vi.advanceTimersByTimeAsync(48 * hour);
  expect([over, vi.getTimerCount()]).toEqual([0, 0]);
});

it('tells of the newest pause alone', async () => {
  timer.arm(noon + hour);
  timer.arm(noon + 2 * hour);
  await vi.advanceTimersByTimeAsync(2 * hour - 1);
  expect(over).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toBe(1);
});

it('does not tell of a pause that was ended before', async () => {
  timer.arm(noon + hour);
  timer.arm(null);
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect([over, vi.getTimerCount()]).toEqual([0, 0]);
});

it('tells at once of one that is over already', async () => {
  timer.arm(noon - 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toBe(1);
});

it('does not take a far end for a near one', async () => {
  timer.arm(noon + 365 * 24 * hour);
  await vi.advanceTimersByTimeAsync(24 * hour);
  expect(over).toBe(0);
});

it('waits for a clock that was set back, or no longer than it may run', async () => {
  timer.arm(noon + hour);
  vi.setSystemTime(noon - 24 * hour);
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(over).toBe(0);
  timer.arm(noon + hour, 3 * hour);
  await vi.advanceTimersByTimeAsync(3 * hour - 1);
  expect(over).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect([over, vi.getTimerCount()]).toEqual([1, 0]);
});

it('stopped, tells nothing', async () => {
  timer.arm(noon + hour);
  timer.stop();
  await vi.advanceTimersByTimeAsync(hour);
  expect([over, vi.getTimerCount()]).toEqual([0, 0]);
});

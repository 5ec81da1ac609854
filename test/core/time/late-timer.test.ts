import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onLateTimer } from '../../../src/core/time/late-timer.ts';
import { timerClock } from '../support/doubles.ts';

let told: number;
let undo: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  told = 0;
  undo = onLateTimer(timerClock, () => (told += 1));
});

afterEach(() => {
  undo();
  vi.useRealTimers();
});

it('says nothing of a computer that is awake', async () => {
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(told).toBe(0);
});

it('tells once of a computer that has slept', async () => {
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toBe(1);
});

it('does not mind a timer that is a little late, or a clock that is set back', async () => {
  vi.setSystemTime(Date.now() + 20_000);
  await vi.advanceTimersByTimeAsync(30_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(told).toBe(0);
});

it('leaves no timer behind', () => {
  undo();
  expect(vi.getTimerCount()).toBe(0);
});

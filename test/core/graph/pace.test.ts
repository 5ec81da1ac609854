import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pace } from '../../../src/core/graph/pace.ts';

const minute = 60_000;
let pace: Pace;

beforeEach(() => {
  vi.useFakeTimers();
  pace = new Pace();
});

afterEach(() => {
  vi.useRealTimers();
});

function throttledEach(ms: number, times: number): readonly number[] {
  return Array.from({ length: times }, () => {
    pace.throttled();
    const { factor } = pace;
    vi.advanceTimersByTime(ms);
    return factor;
  });
}

it('is the usual one as long as Microsoft says nothing', () => {
  expect([pace.factor, pace.isSlowest]).toEqual([1, false]);
});

it('halves each time Microsoft says that it is too much, down to a sixty-fourth', () => {
  expect(throttledEach(5 * minute, 8)).toEqual([2, 4, 8, 16, 32, 64, 64, 64]);
  expect(pace.isSlowest).toBe(true);
});

it('takes what is said within five minutes for one', () => {
  expect(throttledEach(2 * minute, 7)).toEqual([2, 2, 2, 4, 4, 4, 8]);
});

it('doubles again with each hour of silence', () => {
  throttledEach(5 * minute, 3);
  vi.advanceTimersByTime(54 * minute);
  expect(pace.factor).toBe(8);
  vi.advanceTimersByTime(minute);
  expect(pace.factor).toBe(4);
  vi.advanceTimersByTime(60 * minute);
  expect(pace.factor).toBe(2);
  vi.advanceTimersByTime(500 * minute);
  expect(pace.factor).toBe(1);
});

it('is put off its easing, but made no slower, by what is said now and then', () => {
  expect(throttledEach(50 * minute, 6)).toEqual([2, 2, 2, 2, 2, 2]);
});

import { expect, it } from 'vitest';
import { Backoff } from '../../../src/core/time/backoff.ts';

function delays(random: number, count: number): readonly number[] {
  const backoff = new Backoff(1000, 60_000, () => random);
  return Array.from({ length: count }, () => backoff.next());
}

it('doubles up to the most', () => {
  expect(delays(1, 9)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});

it('takes any part of it by chance', () => {
  expect(delays(0.5, 3)).toEqual([500, 1000, 2000]);
});

it('never waits less than half of the first delay', () => {
  expect(delays(0, 3)).toEqual([500, 500, 500]);
});

it('does not lose count in a long night', () => {
  expect(delays(1, 2000).at(-1)).toBe(60_000);
});

it('adds a little to a wait that was asked for, however often it has failed', () => {
  const backoff = new Backoff(1000, 60_000, () => 1);
  for (let failed = 0; failed < 10; failed += 1) backoff.next();
  expect(backoff.after(5000)).toBe(25_000);
  expect(backoff.after(0)).toBe(60_000);
});

it('begins anew after a success', () => {
  const backoff = new Backoff(1000, 60_000, () => 1);
  backoff.next();
  backoff.next();
  backoff.reset();
  expect(backoff.next()).toBe(1000);
});

it('an asked wait is followed by a longer spread where little may be asked', () => {
  const backoff = new Backoff(1000, 60_000, () => 0.5);
  expect([backoff.after(5000, 8), new Backoff(1000, 60_000, () => 0.5).after(0, 8)]).toEqual([
    5000 + 80_000,
    500,
  ]);
});

it('one refusal is not yet a crowd: it comes back as soon as it may', () => {
  const backoff = new Backoff(1000, 60_000, () => 1);
  expect([backoff.after(5000, 2), backoff.after(5000, 4)]).toEqual([6000, 5000 + 80_000]);
});

import { expect, it } from 'vitest';
import { PollSchedule } from '../../../src/core/wake/poll-schedule.ts';

const minute = 60_000;

/** Waits while live, in minutes, a poll after each; whether it found something is given. */
function waits(
  found: readonly boolean[],
  schedule = new PollSchedule(
    () => 1,
    () => 0.5,
  ),
): readonly number[] {
  return found.map((one) => {
    const wait = schedule.next(true) / minute;
    schedule.polled(one);
    return wait;
  });
}

it('doubles from five minutes to thirty while polls find nothing', () => {
  expect(waits([false, false, false, false, false])).toEqual([5, 10, 20, 30, 30]);
});

it('comes back to five minutes when one finds something', () => {
  expect(waits([false, false, true, false, false])).toEqual([5, 10, 20, 5, 10]);
});

it('is a minute while not live, whatever went before', () => {
  const schedule = new PollSchedule(
    () => 1,
    () => 0.5,
  );
  waits([false, false, false], schedule);
  expect(schedule.next(false)).toBe(minute);
});

it('begins at five minutes after a reset', () => {
  const schedule = new PollSchedule(
    () => 1,
    () => 0.5,
  );
  waits([false, false, false], schedule);
  schedule.reset();
  expect(schedule.next(true)).toBe(5 * minute);
});

it.each([
  [0, 54_000],
  [1, 66_000],
])('spreads by a tenth: chance %d gives %i', (chance, wait) => {
  expect(
    new PollSchedule(
      () => 1,
      () => chance,
    ).next(false),
  ).toBe(wait);
});

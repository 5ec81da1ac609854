import { expect, it } from 'vitest';
import { PollSchedule } from '../../../src/core/wake/poll-schedule.ts';

const minute = 60_000;

function schedule({ factor = 1, chance = 0.5, drives = 1 } = {}): PollSchedule {
  return new PollSchedule(
    { drives: () => drives, pace: { factor, isSlowest: factor === 64 } },
    () => chance,
  );
}

/** Waits while live, in minutes, a poll after each; whether it found something is given. */
function waits(found: readonly boolean[], polls = schedule()): readonly number[] {
  return found.map((one) => {
    const wait = polls.next(true) / minute;
    polls.polled(one);
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
  const polls = schedule();
  waits([false, false, false], polls);
  expect(polls.next(false)).toBe(minute);
});

it('begins at five minutes after a reset', () => {
  const polls = schedule();
  waits([false, false, false], polls);
  polls.reset();
  expect(polls.next(true)).toBe(5 * minute);
});

it.each([
  [0, 54_000],
  [1, 66_000],
])('spreads by a tenth: chance %d gives %i', (chance, wait) => {
  expect(schedule({ chance }).next(false)).toBe(wait);
});

it('leaves room in the budget where drives are many', () => {
  expect(schedule({ drives: 500 }).secondsWhileNotLive).toBe(250);
});

it.each([
  [2, 2, 5],
  [8, 8, 5],
  [64, 60, 120],
])('is slower where Microsoft asks for it: by %i', (factor, notLive, live) => {
  const polls = schedule({ factor });
  expect([polls.next(false) / minute, polls.next(true) / minute]).toEqual([notLive, live]);
});

import { expect, it } from 'vitest';
import { isPaused, type PausedUntil, pauseEnd } from '../../../src/core/notices/pause.ts';
import { noon } from '../support/doubles.ts';

const hour = 60 * 60 * 1000;

it('for one hour ends in an hour', () => {
  expect(pauseEnd('one-hour', noon)).toBe(noon + hour);
});

it('until resumed does not end', () => {
  expect(pauseEnd('until-resumed', noon)).toBe('until-resumed');
});

it.each([
  ['in the afternoon', new Date(2026, 10, 21, 15, 30), new Date(2026, 10, 22, 8)],
  ['after midnight', new Date(2026, 10, 21, 0, 30), new Date(2026, 10, 22, 8)],
  ['at the end of the year', new Date(2026, 11, 31, 23, 59), new Date(2027, 0, 1, 8)],
])('until tomorrow, asked %s, ends at eight by the clock on the wall', (_what, now, end) => {
  expect(pauseEnd('tomorrow', now.getTime())).toBe(end.getTime());
});

it.each<[PausedUntil, boolean]>([
  [null, false],
  ['until-resumed', true],
  [noon + 1, true],
  [noon, false],
  [noon - 1, false],
])('paused until %j: %s', (until, expected) => {
  expect(isPaused(until, noon)).toBe(expected);
});

import { describe, expect, it } from 'vitest';
import { nextQuiet, type QuietHours, quietUntil } from '../../../src/core/notices/quiet-hours.ts';

/** Friday, 20 November 2026, by the wall's clock. */
const at = (hours: number, minutes = 0, days = 0): number =>
  new Date(2026, 10, 20 + days, hours, minutes).getTime();
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const night: QuietHours = { isOn: true, days: everyDay, from: 22 * 60, to: 7 * 60 };
const lunch: QuietHours = { isOn: true, days: [5], from: 12 * 60, to: 13 * 60 };

describe('it is quiet', () => {
  it.each<[string, QuietHours, number, number | null]>([
    ['in the evening', night, at(22), at(7, 0, 1)],
    ['after midnight', night, at(3), at(7)],
    ['not any more in the morning', night, at(7), null],
    ['not yet in the afternoon', night, at(21, 59), null],
    ['at noon on Friday', lunch, at(12, 30), at(13)],
    ['not at noon on Saturday', lunch, at(12, 30, 1), null],
    ['early on Saturday, from Friday on', { ...night, days: [5] }, at(3, 0, 1), at(7, 0, 1)],
    ['not early on Friday', { ...night, days: [5] }, at(3), null],
    ['all day', { ...night, from: 0, to: 0 }, at(15), at(0, 0, 1)],
    ['never without a day', { ...night, days: [] }, at(23), null],
    ['never while it is off', { ...night, isOn: false }, at(23), null],
  ])('%s', (_what, hours, now, until) => {
    expect(quietUntil(hours, now)).toBe(until);
  });
});

describe('it becomes quiet', () => {
  it.each<[string, QuietHours, number, number | null]>([
    ['this evening', night, at(15), at(22)],
    ['tomorrow, where it is quiet now', night, at(23), at(22, 0, 1)],
    ['in a week', lunch, at(12), at(12, 0, 7)],
    ['never while it is off', { ...night, isOn: false }, at(15), null],
    ['never without a day', { ...night, days: [] }, at(15), null],
  ])('%s', (_what, hours, now, next) => {
    expect(nextQuiet(hours, now)).toBe(next);
  });
});

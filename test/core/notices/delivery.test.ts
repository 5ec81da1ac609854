import { expect, it } from 'vitest';
import { type Delivery, nextDelivery } from '../../../src/core/notices/delivery.ts';

/** Friday, 20 November 2026, by the wall's clock. */
const at = (hours: number, minutes = 0, days = 0): number =>
  new Date(2026, 10, 20 + days, hours, minutes).getTime();
const daily: Delivery = { every: 'day', at: 9 * 60 + 30, day: 1 };

it.each<[string, Delivery, number, number]>([
  ['at once', { ...daily, every: 'change' }, at(10, 20), at(10, 20)],
  ['at the full hour', { ...daily, every: 'hour' }, at(10, 20), at(11)],
  ['an hour later', { ...daily, every: 'hour' }, at(11), at(12)],
  ['at midnight', { ...daily, every: 'hour' }, at(23, 59), at(0, 0, 1)],
  ['later today', daily, at(9, 29), at(9, 30)],
  ['tomorrow', daily, at(9, 30), at(9, 30, 1)],
  ['on Monday', { ...daily, every: 'week' }, at(10), at(9, 30, 3)],
  ['today, if it is the day', { ...daily, every: 'week', day: 5 }, at(9), at(9, 30)],
  ['in a week', { ...daily, every: 'week', day: 5 }, at(9, 30), at(9, 30, 7)],
])('%s', (_what, delivery, since, next) => {
  expect(nextDelivery(delivery, since)).toBe(next);
});

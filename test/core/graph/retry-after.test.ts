import { expect, it } from 'vitest';
import { retryAfterMs } from '../../../src/core/graph/retry-after.ts';
import { noon } from '../support/doubles.ts';

const day = 24 * 60 * 60 * 1000;

it.each<[string | null, number | null]>([
  [null, null],
  ['', null],
  ['soon', null],
  ['0', 0],
  ['7', 7000],
  [' 7 ', 7000],
  ['9999999', day],
  ['99999999999999999999999', day],
  ['Sat, 21 Nov 2026 12:00:05 GMT', 5000],
  ['Sat, 21 Nov 2026 11:59:00 GMT', 0],
  ['Mon, 21 Dec 2026 12:00:00 GMT', day],
])('%j', (header, ms) => {
  expect(retryAfterMs(header, noon)).toBe(ms);
});

import { expect, it } from 'vitest';
import { oneSpelling } from '../../../src/core/graph/same-id.ts';

it.each([
  ['9FB2C6D1A0E45B73', '9fb2c6d1a0e45b73'],
  ['9fb2c6d1a0e45b7', '09FB2C6D1A0E45B7'],
  ['1a', '000000000000001A'],
  ['0', '0000000000000000'],
  ['b!AbC-dEf', 'B!aBc-DeF'],
  ['8D7F0A52-0000-4D4E-9C1B-0C3A5A1F2B3C', '8d7f0a52-0000-4d4e-9c1b-0c3a5a1f2b3c'],
])('%s and %s are one', (one, other) => {
  expect(oneSpelling(one)).toBe(oneSpelling(other));
});

it.each([
  ['a zero that counts', '9fb2c6d1a0e45b70', '9fb2c6d1a0e45b7'],
  ['another digit', '9fb2c6d1a0e45b7', '9fb2c6d1a0e45b8'],
  ['the zeros of an id that is not personal', 'b!x', '0b!x'],
  ['the zeros of an id too long to be personal', `0${'a'.repeat(16)}`, 'a'.repeat(16)],
])('%s tells two apart', (_what, one, other) => {
  expect(oneSpelling(one)).not.toBe(oneSpelling(other));
});

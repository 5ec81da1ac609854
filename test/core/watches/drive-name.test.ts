import { expect, test } from 'vitest';
import { labelOf, nameOf } from '../../../src/core/watches/drive-name.ts';

test.each([
  ['Money', 'Money'],
  ['  Money \n at  work ', 'Money at work'],
  ['Mon\u202Eey\u0007', 'Money'],
  ['', null],
  [' \t\u200B\u2800 ', null],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['x'.repeat(101), 'x'.repeat(100)],
  [`${'x'.repeat(99)} y`, 'x'.repeat(99)],
  [`${'x'.repeat(98)}👩‍👩‍👧`, 'x'.repeat(98)],
  ['👩‍👩‍👧'.repeat(20), '👩‍👩‍👧'.repeat(12)],
  ['x'.repeat(5000), 'x'.repeat(100)],
])('a label is made fit to be shown: %j', (text, label) => {
  expect(labelOf(text)).toBe(label);
});

test('a drive is called as the person calls it, else as Microsoft does', () => {
  const scope = { name: 'Budget' };
  expect(nameOf({ name: 'Documents', label: null, scope: null })).toBe('Documents');
  expect(nameOf({ name: 'Documents', label: null, scope })).toBe('Documents › Budget');
  expect(nameOf({ name: 'Documents', label: 'Money', scope })).toBe('Money');
});

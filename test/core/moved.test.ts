import { expect, test } from 'vitest';
import { moved } from '../../src/core/moved.ts';

test.each([
  ['b', 'earlier', 'bac'],
  ['b', 'later', 'acb'],
  ['a', 'earlier', 'abc'],
  ['c', 'later', 'abc'],
  ['a', 'later', 'bac'],
  ['c', 'earlier', 'acb'],
] as const)('%s is moved %s', (meant, to, after) => {
  const before = ['a', 'b', 'c'];
  expect(moved(before, (one) => one === meant, to)?.join('')).toBe(after);
  expect(before).toEqual(['a', 'b', 'c']);
});

test('what is not there is not moved', () => {
  expect(moved(['a'], () => false, 'later')).toBeNull();
});

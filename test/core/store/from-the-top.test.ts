import { expect, it } from 'vitest';
import { fromTheTop } from '../../../src/core/store/from-the-top.ts';

function order(...folders: readonly (readonly [string, string | null])[]): string {
  return fromTheTop(folders.map(([id, parentId]) => ({ id, parentId })))
    .map(({ id }) => id)
    .join('');
}

it('puts those above before those below, and else keeps the order', () => {
  expect(order(['c', 'b'], ['z', 'root'], ['b', 'a'], ['y', 'z'], ['a', null])).toBe('zabyc');
});

it('ends though folders lie in a circle, or in themselves', () => {
  expect(order(['a', 'b'], ['b', 'a'], ['c', 'c'])).toHaveLength(3);
});

it('goes through a hundred thousand, each below the other, in no time', () => {
  const chain = Array.from({ length: 100_000 }, (_, n) => ({ id: `${n}`, parentId: `${n + 1}` }));
  const sorted = fromTheTop(chain);
  expect([sorted[0]?.id, sorted.at(-1)?.id]).toEqual(['99999', '0']);
});

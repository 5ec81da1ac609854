import { expect, it, vi } from 'vitest';
import { type Circumstances, type Classified, classify } from '../../src/core/reading/classify.ts';
import type { DriveItem } from '../../src/core/graph/drive-item.ts';
import { noon } from './support/doubles.ts';
import { file, folder, memoryOf, tombstone } from './support/items.ts';

const tree = [
  folder('top'),
  folder('sub', { parentId: 'top' }),
  folder('deep', { parentId: 'sub' }),
  file('a', { parentId: 'deep' }),
  file('b', { parentId: 'deep' }),
];

interface Parts extends Partial<Circumstances> {
  readonly known?: readonly DriveItem[];
}

function run(items: readonly DriveItem[], { known = tree, ...parts }: Parts = {}): Classified {
  return classify(items, {
    memory: memoryOf(known),
    readers: [],
    since: noon,
    now: noon,
    knowsAll: true,
    isWhole: false,
    scopeId: null,
    ...parts,
  });
}

it('asks once for what is below a folder, however much of it is listed as deleted', () => {
  const memory = memoryOf(tree);
  const below = vi.spyOn(memory, 'below');
  const gone = ['b', 'deep', 'top', 'sub'].map((id) => tombstone(id));
  const { differences, forget } = run(gone, { memory });
  expect(differences).toMatchObject([{ name: 'top', descendants: 4 }]);
  // One of the files was not listed: it goes all the same.
  expect(forget.toSorted()).toEqual(['a', 'b', 'deep', 'sub', 'top']);
  expect(below.mock.calls).toEqual([['top']]);
});

it('asks once for the place of a folder, and once whether it is of interest', () => {
  const memory = memoryOf(tree);
  const place = vi.spyOn(memory, 'place');
  const isWithin = vi.spyOn(memory, 'isWithin');
  const moved = ['a', 'b'].map((id) => file(id, { parentId: 'top', eTag: 'moved' }));
  const { differences } = run(moved, { memory, scopeId: 'sub' });
  expect(differences.map((one) => [one.oldPlace, one.wasInScope])).toEqual([
    [['top', 'sub', 'deep'], true],
    [['top', 'sub', 'deep'], true],
  ]);
  expect(place.mock.calls).toEqual([['deep']]);
  expect(isWithin.mock.calls).toEqual([['deep', 'sub']]);
});

it('forgets folders in a circle with all that is in them', () => {
  const known = [
    folder('one', { parentId: 'two' }),
    folder('two', { parentId: 'one' }),
    file('a', { parentId: 'two' }),
  ];
  const memory = { ...memoryOf(known), below: () => ['one', 'two', 'a'] };
  const { differences, forget } = run([tombstone('one'), tombstone('two')], { memory });
  expect(differences.map((one) => one.name)).toEqual(['one', 'two']);
  expect(forget.toSorted()).toEqual(['a', 'one', 'two']);
});

it('tells of a folder that was moved into itself and then deleted', () => {
  const known = [folder('odd', { parentId: 'odd' })];
  const memory = { ...memoryOf(known), below: () => ['odd'] };
  const { differences, forget } = run([tombstone('odd')], { memory });
  expect(differences).toMatchObject([{ kinds: ['deleted'], name: 'odd', descendants: 0 }]);
  expect(forget).toEqual(['odd']);
});

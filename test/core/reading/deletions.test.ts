import { describe, expect, it, vi } from 'vitest';
import {
  type Circumstances,
  type Classified,
  classify,
} from '../../../src/core/reading/classify.ts';
import type { DriveItem } from '../../../src/core/graph/drive-item.ts';
import { noon } from '../support/doubles.ts';
import { file, folder, memoryOf, tombstone } from '../support/items.ts';

interface Before extends Partial<Circumstances> {
  readonly known?: readonly DriveItem[];
}

function run(items: readonly DriveItem[], { known = [], ...parts }: Before = {}): Classified {
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

const folderAt = folder('docs');

describe('a deleted item', () => {
  it('is told by the name and place we remember, without an actor', () => {
    const known = [folderAt, file('a', { parentId: 'docs' })];
    const { differences, forget } = run([tombstone('a')], { known });
    expect(differences).toMatchObject([
      {
        kinds: ['deleted'],
        name: 'a.txt',
        parentId: 'docs',
        actor: null,
        own: false,
        at: noon,
        webUrl: null,
      },
    ]);
    expect(forget).toEqual(['a']);
  });

  it('that we never knew is not told', () => {
    expect(run([tombstone('a')])).toEqual({ differences: [], remember: [], forget: [] });
  });

  it('whose folder was deleted too is told with the folder, whatever the order', () => {
    const known = [folderAt, folder('sub', { parentId: 'docs' }), file('a', { parentId: 'sub' })];
    const gone = [tombstone('a'), tombstone('sub'), tombstone('docs')];
    for (const order of [gone, gone.toReversed()]) {
      const { differences, forget } = run(order, { known });
      expect(differences).toMatchObject([{ name: 'docs', descendants: 2 }]);
      expect(forget.toSorted()).toEqual(['a', 'docs', 'sub']);
    }
  });

  it('is told alone when the folder that goes with it was never known', () => {
    const known = [file('a', { parentId: 'elsewhere' })];
    const { differences } = run([tombstone('elsewhere'), tombstone('a')], { known });
    expect(differences).toMatchObject([{ kinds: ['deleted'], name: 'a.txt' }]);
  });

  it('whose name is not known yet counts what is known to have gone with it', () => {
    const known = [
      file('a', { parentId: 'unknown' }),
      folder('sub', { parentId: 'unknown' }),
      file('b', { parentId: 'sub' }),
    ];
    const { differences, forget } = run([tombstone('unknown')], { known, knowsAll: false });
    expect(differences).toMatchObject([{ name: null, descendants: 3 }]);
    expect(forget.toSorted()).toEqual(['a', 'b', 'sub', 'unknown']);
  });

  it('whose name is not known yet leaves out what is told by its own', () => {
    const known = [folder('sub', { parentId: 'unknown' }), file('b', { parentId: 'sub' })];
    const gone = [tombstone('unknown'), tombstone('sub')];
    expect(run(gone, { known, knowsAll: false }).differences).toMatchObject([
      { name: 'sub', descendants: 1 },
      { name: null, descendants: 0 },
    ]);
  });

  it('whose name is not known yet does not take along what was moved out of it', () => {
    const known = [folder('sub', { parentId: 'unknown' }), file('b', { parentId: 'sub' })];
    const items = [tombstone('unknown'), folder('sub', { parentId: 'docs', eTag: 'sub,2' })];
    const { differences, forget } = run(items, { known, knowsAll: false });
    expect(differences).toMatchObject([
      { name: null, descendants: 0 },
      { name: 'sub', kinds: ['moved'] },
    ]);
    expect(forget).toEqual(['unknown']);
  });

  it('takes what was below it along when only the folder is listed', () => {
    const known = [folderAt, file('a', { parentId: 'docs' }), file('other')];
    const { differences, forget } = run([tombstone('docs')], { known });
    expect(differences).toMatchObject([{ name: 'docs', descendants: 1 }]);
    expect(forget.toSorted()).toEqual(['a', 'docs']);
  });

  it('goes after all that is below it, so that a crash half way leaves it to be met again', () => {
    const known = [folderAt, folder('sub', { parentId: 'docs' }), file('a', { parentId: 'sub' })];
    expect(run([tombstone('docs'), tombstone('sub')], { known }).forget).toEqual([
      'a',
      'sub',
      'docs',
    ]);
  });

  it('does not take along what was moved out of it before', () => {
    const known = [
      folderAt,
      folder('sub', { parentId: 'docs' }),
      file('a', { parentId: 'sub' }),
      file('b', { parentId: 'sub' }),
    ];
    const moved = folder('sub', { eTag: 'sub,2', parentId: 'root' });
    const { differences, forget } = run([tombstone('docs'), tombstone('b'), moved], { known });
    expect(differences.map((one) => [one.kinds[0], one.name, one.descendants])).toEqual([
      ['deleted', 'docs', 0],
      ['deleted', 'b.txt', 0],
      ['moved', 'sub', 0],
    ]);
    expect(forget.toSorted()).toEqual(['b', 'docs']);
  });
});

const tree = [
  folder('top'),
  folder('sub', { parentId: 'top' }),
  folder('deep', { parentId: 'sub' }),
  file('a', { parentId: 'deep' }),
  file('b', { parentId: 'deep' }),
];

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

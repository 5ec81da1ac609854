import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/core/reading/classify.ts';
import type { DriveItem } from '../../../src/core/graph/drive-item.ts';
import {
  commitFirst,
  commitNames,
  type CommitParts,
  commitRun,
} from '../../../src/core/store/commit.ts';
import type { DriveState } from '../../../src/core/store/drive-state.ts';
import { noon, openStore, said, type Store } from '../support/doubles.ts';
import { file, folder, tombstone } from '../support/items.ts';

const reader = { userId: 'me', emails: [] };
const whole = {
  readers: [reader],
  since: noon - 60_000,
  now: noon,
  knowsAll: true,
  isWhole: false,
  scopeId: null,
};
const state: DriveState = {
  phase: 'watching',
  cursor: 'next',
  generation: 1,
  readAt: noon,
  rootId: null,
};

function partsOf(store: Store): CommitParts {
  return { ...store, now: noon };
}

function commit(store: Store, items: readonly DriveItem[]): readonly string[] {
  const { memory } = store;
  const found = classify(items, { ...whole, memory, scopeId: store.scopeId });
  return said(commitRun(partsOf(store), found, state));
}

function learned(...items: readonly DriveItem[]): Store {
  const store = openStore();
  commitFirst(partsOf(store), items, { ...state, cursor: 'first' });
  return store;
}

function cursorOf({ states, watchId }: Store): string | null {
  return states.load(watchId).cursor;
}

/** Every write of this table fails from the n-th on, as a disk that fills up. */
function failFrom({ database }: Store, table: 'item' | 'tombstone', n: number): () => void {
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON ${table}
    WHEN (SELECT count(*) FROM ${table}) >= ${n} BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  return () => database.exec('DROP TRIGGER full');
}

const many = Array.from({ length: 2500 }, (_, n) => file(`f${n}`, { createdAt: noon }));

it('writes changes, memory and cursor in one go', () => {
  const store = learned(file('a'));
  const now = file('a', { eTag: 'a,2', name: 'b.txt' });
  expect(commit(store, [now])).toEqual(['renamed b.txt']);
  expect(store.memory.get('a')?.name).toBe('b.txt');
  expect(cursorOf(store)).toBe('next');
  expect(said(store.activity.page(null, 10))).toEqual(['renamed b.txt']);
});

it('moves the cursor when nothing was to be told', () => {
  const store = learned();
  expect(commit(store, [])).toEqual([]);
  expect(cursorOf(store)).toBe('next');
});

it('writes none of it when the last write fails', () => {
  const store = learned(file('a'));
  store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON drive
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  expect(() => commit(store, [tombstone('a'), file('b')])).toThrow('disk full');
  expect(store.activity.page(null, 10)).toEqual([]);
  expect([store.memory.get('a')?.id, store.memory.get('b')]).toEqual(['a', null]);
  expect(cursorOf(store)).toBe('first');
});

it('places what was deleted where its folder is now', () => {
  const store = learned(folder('docs'), file('a', { parentId: 'docs' }));
  commit(store, [tombstone('a'), folder('docs', { eTag: 'docs,2', name: 'Papers' })]);
  const deletion = store.activity.page(null, 10).find((row) => row.kinds.includes('deleted'));
  expect(deletion?.place).toEqual(['Papers']);
});

it('loses and doubles nothing of a long run that broke half way', () => {
  const store = learned();
  const mend = failFrom(store, 'item', 1500);
  expect(() => commit(store, many)).toThrow('disk full');
  expect(store.memory.count()).toBe(0);
  expect(cursorOf(store)).toBe('first');
  mend();
  commit(store, many);
  const names = store.database
    .prepare('SELECT name FROM activity')
    .all()
    .map((one) => one['name']);
  expect(names).toEqual(many.map((item) => item.name));
  expect(store.memory.count()).toBe(2500);
  expect(cursorOf(store)).toBe('next');
});

it('tells a deleted folder of thousands once, though writing it broke half way', () => {
  const inside = many.map((item) => ({ ...item, parentId: item.id === 'f0' ? 'top' : 'sub' }));
  const store = learned(folder('top'), folder('sub', { parentId: 'top' }), ...inside);
  const gone = ['top', 'sub', ...many.map((item) => item.id)].map((id) => tombstone(id));
  const mend = failFrom(store, 'tombstone', 1500);
  expect(() => commit(store, gone)).toThrow('disk full');
  mend();
  commit(store, gone);
  expect(said(store.activity.page(null, 10))).toEqual(['deleted top']);
  expect(store.memory.count()).toBe(0);
});

it('names places by folders that came in the same run, whatever the order', () => {
  const store = learned();
  const items = [file('a', { parentId: 'sub' }), folder('sub', { parentId: 'top' }), folder('top')];
  commit(store, items);
  const places = store.activity.page(null, 10).map(({ name, place }) => [name, place]);
  expect(Object.fromEntries(places)).toEqual({
    'a.txt': ['top', 'sub'],
    sub: ['top'],
    top: [],
  });
});

it('names places by over a thousand new folders, though they come deepest first', () => {
  const store = learned(folder('known'));
  const chains = Array.from({ length: 300 }, (_, n) => {
    const ids = ['known', ...['a', 'b', 'c', 'd'].map((level) => `${level}${n}`)];
    return ids.slice(1).map((id, depth) => folder(id, { parentId: ids[depth] ?? null }));
  });
  const deepestFirst = [3, 2, 1, 0].flatMap((depth) => chains.flatMap((one) => one[depth] ?? []));
  commit(store, deepestFirst);
  const places = store.database.prepare('SELECT name, place FROM activity').all();
  const placeOf = new Map(places.map((one) => [one['name'], one['place']]));
  const expected = chains.flatMap((chain, n) =>
    chain.map(({ name }, depth) => {
      const above = ['known', `a${n}`, `b${n}`, `c${n}`].slice(0, depth + 1);
      return [name, JSON.stringify(above)] as const;
    }),
  );
  expect(placeOf).toEqual(new Map(expected));
});

it('ends though new folders go round in a circle', () => {
  const store = learned();
  commit(store, [folder('a', { parentId: 'b' }), folder('b', { parentId: 'a' })]);
  expect(store.memory.count()).toBe(2);
});

it('names the folder of thousands of items, though it comes last', () => {
  const store = learned();
  commit(store, [...many.map((item) => ({ ...item, parentId: 'top' })), folder('top')]);
  const places = store.database.prepare(
    "SELECT DISTINCT place FROM activity WHERE item_kind = 'file'",
  );
  expect(places.all().map((one) => one['place'])).toEqual(['["top"]']);
});

it('keeps where a deleted item was, though its folder is gone as well', () => {
  const store = learned(folder('top'), file('a', { parentId: 'top' }));
  commit(store, [tombstone('a')]);
  expect(store.activity.page(null, 10)[0]?.place).toEqual(['top']);
});

it('tells a move out of a deleted folder once', () => {
  const store = learned(folder('top'), file('a', { parentId: 'top' }));
  const moved = file('a', { eTag: 'a,2', parentId: 'root' });
  expect(commit(store, [tombstone('top'), moved]).toSorted()).toEqual([
    'deleted top',
    'moved a.txt',
  ]);
  expect(store.memory.get('a')?.parentId).toBe('root');
  expect(store.memory.wasBuried('a')).toBe(false);
});

it('knows a deleted item again when it comes back', () => {
  const store = learned(file('a'));
  commit(store, [tombstone('a')]);
  expect(commit(store, [file('a')])).toEqual(['restored a.txt']);
  expect(commit(store, [file('a')])).toEqual([]);
});

it('remembers what a drive is first seen with, without telling anything', () => {
  const store = openStore();
  const page = [folder('root', { isRoot: true }), folder('top'), file('nameless', { name: null })];
  commitFirst(partsOf(store), [...page, tombstone('was')], state);
  expect(store.activity.page(null, 10)).toEqual([]);
  expect(store.memory.count()).toBe(1);
  expect(cursorOf(store)).toBe('next');
});

it.each([
  [false, []],
  [true, ['edited a.txt']],
])('tells our own changes only where that is wanted: %s', (tellsOwn, untold) => {
  const store = { ...learned(file('a')), tellsOwn: () => tellsOwn };
  const modifiedBy = { id: 'me', name: 'Me', email: null };
  const content = { ...file('a').content, hash: 'other' };
  commit(store, [file('a', { eTag: 'a,2', content, modifiedBy })]);
  expect(said(store.activity.untold())).toEqual(untold);
  expect(store.activity.page(null, 10)).toMatchObject([{ own: true, read: true }]);
});

describe('of a folder that alone is watched', () => {
  const inside = file('in', { parentId: 'plans' });
  const before = [
    folder('plans'),
    folder('sub', { parentId: 'plans' }),
    file('deep', { parentId: 'sub' }),
    inside,
    file('out'),
    folder('top'),
  ];
  const newer = (item: DriveItem, parts: Partial<DriveItem> = {}): DriveItem => ({
    ...item,
    eTag: `${item.id},2`,
    name: `new ${item.name}`,
    ...parts,
  });

  it.each<[string, readonly DriveItem[], readonly string[]]>([
    ['what changes in it', [newer(inside)], ['renamed new in.txt']],
    [
      'what changes deep in it',
      [newer(file('deep', { parentId: 'sub' }))],
      ['renamed new deep.txt'],
    ],
    ['what changes elsewhere', [newer(file('out'))], []],
    [
      'what comes into it',
      [newer(file('out'), { name: 'out.txt', parentId: 'sub' })],
      ['moved out.txt'],
    ],
    ['what leaves it', [newer(inside, { name: 'in.txt', parentId: 'top' })], ['moved in.txt']],
    [
      'what is made in it',
      [file('new', { parentId: 'sub', createdAt: noon })],
      ['created new.txt'],
    ],
    ['what is made elsewhere', [file('new', { createdAt: noon })], []],
    ['what is deleted in it', [tombstone('in')], ['deleted in.txt']],
    ['what is deleted elsewhere', [tombstone('out')], []],
    ['itself renamed', [newer(folder('plans'))], ['renamed new plans']],
    ['itself deleted', [tombstone('plans')], ['deleted plans']],
    [
      'what is made in a folder made in it',
      [
        file('new', { parentId: 'made', createdAt: noon }),
        folder('made', { parentId: 'plans', createdAt: noon }),
      ],
      ['created made', 'created new.txt'],
    ],
  ])('%s', (_what, items, told) => {
    const store = { ...learned(...before), scopeId: 'plans' };
    expect(commit(store, items)).toEqual(told);
  });

  it('is told of when a folder above it is deleted', () => {
    const store = {
      ...learned(folder('up'), folder('plans', { parentId: 'up' })),
      scopeId: 'plans',
    };
    expect(commit(store, [tombstone('up')])).toEqual(['deleted up']);
  });

  it('may be a single file', () => {
    const store = { ...learned(...before), scopeId: 'in' };
    expect(commit(store, [newer(inside), newer(file('out'))])).toEqual(['renamed new in.txt']);
  });

  it('all else is remembered as well: its changes are not told later', () => {
    const store = { ...learned(...before), scopeId: 'plans' };
    commit(store, [newer(file('out'))]);
    expect(store.memory.get('out')?.name).toBe('new out.txt');
  });
});

describe('names that are learned', () => {
  const after = { state: 'learning', link: 'page-2' } as const;

  it('do not replace what is known, nor bring back what was deleted', () => {
    const store = learned(file('a', { name: 'new.txt' }), file('gone'));
    commit(store, [tombstone('gone')]);
    const page = [file('a', { name: 'old.txt' }), file('gone'), file('b')];
    expect(commitNames(store, page, { after, foldersOnly: false })).toBe(1);
    const known = ['a', 'gone', 'b'].map((id) => store.memory.get(id)?.name);
    expect(known).toEqual(['new.txt', undefined, 'b.txt']);
    expect(store.names.load(store.watchId)).toEqual(after);
    expect(cursorOf(store)).toBe('next');
  });

  it('leave out what went with its folder since the page was read', () => {
    const store = learned(folder('gone'), folder('here'));
    commit(store, [tombstone('gone')]);
    const page = [
      file('deep', { parentId: 'sub' }),
      folder('sub', { parentId: 'gone' }),
      file('a', { parentId: 'gone' }),
      file('b', { parentId: 'here' }),
    ];
    expect(commitNames(store, page, { after, foldersOnly: false })).toBe(1);
    expect(page.map(({ id }) => store.memory.get(id)?.name)).toEqual([
      undefined,
      undefined,
      undefined,
      'b.txt',
    ]);
  });

  it('of folders in a circle are believed', () => {
    const circle = [folder('a', { parentId: 'b' }), folder('b', { parentId: 'a' })];
    expect(commitNames(learned(), circle, { after, foldersOnly: false })).toBe(2);
  });

  it('of a drive with too many files are those of folders', () => {
    const store = learned();
    expect(commitNames(store, [file('a'), folder('f')], { after, foldersOnly: true })).toBe(1);
    expect(store.memory.get('f')?.name).toBe('f');
  });

  it('are all written or none', () => {
    const store = learned();
    failFrom(store, 'item', 2);
    const page = [file('a'), file('b'), file('c')];
    expect(() => commitNames(store, page, { after, foldersOnly: false })).toThrow('disk full');
    expect([store.memory.count(), store.names.load(store.watchId).link]).toEqual([0, null]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { type Classified, classify } from '../../../src/core/reading/classify.ts';
import type { DriveItem } from '../../../src/core/graph/drive-item.ts';
import { noon } from '../support/doubles.ts';
import { asRemembered, file, folder, memoryOf, tombstone } from '../support/items.ts';

const minute = 60_000;
const since = noon - 10 * minute;
const reader = { userId: 'Me-ID', emails: ['me@contoso.com', 'me@contoso.onmicrosoft.com'] };

interface Before {
  readonly knowsAll?: boolean;
  readonly known?: readonly DriveItem[];
  readonly buried?: readonly string[];
}

const usual = {
  readers: [reader],
  since,
  now: noon,
  knowsAll: true,
  isWhole: false,
  scopeId: null,
};

function run(items: readonly DriveItem[], before: Before = {}): Classified {
  const { known = [], buried = [], knowsAll = true } = before;
  return classify(items, { ...usual, knowsAll, memory: memoryOf(known, buried) });
}

function kinds(items: readonly DriveItem[], before: Before = {}): readonly string[] {
  return run(items, before).differences.map((one) => `${one.kinds.join('+')} ${one.name ?? '?'}`);
}

const old = file('a');
const folderAt = folder('docs');

describe('an item we remember', () => {
  const content = { hash: 'other', cTag: 'other', size: 11, modifiedAt: noon };
  const eTag = 'a,2';
  it.each<[string, Partial<DriveItem>, readonly string[]]>([
    ['with the same eTag is silent', {}, []],
    ['with the same eTag is silent whatever its content mark', { content }, []],
    ['with another eTag and nothing else is silent', { eTag }, []],
    ['with another name is renamed', { eTag, name: 'b.txt' }, ['renamed b.txt']],
    ['with another case of its name is renamed', { eTag, name: 'A.txt' }, ['renamed A.txt']],
    ['with another parent is moved', { eTag, parentId: 'docs' }, ['moved a.txt']],
    ['with other content is edited', { eTag, content }, ['edited a.txt']],
    ['without an eTag is compared all the same', { eTag: null, content }, ['edited a.txt']],
    ['without a parent is not taken for moved', { eTag, parentId: null }, []],
    ['now shared is shared, eTag or not', { shareScope: 'users' }, ['shared a.txt']],
    [
      'can be all of it at once',
      { eTag, name: 'b.txt', parentId: 'docs', content, shareScope: 'users' },
      ['shared+renamed+moved+edited b.txt'],
    ],
  ])('%s', (_what, parts, expected) => {
    expect(kinds([{ ...old, ...parts }], { known: [old] })).toEqual(expected);
  });

  it.each<[string | null, string | null, readonly string[]]>([
    ['users', null, ['unshared a.txt']],
    ['users', 'organization', ['shared a.txt']],
    ['organization', 'anonymous', ['shared a.txt']],
    ['anonymous', 'organization', []],
    ['organization', 'users', []],
    ['users', 'users', []],
    [null, 'some-new-scope', ['shared a.txt']],
    ['some-new-scope', 'anonymous', ['shared a.txt']],
  ])('shared with %s, then with %s: %j', (before, now, expected) => {
    const known = [{ ...old, shareScope: before }];
    expect(kinds([{ ...old, shareScope: now }], { known })).toEqual(expected);
  });

  it('says what the name and the place were', () => {
    const known = [folder('docs'), file('a', { parentId: 'docs' })];
    const now = file('a', { eTag: 'a,2', name: 'b.txt', parentId: 'root' });
    expect(run([now], { known }).differences[0]).toMatchObject({
      name: 'b.txt',
      oldName: 'a.txt',
      oldPlace: ['docs'],
      parentId: 'root',
    });
  });

  it('that was only edited has no older name or place', () => {
    const [found] = run([{ ...old, eTag, content }], { known: [old] }).differences;
    expect(found).toMatchObject({ oldName: null, oldPlace: null, actor: 'Ada', at: noon - 1000 });
  });
});

describe('an answer without any mark of the content', () => {
  const bare = { hash: null, cTag: null, size: null, modifiedAt: null };

  it('says nothing of it: what was remembered is kept', () => {
    const renamed = file('a', { eTag: 'a,2', name: 'b.txt', content: bare });
    const found = run([renamed], { known: [old] });
    expect(found.differences.map((one) => one.kinds)).toEqual([['renamed']]);
    expect(found.remember).toMatchObject([{ name: 'b.txt', content: asRemembered(old).content }]);
  });

  it('of an item not known is remembered as it is', () => {
    expect(run([file('a', { content: bare })]).remember).toMatchObject([{ content: bare }]);
  });
});

describe('content', () => {
  const mark = { hash: null, cTag: null, size: null, modifiedAt: null };
  it.each<[string, DriveItem['content'], DriveItem['content'], boolean]>([
    ['another hash', { ...mark, hash: '1' }, { ...mark, hash: '2' }, true],
    [
      'the same hash, another cTag',
      { ...mark, hash: '1', cTag: '1' },
      { ...mark, hash: '1', cTag: '2' },
      false,
    ],
    [
      'no hash now, the same cTag',
      { ...mark, hash: '1', cTag: '1', size: 1 },
      { ...mark, cTag: '1', size: 2 },
      false,
    ],
    [
      'the same hash, another time',
      { ...mark, hash: '1', modifiedAt: 1 },
      { ...mark, hash: '1', modifiedAt: 2 },
      false,
    ],
    [
      'the same cTag, another time',
      { ...mark, cTag: '1', modifiedAt: 1 },
      { ...mark, cTag: '1', modifiedAt: 2 },
      false,
    ],
    [
      'no hash before, another cTag',
      { ...mark, cTag: '1' },
      { ...mark, hash: '1', cTag: '2' },
      true,
    ],
    ['neither, another size', { ...mark, size: 1 }, { ...mark, size: 2 }, true],
    ['neither, the same size', { ...mark, size: 1 }, { ...mark, size: 1 }, false],
    ['neither, the size not said now', { ...mark, size: 1 }, { ...mark, modifiedAt: 1 }, false],
    ['neither, the size not known before', { ...mark, modifiedAt: 1 }, { ...mark, size: 1 }, false],
    ['a hash before, a size now', { ...mark, hash: '1' }, { ...mark, size: 1 }, false],
    [
      'neither, the same size, another time',
      { ...mark, size: 1, modifiedAt: 1 },
      { ...mark, size: 1, modifiedAt: 2 },
      true,
    ],
    [
      'neither, the same size and time',
      { ...mark, size: 1, modifiedAt: 1 },
      { ...mark, size: 1, modifiedAt: 1 },
      false,
    ],
    [
      'a hash before and a cTag now, another time',
      { ...mark, hash: '1', size: 1, modifiedAt: 1 },
      { ...mark, cTag: '1', size: 1, modifiedAt: 2 },
      true,
    ],
  ])('%s', (_what, before, now, isEdited) => {
    const known = [file('a', { content: before })];
    const expected = isEdited ? ['edited a.txt'] : [];
    expect(kinds([file('a', { eTag: 'a,2', content: now })], { known })).toEqual(expected);
  });

  it.each<[string, Partial<DriveItem>, number, readonly string[]]>([
    ['a rename', { name: 'b.txt' }, 1, ['renamed b.txt']],
    ['a move', { parentId: 'docs' }, 1, ['moved a.txt']],
    ['a rename with another size', { name: 'b.txt' }, 2, ['renamed+edited b.txt']],
    ['a move with another size', { parentId: 'docs' }, 2, ['moved+edited a.txt']],
  ])('told by its time alone is not told at %s', (_what, parts, size, expected) => {
    const known = [file('a', { content: { ...mark, size: 1, modifiedAt: 1 } })];
    const now = file('a', { eTag: 'a,2', content: { ...mark, size, modifiedAt: 2 }, ...parts });
    expect(kinds([now], { known })).toEqual(expected);
  });
});

describe('a folder', () => {
  it('is never edited', () => {
    const content = { hash: null, cTag: 'new', size: 99, modifiedAt: noon };
    const now = folder('docs', { eTag: 'docs,2', content });
    expect(kinds([now], { known: [folderAt] })).toEqual([]);
  });

  it('can be renamed and shared', () => {
    const now = folder('docs', { eTag: 'docs,2', name: 'Papers', shareScope: 'users' });
    expect(kinds([now], { known: [folderAt] })).toEqual(['shared+renamed Papers']);
  });

  it('listed only because something below it changed is silent', () => {
    const edited = file('a', {
      parentId: 'docs',
      eTag: 'a,2',
      content: { hash: 'x', cTag: 'x', size: 1, modifiedAt: noon },
    });
    const known = [folderAt, file('a', { parentId: 'docs' })];
    expect(kinds([folderAt, edited], { known })).toEqual(['edited a.txt']);
  });
});

describe('an item we do not remember', () => {
  it.each<[string, Partial<DriveItem>, Before, string]>([
    ['made since the last reading', { createdAt: since }, {}, 'created'],
    ['made within two minutes before it', { createdAt: since - 2 * minute }, {}, 'created'],
    ['made earlier', { createdAt: since - 2 * minute - 1 }, {}, 'appeared'],
    ['of unknown age', { createdAt: null }, {}, 'created'],
    ['that we knew as deleted', { createdAt: noon }, { buried: ['a'] }, 'restored'],
  ])('%s', (_what, parts, before, kind) => {
    expect(kinds([file('a', parts)], before)).toEqual([`${kind} a.txt`]);
  });

  it('is remembered', () => {
    expect(run([file('a')]).remember).toMatchObject([{ id: 'a', name: 'a.txt', parentId: 'root' }]);
  });

  it('without a name is left alone', () => {
    const { differences, remember } = run([file('a', { name: null })]);
    expect([differences, remember]).toEqual([[], []]);
  });
});

describe('one run', () => {
  it('ignores the root', () => {
    expect(run([folder('root', { isRoot: true, eTag: 'root,2' })])).toEqual({
      differences: [],
      remember: [],
      forget: [],
    });
  });

  it('counts only the last occurrence of an item', () => {
    const first = file('a', { eTag: 'a,2', name: 'first.txt' });
    const last = file('a', { eTag: 'a,3', name: 'last.txt' });
    expect(kinds([first, last], { known: [old] })).toEqual(['renamed last.txt']);
    expect(kinds([first, tombstone('a')], { known: [old] })).toEqual(['deleted a.txt']);
    expect(kinds([tombstone('a'), last], { known: [old] })).toEqual(['renamed last.txt']);
  });

  it('tells deletions first: a file may take the place of one just deleted', () => {
    const replacement = file('new', { createdAt: noon, name: 'a.txt' });
    expect(kinds([replacement, tombstone('a')], { known: [old] })).toEqual([
      'deleted a.txt',
      'created a.txt',
    ]);
  });

  it('keeps the parent it knew of an item listed without one', () => {
    const known = [folderAt, file('a', { parentId: 'docs' })];
    const { remember, differences } = run(
      [file('a', { parentId: null, eTag: 'a,2', name: 'b.txt' })],
      { known },
    );
    expect(remember[0]?.parentId).toBe('docs');
    expect(differences[0]).toMatchObject({ kinds: ['renamed'], parentId: 'docs' });
  });

  it('keeps the name it knew of an item listed without one', () => {
    const known = [folderAt, old];
    const now = file('a', { name: null, eTag: 'a,2', parentId: 'docs' });
    const { differences, remember } = run([now], { known });
    expect(differences).toMatchObject([{ kinds: ['moved'], name: 'a.txt', oldName: null }]);
    expect(remember).toMatchObject([{ id: 'a', name: 'a.txt', parentId: 'docs' }]);
  });

  it('keeps both of an item listed without either', () => {
    const known = [folderAt, file('a', { parentId: 'docs' })];
    const now = file('a', { name: null, parentId: null, eTag: 'a,2', shareScope: 'users' });
    const { differences, remember } = run([now], { known });
    expect(differences).toMatchObject([{ kinds: ['shared'], name: 'a.txt', parentId: 'docs' }]);
    expect(remember).toMatchObject([{ name: 'a.txt', parentId: 'docs' }]);
  });

  it('does not believe in changes from the future', () => {
    const [found] = run([file('a', { modifiedAt: noon + minute })]).differences;
    expect(found?.at).toBe(noon);
  });
});

describe('a change is our own', () => {
  const me = reader.emails[0] ?? '';
  it.each<[string, DriveItem['modifiedBy'], boolean]>([
    ['by id', { id: 'Me-ID', name: 'Me', email: null }, true],
    ['by id in another case', { id: 'ME-id', name: 'Me', email: null }, true],
    ['not by another id', { id: 'ada-id', name: 'Ada', email: null }, false],
    ['by email, as a guest with another id', { id: 'guest-id', name: 'Me', email: me }, true],
    ['by id where the email is another', { id: 'me-id', name: 'Me', email: 'x@y.org' }, true],
    ['not by an empty id', { id: '', name: null, email: null }, false],
    ['by email where there is no id', { id: null, name: 'Me', email: me }, true],
    ['by email where the id is empty', { id: '', name: 'Me', email: me }, true],
    [
      'by any email in any case',
      { id: null, name: null, email: 'ME@contoso.ONMICROSOFT.com' },
      true,
    ],
    ['not by another email', { id: null, name: 'Ada', email: 'ada@contoso.com' }, false],
    ['not by name', { id: null, name: 'Me', email: null }, false],
    ['not when nobody is named', null, false],
  ])('%s', (_what, modifiedBy, own) => {
    expect(run([file('a', { modifiedBy })]).differences[0]?.own).toBe(own);
  });

  it.each<[string, string, string, boolean]>([
    ['in either case', '9fb2c6d1a0e45b73', '9FB2C6D1A0E45B73', true],
    ['with a leading zero cut', '09fb2c6d1a0e45b7', '9fb2c6d1a0e45b7', true],
    ['with both, the other way round', '9fb2c6d1a0e45b', '009FB2C6D1A0E45B', true],
    ['but not of someone else', '09fb2c6d1a0e45b7', '9fb2c6d1a0e45b8', false],
    ['but not with another zero cut', '9fb2c6d1a0e45b70', '9fb2c6d1a0e45b7', false],
  ])('by the id of a personal account %s', (_what, userId, id, own) => {
    const mine = { userId, emails: [] };
    const items = [file('a', { modifiedBy: { id, name: null, email: null } })];
    const found = classify(items, { ...usual, memory: memoryOf([]), readers: [mine] });
    expect(found.differences[0]?.own).toBe(own);
  });
});

it('what any of the reader’s accounts did is the reader’s own', () => {
  const readers = [reader, { userId: 'guest-id', emails: [] }];
  const items = [{ ...file('a'), modifiedBy: { id: 'guest-id', name: 'Me', email: null } }];
  const { differences } = classify(items, { ...usual, memory: memoryOf([]), readers });
  expect(differences).toMatchObject([{ own: true }]);
});

it('asks once for the place of a folder, and once whether it is of interest', () => {
  const tree = [
    folder('top'),
    folder('sub', { parentId: 'top' }),
    folder('deep', { parentId: 'sub' }),
    ...['a', 'b'].map((id) => file(id, { parentId: 'deep' })),
  ];
  const memory = memoryOf(tree);
  const place = vi.spyOn(memory, 'place');
  const isWithin = vi.spyOn(memory, 'isWithin');
  const moved = ['a', 'b'].map((id) => file(id, { parentId: 'top', eTag: 'moved' }));
  const { differences } = classify(moved, { ...usual, memory, scopeId: 'sub' });
  expect(differences.map((one) => [one.oldPlace, one.wasInScope])).toEqual([
    [['top', 'sub', 'deep'], true],
    [['top', 'sub', 'deep'], true],
  ]);
  expect(place.mock.calls).toEqual([['deep']]);
  expect(isWithin.mock.calls).toEqual([['deep', 'sub']]);
});

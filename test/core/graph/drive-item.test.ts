import { describe, expect, it } from 'vitest';
import { parseDriveItem } from '../../../src/core/graph/drive-item.ts';

it('reads what SharePoint lists', () => {
  expect(
    parseDriveItem({
      id: '01ABC',
      name: 'Budget.xlsx',
      eTag: '"{G},3"',
      cTag: '"c:{G},3"',
      size: 12,
      webUrl: 'https://contoso.sharepoint.com/x',
      createdDateTime: '2026-11-20T08:00:00Z',
      lastModifiedDateTime: '2026-11-21T08:00:00Z',
      file: { mimeType: 'x', hashes: { quickXorHash: 'hash=' } },
      parentReference: { driveId: 'b!x', id: '01PARENT' },
      lastModifiedBy: { user: { id: 'aad', displayName: 'Ada', email: 'ada@contoso.com' } },
      shared: { scope: 'users' },
      '@microsoft.graph.downloadUrl': 'https://secret',
    }),
  ).toEqual({
    id: '01ABC',
    isRoot: false,
    isDeleted: false,
    kind: 'file',
    name: 'Budget.xlsx',
    parentId: '01PARENT',
    eTag: '"{G},3"',
    content: {
      hash: 'hash=',
      cTag: '"c:{G},3"',
      size: 12,
      modifiedAt: Date.UTC(2026, 10, 21, 8),
    },
    createdBy: null,
    createdAt: Date.UTC(2026, 10, 20, 8),
    modifiedAt: Date.UTC(2026, 10, 21, 8),
    modifiedBy: { id: 'aad', name: 'Ada', email: 'ada@contoso.com' },
    shareScope: 'users',
    webUrl: 'https://contoso.sharepoint.com/x',
  });
});

it.each<[unknown, boolean]>([
  [{}, true],
  [{ state: 'deleted' }, true],
  [true, true],
  ['deleted', true],
  [['x'], true],
  [7, true],
  [null, false],
  [undefined, false],
  [false, false],
])('a mark of deletion of any kind makes a tombstone: %j', (deleted, isDeleted) => {
  expect(parseDriveItem({ id: 'a', deleted })).toMatchObject({ isDeleted });
});

describe('a field that is not as expected counts as not said', () => {
  const user = { id: 'aad', displayName: 'Ada', email: 'ada@contoso.com' };
  const whole = {
    id: 'a',
    name: 'Budget.xlsx',
    eTag: 'e',
    cTag: 'c',
    size: 12,
    webUrl: 'https://contoso.sharepoint.com/x',
    createdDateTime: '2026-11-20T08:00:00Z',
    lastModifiedDateTime: '2026-11-21T08:00:00Z',
    file: { hashes: { quickXorHash: 'hash=' } },
    parentReference: { id: 'parent' },
    lastModifiedBy: { user },
    shared: { scope: 'organization' },
  };

  const facets = ['root', 'folder', 'package', 'remoteItem'];
  const fields = [...Object.keys(whole), ...facets].filter((field) => field !== 'id');

  it.each(fields)('%s', (field) => {
    const without = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));
    const expected = parseDriveItem(without);
    expect(expected).toMatchObject({ id: 'a' });
    for (const wrong of [null, true, ['x'], field === 'size' ? '12' : 7]) {
      expect(parseDriveItem({ ...whole, [field]: wrong })).toEqual(expected);
    }
  });

  it.each([
    ['file.hashes', { file: { hashes: 'x' } }, { file: {} }],
    ['file.hashes.quickXorHash', { file: { hashes: { quickXorHash: 7 } } }, { file: {} }],
    ['shared.scope', { shared: { scope: 7 } }, { shared: {} }],
    ['parentReference.id', { parentReference: { id: 7 } }, { parentReference: {} }],
    ['lastModifiedBy.user', { lastModifiedBy: { user: 'Ada' } }, { lastModifiedBy: {} }],
    ['shared.scope of absurd length', { shared: { scope: 'x'.repeat(401) } }, { shared: {} }],
    [
      'parentReference.id of absurd length',
      { parentReference: { id: 'x'.repeat(401) } },
      { parentReference: {} },
    ],
    ['webUrl of absurd length', { webUrl: 'x'.repeat(4001) }, { webUrl: undefined }],
  ])('%s', (_field, wrong, without) => {
    const item = parseDriveItem({ ...whole, ...wrong });
    expect(item).toEqual(parseDriveItem({ ...whole, ...without }));
    expect(item).toMatchObject({ id: 'a', name: 'Budget.xlsx' });
  });

  it.each([
    ['id', { id: null, name: 'Ada', email: 'ada@contoso.com' }],
    ['displayName', { id: 'aad', name: null, email: 'ada@contoso.com' }],
    ['email', { id: 'aad', name: 'Ada', email: null }],
  ])('%s of a person, the rest of whom is known', (field, person) => {
    const lastModifiedBy = { user: { ...user, [field]: 7 } };
    expect(parseDriveItem({ ...whole, lastModifiedBy })?.modifiedBy).toEqual(person);
  });
});

it.each([{ state: 'deleted' }, {}])('knows a tombstone by %j, whatever it lacks', (deleted) => {
  const item = {
    id: 'a',
    deleted,
    lastModifiedDateTime: '0001-01-01T00:00:00Z',
    createdDateTime: null,
  };
  expect(parseDriveItem(item)).toMatchObject({
    isDeleted: true,
    name: null,
    createdAt: null,
    modifiedAt: null,
    modifiedBy: null,
  });
});

it.each([
  [{ file: {} }, 'file'],
  [{ folder: { childCount: 1 } }, 'folder'],
  [{ package: { type: 'oneNote' } }, 'package'],
  [{ remoteItem: {}, folder: {} }, 'link'],
  [{}, 'file'],
])('%j is a %s', (facet, kind) => {
  expect(parseDriveItem({ id: 'a', ...facet })?.kind).toBe(kind);
});

it('knows the root', () => {
  expect(parseDriveItem({ id: 'a', root: {}, folder: {} })?.isRoot).toBe(true);
});

it.each([
  [undefined, null],
  [null, null],
  [{ scope: 'anonymous' }, 'anonymous'],
  [{}, 'users'],
])('shared %j is %j', (shared, scope) => {
  expect(parseDriveItem({ id: 'a', shared })?.shareScope).toBe(scope);
});

describe('names', () => {
  it('are made fit to be shown', () => {
    const user = { displayName: 'A\u202eda\n' };
    const item = parseDriveItem({ id: 'a', name: 'cod\u202egpj.exe', lastModifiedBy: { user } });
    expect([item?.name, item?.modifiedBy?.name]).toEqual(['codgpj.exe', 'Ada']);
  });

  it('of people can be missing', () => {
    const item = parseDriveItem({ id: 'a', lastModifiedBy: { user: { displayName: ' ' } } });
    expect(item?.modifiedBy).toBeNull();
  });

  it('of programs are not those of people', () => {
    const lastModifiedBy = { application: { displayName: 'SharePoint App' } };
    expect(parseDriveItem({ id: 'a', lastModifiedBy })?.modifiedBy).toBeNull();
  });
});

it('has ids that can be kept and sent, whatever they are', () => {
  const item = parseDriveItem({ id: 'a\ud800', parentReference: { id: '\udc00' } });
  expect([item?.id, item?.parentId]).toEqual(['a\ufffd', '\ufffd']);
});

it.each([1.5, 2 ** 53, 1e300, Infinity, -Infinity])('a size of %d counts as not said', (size) => {
  expect(parseDriveItem({ id: 'a', size })?.content.size).toBeNull();
});

it.each([null, 'a', {}, [], ['a'], { id: '' }, { id: 7 }, { id: 'x'.repeat(401) }])(
  'takes %j for no item',
  (value) => {
    expect(parseDriveItem(value)).toBeNull();
  },
);

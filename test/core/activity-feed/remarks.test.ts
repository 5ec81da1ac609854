import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../src/core/reading/reader.ts';
import type { Person } from '../../../src/core/graph/wire.ts';
import type { ItemActivity } from '../../../src/core/graph/item-activities.ts';
import { type RemarkCircumstances, remarksOf } from '../../../src/core/activity-feed/remarks.ts';
import { markOf } from '../../../src/core/store/mark.ts';
import { noon, said } from '../support/doubles.ts';
import { file, folder, memoryOf } from '../support/items.ts';

const me: Reader = { userId: 'ME-id', emails: ['me@contoso.com', 'me@fabrikam.com'] };
const ada: Person = { id: 'ada-id', name: 'Ada', email: 'ada@contoso.com' };
const myself: Person = { id: 'me-id', name: 'Me', email: null };

const plans = folder('plans', { name: 'Plans' });
const old = folder('old', { name: 'Old', parentId: 'plans' });
const budget = file('budget', { name: 'Budget.xlsx', parentId: 'plans' });
const draft = file('draft', { name: 'Draft.docx', parentId: 'old' });
const stray = file('stray', { name: 'Stray.docx' });
const memory = memoryOf([plans, old, budget, draft, stray]);

function deed(parts: Partial<ItemActivity> = {}): ItemActivity {
  return {
    id: 'a-1',
    item: budget,
    actor: ada,
    at: noon - 1000,
    deleted: null,
    isComment: true,
    mentioned: null,
    ...parts,
  };
}

function remarks(deeds: readonly ItemActivity[], parts: Partial<RemarkCircumstances> = {}) {
  return remarksOf(deeds, { memory, readers: [me], scopeId: null, now: noon, ...parts });
}

it('a comment names who, what, where and when', () => {
  expect(remarks([deed()])).toEqual([
    {
      parentId: 'plans',
      isMine: false,
      itemId: 'budget',
      kinds: ['commented'],
      itemKind: 'file',
      name: 'Budget.xlsx',
      oldName: null,
      place: ['Plans'],
      oldPlace: null,
      actor: 'Ada',
      own: false,
      descendants: 0,
      at: noon - 1000,
      webUrl: 'https://contoso.sharepoint.com/budget',
      version: markOf('a-1'),
      notBefore: null,
    },
  ]);
});

describe('is told as', () => {
  const nobody = { id: null, name: null, email: null };
  it.for([
    ['a comment', {}, ['commented']],
    ['a mention of the reader, by id', { mentioned: [ada, myself] }, ['mentioned']],
    ['in a comment or not', { mentioned: [myself], isComment: false }, ['mentioned']],
    [
      'a mention by email alone, in any case',
      { mentioned: [{ ...nobody, email: 'Me@Fabrikam.com' }] },
      ['mentioned'],
    ],
    ['a comment that mentions somebody else', { mentioned: [ada] }, ['commented']],
    ['a comment that mentions nobody known', { mentioned: [] }, ['commented']],
    // There may be two people of a name.
    ['a name alone is nobody', { mentioned: [{ ...nobody, name: 'Me' }] }, ['commented']],
  ] as const)('%s', ([, parts, kinds]) => {
    expect(remarks([deed(parts)]).map((one) => one.kinds)).toEqual([kinds]);
  });

  it.for([
    ['a mention of somebody else', { mentioned: [ada], isComment: false }],
    ['an edit', { isComment: false }],
    ['a comment on nobody knows what', { item: null }],
    ['a comment on what has no name', { item: file('unknown', { name: null }) }],
  ] as const)('nothing: %s', ([, parts]) => {
    expect(remarks([deed(parts)])).toEqual([]);
  });
});

describe('by whom', () => {
  it.for([
    ['the reader', myself, 'Me', true],
    ['the reader, elsewhere', { ...ada, email: 'ME@contoso.com' }, 'Ada', true],
    ['nobody known', null, null, false],
  ] as const)('%s', ([, person, actor, own]) => {
    expect(remarks([deed({ actor: person })])).toMatchObject([{ actor, own }]);
  });
});

describe('the item', () => {
  it('is named as it is remembered: the feed may be older', () => {
    const item = file('budget', {
      name: 'Old.xlsx',
      parentId: 'old',
      kind: 'folder',
      webUrl: null,
    });
    expect(remarks([deed({ item })])).toMatchObject([
      { name: 'Budget.xlsx', place: ['Plans'], itemKind: 'file', webUrl: null },
    ]);
  });

  it('is named as the feed does where nothing is remembered', () => {
    const item = file('new', { name: 'New.docx', parentId: 'old' });
    expect(remarks([deed({ item })])).toMatchObject([
      { name: 'New.docx', place: ['Plans', 'Old'] },
    ]);
  });
});

it.for([
  ['plans', ['commented Budget.xlsx', 'commented Draft.docx', 'commented New.docx']],
  ['old', ['commented Draft.docx', 'commented New.docx']],
  ['stray', ['commented Stray.docx']],
  ['elsewhere', []],
] as const)('within %s is told: %j', ([scopeId, told]) => {
  const items = [
    budget,
    draft,
    stray,
    file('new', { name: 'New.docx', parentId: 'old' }),
    file('adrift', { parentId: null }),
  ];
  const deeds = items.map((item, index) => deed({ id: `a-${index}`, item, at: noon + index - 10 }));
  expect(said(remarks(deeds, { scopeId }))).toEqual(told);
});

it('the oldest comes first, and none from the future', () => {
  // The feed tells the newest first, even of those of one second.
  const deeds = [
    deed({ at: noon + 5000, item: draft }),
    deed({ at: noon - 5000 }),
    deed({ at: noon - 5000, item: stray }),
  ];
  expect(remarks(deeds).map(({ name, at }) => [name, at])).toEqual([
    ['Stray.docx', noon - 5000],
    ['Budget.xlsx', noon - 5000],
    ['Draft.docx', noon],
  ]);
});

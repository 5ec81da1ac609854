import { describe, expect, it } from 'vitest';
import type { DrivePart, PartOf } from '../../../src/core/notices/drive-part.ts';
import {
  fitsPattern,
  readyMadeRules,
  type Rule,
  rule as ruleShape,
  ruleFor,
} from '../../../src/core/notices/rules.ts';
import type { TellableRow } from '../../../src/core/store/activity-row.ts';
import { noon } from '../support/doubles.ts';
import { rule, tellable } from '../support/notices.ts';

const hour = 3_600_000;
/** `top` holds `docs`, which holds `deep`. */
const parents = new Map([
  ['deep', 'docs'],
  ['docs', 'top'],
]);

const partOf: PartOf = (watchId) => watched[watchId] ?? null;

function wayUp(_watchId: string, folderId: string | null): ReadonlySet<string> {
  const way = new Set<string>();
  for (let next = folderId; next !== null; next = parents.get(next) ?? null) way.add(next);
  return way;
}

/** `library` and `library-2` are all of one drive, `folder` and `file` parts of it. */
const watched: Readonly<Record<string, DrivePart>> = {
  library: { driveId: 'd-1', scopeId: null },
  'library-2': { driveId: 'd-1', scopeId: null },
  folder: { driveId: 'd-1', scopeId: 'docs' },
  file: { driveId: 'd-1', scopeId: 'i-1' },
  elsewhere: { driveId: 'd-2', scopeId: null },
};

function deciding(row: Partial<TellableRow>, ...rules: readonly Rule[]): string | null {
  return ruleFor(tellable(row), rules, { now: noon, wayUp, partOf })?.ruleId ?? null;
}

describe('a rule fits', () => {
  const within = { itemId: 'docs', name: 'Docs' };

  it.each<[string, Partial<Rule>, Partial<TellableRow>, boolean]>([
    ['whatever there is', {}, {}, true],
    ['its drive', { watchId: 'w-1' }, { watchId: 'w-1' }, true],
    ['no other drive', { watchId: 'w-1' }, { watchId: 'w-2' }, false],
    ['the item itself', { within }, { itemId: 'docs', parentId: 'top' }, true],
    ['what is in the folder', { within }, { parentId: 'docs' }, true],
    ['what is far below it', { within }, { parentId: 'deep' }, true],
    ['not what is above it', { within }, { itemId: 'top', parentId: null }, false],
    ['not what is beside it', { within }, { parentId: 'top' }, false],
    ['a name', { pattern: 'Budget.xlsx' }, { name: 'budget.XLSX' }, true],
    ['a pattern', { pattern: '*.docx, Bud?et*' }, { name: 'Budget 2027.xlsx' }, true],
    ['no other name', { pattern: '*.docx' }, { name: 'Budget.docx.pdf' }, false],
    ['no name that is not known', { pattern: '*.docx' }, { name: null }, false],
    ['a person', { person: 'adele vance' }, { actor: 'Adele Vance' }, true],
    ['no other person', { person: 'Adele Vance' }, { actor: 'Megan Bowen' }, false],
    ['nobody unknown', { person: 'Adele Vance' }, { actor: null }, false],
    ['a kind of change', { kinds: ['deleted'] }, { kinds: ['deleted'] }, true],
    ['one of several kinds', { kinds: ['moved'] }, { kinds: ['renamed', 'moved'] }, true],
    ['no other kind', { kinds: ['deleted'] }, { kinds: ['edited'] }, false],
    ['no kind at all', { kinds: [] }, { kinds: ['edited'] }, false],
    ['what is mine', { isMineOnly: true }, { isMine: true }, true],
    ['only what is mine', { isMineOnly: true }, { isMine: false }, false],
    ['until it ends', { until: noon + 1 }, {}, true],
    ['no longer', { until: noon }, {}, false],
    ['nothing while it is off', { isOn: false }, {}, false],
    ['all of it together', { watchId: 'w-1', kinds: ['edited'], person: 'Ada' }, {}, true],
    ['not all but one of it', { watchId: 'w-1', kinds: ['edited'], person: 'Bob' }, {}, false],
  ])('%s', (_what, parts, row, does) => {
    expect(deciding(row, rule(parts))).toBe(does ? 'r-1' : null);
  });
});

describe('a rule about a drive that several watches watch', () => {
  const within = { itemId: 'docs', name: 'Docs' };
  const inDocs = { parentId: 'deep' };
  const beside = { parentId: 'top' };

  it.each<[string, Partial<Rule>, Partial<TellableRow>, boolean]>([
    ['by another account', { watchId: 'library' }, { watchId: 'library-2', ...beside }, true],
    ['by a part of it', { watchId: 'library' }, { watchId: 'folder', ...inDocs }, true],
    ['in that part', { watchId: 'folder' }, { watchId: 'library', ...inDocs }, true],
    ['not beside it', { watchId: 'folder' }, { watchId: 'library', ...beside }, false],
    ['the part itself', { watchId: 'file' }, { watchId: 'library', itemId: 'i-1' }, true],
    ['a folder', { watchId: 'library', within }, { watchId: 'folder', ...inDocs }, true],
    ['no other folder', { watchId: 'library', within }, { watchId: 'file', ...beside }, false],
    ['no other drive', { watchId: 'library' }, { watchId: 'elsewhere', ...inDocs }, false],
    ['by none any more', { watchId: 'gone' }, { watchId: 'gone-2', ...inDocs }, false],
  ])('fits what was found %s', (_what, parts, row, does) => {
    expect(deciding(row, rule(parts))).toBe(does ? 'r-1' : null);
  });
});

it('the first rule that fits decides', () => {
  const specific = rule({ ruleId: 'specific', pattern: '*.xlsx', action: 'notify' });
  const general = rule({ ruleId: 'general', action: 'list' });
  expect(deciding({ name: 'a.xlsx' }, specific, general)).toBe('specific');
  expect(deciding({ name: 'a.docx' }, specific, general)).toBe('general');
  expect(deciding({ name: 'a.xlsx' }, general, specific)).toBe('general');
  expect(deciding({}, rule({ until: noon - hour }), general)).toBe('general');
});

describe('a pattern', () => {
  it.each([
    ['~$Budget.xlsx', '~$*', true],
    ['a+b (1) [2].txt', 'a+b (1) [2].*', true],
    ['aab (1) 2.txt', 'a+b (1) [2].*', false],
    ['Übersicht.docx', 'über*', true],
    ['U\u0308bersicht.docx', 'über*', true],
    ['Übersicht.docx', '?bersicht*', true],
    ['U\u0308bersicht.docx', '?bersicht*', true],
    ['报告.docx', '报?.docx', true],
    ['👧.png', '?.png', true],
    ['line\nbreak', 'line*', true],
    ['a.txt', '', false],
    ['a.txt', ' , ,', false],
    ['a.txt', '*', true],
  ])('%s is like %s: %s', (name, pattern, is) => {
    expect(fitsPattern(name, pattern)).toBe(is);
  });

  it('of many stars is not tried for long', () => {
    expect(fitsPattern('a'.repeat(400), `${'*'.repeat(500)}b`)).toBe(false);
    expect(fitsPattern('a'.repeat(400), `${'*a'.repeat(100)}*b`)).toBe(false);
  });
});

it.each(['~$Budget.xlsx', 'upload.TMP', '.~lock.Budget.ods#', 'a.swp', 'b.partial', '.DS_Store'])(
  '%s is ignored without a word',
  (name) => {
    expect(deciding({ name }, ...readyMadeRules)).toBe('temporary-files');
  },
);

it.each(['Budget.xlsx', 'template.docx', 'tmp', 'a~b.txt'])('%s is not', (name) => {
  expect(deciding({ name }, ...readyMadeRules)).toBeNull();
});

it('ready-made rules are as any other', () => {
  for (const one of readyMadeRules) expect(ruleShape.parse(one)).toEqual(one);
});

import { beforeEach, describe, expect, it } from 'vitest';
import { RuleBook, viewOf } from '../../../src/core/notices/rule-book.ts';
import type { Rule } from '../../../src/core/notices/rules.ts';
import { usualWishes, type Wishes } from '../../../src/core/notices/wishes.ts';
import type { Subject } from '../../../src/core/store/decisions.ts';
import type { Outcome } from '../../../src/shared/ipc.ts';
import type { RuleDraft } from '../../../src/shared/wishes.ts';
import { type HandClock, handClock, noon } from '../support/doubles.ts';
import { rule, tellable } from '../support/notices.ts';

const hour = 3_600_000;
const done = { ok: true, value: undefined };
const notFound = { ok: false, code: 'not-found' };
const draft: RuleDraft = {
  isOn: true,
  watchId: 'w-1',
  pattern: '*.tmp',
  person: null,
  kinds: ['edited'],
  isMineOnly: false,
  action: 'ignore',
  until: null,
};
const budget: Subject = {
  watchId: 'w-1',
  itemId: 'budget-id',
  name: 'Budget.xlsx',
  folder: { itemId: 'plans-id', name: 'Plans' },
  actor: 'Ada',
};
const atTop: Subject = { ...budget, folder: null, actor: null };

let wishes: Wishes;
let clock: HandClock;
let answer: Outcome<void>;
let book: RuleBook;
let tellsOwn: boolean;
let asked: readonly unknown[];

beforeEach(() => {
  wishes = { ...usualWishes, rules: [] };
  clock = handClock();
  answer = { ok: true, value: undefined };
  tellsOwn = false;
  book = new RuleBook({
    wishes: () => wishes,
    save: (next) => {
      if (answer.ok) wishes = next;
      return answer;
    },
    decisions: {
      subjectOf: (id) => [budget, atTop][id - 1] ?? null,
      countsSince: (at) => new Map([['r-1', (noon - at) / hour]]),
      latest: (...args) => {
        asked = args;
        return [
          tellable({ id: 1, itemId: 'budget-id', parentId: 'plans-id', name: 'Budget.xlsx' }),
          tellable({ id: 2, parentId: 'below-id', name: 'a.tmp', kinds: ['edited'] }),
          tellable({ id: 3, name: 'b.tmp', kinds: ['deleted'] }),
        ];
      },
    },
    wayUp: (_watchId, folderId) =>
      new Set(folderId === 'below-id' ? ['below-id', 'plans-id'] : folderId ? [folderId] : []),
    partOf: () => null,
    tellsOwn: () => tellsOwn,
    clock,
  });
});

function have(...rules: readonly Rule[]): void {
  wishes = { ...wishes, rules: [...rules] };
}

const ids = (): readonly string[] => wishes.rules.map((one) => one.ruleId);

describe('a new rule', () => {
  it('is tried before all others', () => {
    have(rule({ ruleId: 'old' }));
    expect(book.add([draft], null)).toEqual(done);
    expect(wishes.rules).toMatchObject([
      { ...draft, origin: 'person', within: null },
      { ruleId: 'old' },
    ]);
  });

  it.each([
    ['item', { itemId: 'budget-id', name: 'Budget.xlsx' }],
    ['folder', { itemId: 'plans-id', name: 'Plans' }],
  ] as const)('may be about the %s of a row', (what, within) => {
    book.add([draft], { activityId: 1, what });
    expect(wishes.rules).toMatchObject([{ within }]);
  });

  it('is about nothing that is not there', () => {
    expect(book.add([draft], { activityId: 9, what: 'item' })).toEqual(notFound);
    expect(book.add([draft], { activityId: 2, what: 'folder' })).toEqual(notFound);
    expect(wishes.rules).toEqual([]);
  });

  it('is one of five hundred at most', () => {
    have(...Array.from({ length: 500 }, (_, n) => rule({ ruleId: `r-${n}` })));
    expect(book.add([draft], null)).toEqual({ ok: false, code: 'too-many-rules' });
  });

  it('may come with others, in the order they are tried', () => {
    have(rule({ ruleId: 'old' }));
    const rest: RuleDraft = { ...draft, action: 'list' };
    expect(book.add([draft, rest], { activityId: 1, what: 'item' })).toEqual(done);
    const within = { itemId: 'budget-id' };
    expect(wishes.rules).toMatchObject([
      { action: 'ignore', within },
      { action: 'list', within },
      { ruleId: 'old' },
    ]);
  });

  it('comes with all of the others or not at all', () => {
    const many = Array.from({ length: 499 }, (_, n) => rule({ ruleId: `r-${n}` }));
    have(...many);
    expect(book.add([draft, draft], null)).toEqual({ ok: false, code: 'too-many-rules' });
    expect(wishes.rules).toEqual(many);
    expect(book.add([draft], null)).toEqual(done);
  });

  it('that cannot be saved is none', () => {
    answer = { ok: false, code: 'storage-failed' };
    expect(book.add([draft], null)).toEqual(answer);
    expect(wishes.rules).toEqual([]);
  });
});

describe('a preview', () => {
  const preview = (fits: number, tells: number) => ({ ok: true, value: { of: 3, fits, tells } });
  const all: RuleDraft = { ...draft, pattern: null, kinds: null };

  it('of a new rule is that of one tried before all others, and changes nothing', () => {
    have(rule({ ruleId: 'old', action: 'list' }));
    const before = wishes;
    expect(book.previewNew([{ ...draft, action: 'notify' }], null)).toEqual(preview(1, 1));
    expect(wishes).toBe(before);
    expect(asked).toEqual([50, false]);
  });

  it.each([
    ['item', 1],
    ['folder', 2],
  ] as const)('of a new rule about the %s of a row', (what, fits) => {
    expect(book.previewNew([all], { activityId: 1, what })).toEqual(preview(fits, 3 - fits));
  });

  it('of two rules tells what the first fits, and what both come to', () => {
    const both = [{ ...draft, action: 'notify' } as const, { ...all, action: 'list' } as const];
    expect(book.previewNew(both, null)).toEqual(preview(1, 1));
  });

  it('of a changed rule leaves it in its place, and what it is about', () => {
    const within = { itemId: 'plans-id', name: 'Plans' };
    have(
      rule({ ruleId: 'first', pattern: '*.tmp', action: 'ignore' }),
      rule({ ruleId: 'a', within }),
    );
    expect(book.previewChanged('a', { ...all, action: 'notify' })).toEqual(preview(2, 1));
    expect(wishes.rules[1]).toMatchObject({ action: 'list' });
  });

  it('is of one’s own changes where those are told', () => {
    tellsOwn = true;
    book.previewNew([draft], null);
    expect(asked).toEqual([50, true]);
  });

  it('is of nothing that is not there', () => {
    expect(book.previewNew([draft], { activityId: 9, what: 'item' })).toEqual(notFound);
    expect(book.previewChanged('gone', draft)).toEqual(notFound);
  });
});

describe('a rule there is', () => {
  beforeEach(() => have(...['a', 'b', 'c'].map((ruleId) => rule({ ruleId }))));

  it('can be changed, but for what it is about', () => {
    const within = { itemId: 'i', name: 'Plans' };
    have(rule({ ruleId: 'a', within, origin: 'ready-made' }));
    expect(book.change('a', draft)).toEqual(done);
    expect(wishes.rules).toEqual([{ ...draft, ruleId: 'a', within, origin: 'ready-made' }]);
  });

  it.each([
    ['b', 'earlier', ['b', 'a', 'c']],
    ['b', 'later', ['a', 'c', 'b']],
    ['a', 'earlier', ['a', 'b', 'c']],
    ['c', 'later', ['a', 'b', 'c']],
  ] as const)('%s can be tried %s', (ruleId, to, order) => {
    expect(book.move(ruleId, to)).toEqual(done);
    expect(ids()).toEqual(order);
  });

  it('can be removed', () => {
    expect(book.remove('b')).toEqual(done);
    expect(ids()).toEqual(['a', 'c']);
  });

  it('is one of these', () => {
    const outcomes = [book.change('x', draft), book.remove('x'), book.move('x', 'later')];
    expect(outcomes).toEqual([notFound, notFound, notFound]);
  });
});

describe('muting', () => {
  it.each([
    [
      'item',
      { watchId: 'w-1', within: { itemId: 'budget-id', name: 'Budget.xlsx' }, person: null },
    ],
    ['folder', { watchId: 'w-1', within: { itemId: 'plans-id', name: 'Plans' }, person: null }],
    ['drive', { watchId: 'w-1', within: null, person: null }],
    ['person', { watchId: null, within: null, person: 'Ada' }],
  ] as const)('the %s of a row lists it without telling', (what, about) => {
    const muted = book.mute(1, what, 'always');
    expect(muted).toEqual({ ok: true, value: ids()[0] });
    expect(wishes.rules).toMatchObject([
      { ...about, origin: 'mute', action: 'list', isOn: true, until: null },
    ]);
  });

  it.each([
    ['one-hour', noon + hour],
    ['today', new Date(noon).setHours(24, 0, 0, 0)],
    ['always', null],
  ] as const)('lasts %s', (until, end) => {
    book.mute(1, 'drive', until);
    expect(wishes.rules[0]?.until).toBe(end);
  });

  it.each([
    [9, 'item'],
    [2, 'folder'],
    [2, 'person'],
  ] as const)('row %i has no %s', (activityId, what) => {
    expect(book.mute(activityId, what, 'today')).toEqual(notFound);
  });

  it('lets go of mutes that are over, and of no other rule', () => {
    have(
      rule({ ruleId: 'over', origin: 'mute', until: noon - 1 }),
      rule({ ruleId: 'mine', until: noon - 1 }),
      rule({ ruleId: 'on', origin: 'mute', until: noon + 1 }),
    );
    book.mute(1, 'drive', 'one-hour');
    expect(ids().slice(1)).toEqual(['mine', 'on']);
  });
});

it('wishes leave the rules alone, and name each day once', () => {
  have(rule());
  const { rules, ...others } = wishes;
  const quietHours = { ...others.quietHours, days: [5, 1, 5] };
  expect(book.wish({ ...others, isPrivate: true, quietHours })).toEqual(done);
  expect(wishes).toMatchObject({ rules, isPrivate: true, quietHours: { days: [1, 5] } });
});

it('counts what rules have decided in seven days', () => {
  expect(book.count()).toEqual({ ok: true, value: { 'r-1': 7 * 24 } });
});

it('a rule is shown without Microsoft’s ids', () => {
  const within = { itemId: 'secret-id', name: 'Plans' };
  expect(viewOf(rule({ within }))).toMatchObject({ ruleId: 'r-1', within: 'Plans' });
  expect(JSON.stringify(viewOf(rule({ within })))).not.toContain('secret-id');
});

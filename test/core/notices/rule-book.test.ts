import { beforeEach, describe, expect, it } from 'vitest';
import { RuleBook, viewOf } from '../../../src/core/notices/rule-book.ts';
import type { Rule } from '../../../src/core/notices/rules.ts';
import { usualWishes, type Wishes } from '../../../src/core/notices/wishes.ts';
import type { Subject } from '../../../src/core/store/decisions.ts';
import type { Outcome } from '../../../src/shared/ipc.ts';
import type { RuleDraft } from '../../../src/shared/wishes.ts';
import { type HandClock, handClock, noon } from '../support/doubles.ts';
import { rule } from '../support/notices.ts';

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

beforeEach(() => {
  wishes = { ...usualWishes, rules: [] };
  clock = handClock();
  answer = { ok: true, value: undefined };
  book = new RuleBook({
    wishes: () => wishes,
    save: (next) => {
      if (answer.ok) wishes = next;
      return answer;
    },
    decisions: {
      subjectOf: (id) => [budget, atTop][id - 1] ?? null,
      countsSince: (at) => new Map([['r-1', (noon - at) / hour]]),
    },
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
    expect(book.add(draft, null)).toEqual(done);
    expect(wishes.rules).toMatchObject([
      { ...draft, origin: 'person', within: null },
      { ruleId: 'old' },
    ]);
  });

  it.each([
    ['item', { itemId: 'budget-id', name: 'Budget.xlsx' }],
    ['folder', { itemId: 'plans-id', name: 'Plans' }],
  ] as const)('may be about the %s of a row', (what, within) => {
    book.add(draft, { activityId: 1, what });
    expect(wishes.rules).toMatchObject([{ within }]);
  });

  it('is about nothing that is not there', () => {
    expect(book.add(draft, { activityId: 9, what: 'item' })).toEqual(notFound);
    expect(book.add(draft, { activityId: 2, what: 'folder' })).toEqual(notFound);
    expect(wishes.rules).toEqual([]);
  });

  it('is one of five hundred at most', () => {
    have(...Array.from({ length: 500 }, (_, n) => rule({ ruleId: `r-${n}` })));
    expect(book.add(draft, null)).toEqual({ ok: false, code: 'too-many-rules' });
  });

  it('that cannot be saved is none', () => {
    answer = { ok: false, code: 'storage-failed' };
    expect(book.add(draft, null)).toEqual(answer);
    expect(wishes.rules).toEqual([]);
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
    expect(book.mute(1, what, 'always')).toEqual(done);
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

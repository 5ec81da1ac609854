import { describe, expect, it } from 'vitest';
import { type Circumstances, decide, type Decision } from '../../../src/core/notices/decide.ts';
import { nothingShown } from '../../../src/core/notices/telling.ts';
import type { Notice } from '../../../src/core/notices/notice.ts';
import type { Silence } from '../../../src/shared/wishes.ts';
import type { TellableRow } from '../../../src/core/store/activity-row.ts';
import { noon } from '../support/doubles.ts';
import { rule, tellable } from '../support/notices.ts';

const second = 1000;
const minute = 60 * second;
let nextId = 0;

/** Of different files, if nothing else is said. */
function rows(count: number, parts: Partial<TellableRow> = {}): TellableRow[] {
  return Array.from({ length: count }, () => tellable({ id: (nextId += 1), ...parts }));
}

const plain: Circumstances = {
  rules: [],
  wayUp: () => new Set(),
  partOf: () => null,
  silenceOf: () => null,
  isAlarmed: () => false,
  now: noon,
};

function decideOnce(changes: readonly TellableRow[], at: Partial<Circumstances> = {}): Decision {
  return decide(changes, nothingShown, { ...plain, ...at });
}

interface Happening {
  readonly at: number;
  readonly rows: readonly TellableRow[];
}

/** One after the other; the notices they led to. */
function told(...happenings: readonly Happening[]): readonly Notice[] {
  let shown = nothingShown;
  return happenings.flatMap(({ at, rows: found }) => {
    const decision = decide(found, shown, { ...plain, now: noon + at });
    ({ shown } = decision);
    return decision.show;
  });
}

/** Changes of different files at these seconds, one each. */
function toldAt(...seconds: readonly number[]): readonly (readonly [string, number, boolean])[] {
  nextId = 0;
  const notices = told(...seconds.map((at) => ({ at: at * second, rows: rows(1) })));
  return notices.map((one) => [one.noticeId, one.count, one.isUpdate] as const);
}

describe('a quiet drive', () => {
  it('has its first change told at once', () => {
    expect(toldAt(0)).toEqual([['n-1', 1, false]]);
  });

  it('has what follows within eight seconds join the same toast', () => {
    expect(toldAt(0, 7.999)).toEqual([
      ['n-1', 1, false],
      ['n-1', 2, true],
    ]);
  });

  it('has a new toast after eight quiet seconds', () => {
    expect(toldAt(0, 8)).toEqual([
      ['n-1', 1, false],
      ['n-2', 1, false],
    ]);
  });

  it('has a new toast after its clock was set back', () => {
    expect(toldAt(0, -100).map(([id]) => id)).toEqual(['n-1', 'n-2']);
  });
});

it('a toast gathers for thirty seconds at most, however busy the drive', () => {
  expect(toldAt(0, 7, 14, 21, 28, 30).map(([id, count]) => [id, count])).toEqual([
    ['n-1', 1],
    ['n-1', 2],
    ['n-1', 3],
    ['n-1', 4],
    ['n-1', 5],
    ['n-6', 1],
  ]);
});

describe('a notice', () => {
  it('about many changes found together is one, and names the newest', () => {
    const many = rows(5000);
    const { show } = decideOnce(many);
    expect(show).toMatchObject([{ count: 5000, isUpdate: false }]);
    expect(show[0]?.changes).toEqual(many.slice(-5));
  });

  it('knows everyone who had a part in it, once, whoever came again as the latest', () => {
    const [notice] = decideOnce([
      ...rows(1, { actor: 'Ada' }),
      ...rows(1, { actor: null }),
      ...rows(2, { actor: 'Ada' }),
    ]).show;
    expect(notice?.actors).toEqual([null, 'Ada']);
    const joined = ['Ada', 'Bob', 'Ada'].map((actor, at) => ({
      at: at * second,
      rows: rows(1, { actor }),
    }));
    expect(told(...joined).at(-1)?.actors).toEqual(['Bob', 'Ada']);
  });

  it.each<[readonly (readonly string[])[], readonly string[]]>([
    [[['Plans', '2026']], ['Plans', '2026']],
    [
      [
        ['Plans', '2026'],
        ['Plans', '2027', 'Q1'],
      ],
      ['Plans'],
    ],
    [[['Plans'], ['Offers']], []],
    [[['Plans', '2026'], []], []],
  ])('of changes in %j says %j', (places, place) => {
    const changes = places.flatMap((one) => rows(1, { place: one }));
    expect(decideOnce(changes).show[0]?.place).toEqual(place);
    const [, later] = told(...changes.map((row, at) => ({ at: at * second, rows: [row] })));
    if (later) expect(later.place).toEqual(place);
  });

  it('where the person was mentioned stands alone', () => {
    const { show } = decideOnce([...rows(2), ...rows(1, { kinds: ['mentioned'] })]);
    expect(show.map((one) => [one.count, one.changes[0]?.kinds])).toEqual([
      [1, ['mentioned']],
      [2, ['edited']],
    ]);
  });

  it('is one of its drive, however many watches have found its changes', () => {
    const found = (watchId: string, parts: Partial<TellableRow> = {}) =>
      rows(1, { watchId, driveId: 'd-1', ...parts });
    const notices = told(
      { at: 0, rows: [...found('w-1'), ...found('w-2')] },
      { at: second, rows: found('w-1', { itemId: 'same' }) },
      { at: minute, rows: found('w-2', { itemId: 'same', times: 2 }) },
    );
    expect(notices.map((one) => [one.drives.length, one.count, one.isQuiet])).toEqual([
      [1, 2, false],
      [1, 3, false],
      [1, 3, true],
    ]);
    expect(new Set(notices.map((one) => one.noticeId)).size).toBe(1);
  });

  it('does not join another drive’s', () => {
    const [one, other] = told(
      { at: 0, rows: rows(1, { watchId: 'w-1' }) },
      { at: second, rows: rows(1, { watchId: 'w-2' }) },
    );
    expect([one?.isUpdate, other?.isUpdate]).toEqual([false, false]);
  });
});

describe('the same file again', () => {
  const saved = (times: number, parts: Partial<TellableRow> = {}) =>
    rows(1, { itemId: 'same', times, ...parts });

  it('in the same gathering counts once', () => {
    const [, again] = told({ at: 0, rows: saved(1) }, { at: second, rows: saved(2) });
    expect(again).toMatchObject({ count: 1, isUpdate: true, isQuiet: false });
    expect(again?.changes).toMatchObject([{ times: 2 }]);
  });

  it('within ten minutes changes its toast without calling anybody', () => {
    const notices = told(
      { at: 0, rows: saved(1) },
      { at: minute, rows: saved(2) },
      { at: 9.9 * minute, rows: saved(3) },
      { at: 10 * minute, rows: saved(4) },
    );
    const [first] = notices;
    expect(notices.map((one) => [one.noticeId === first?.noticeId, one.isQuiet])).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [false, false],
    ]);
    expect(notices.map((one) => one.count)).toEqual([1, 1, 1, 1]);
  });

  it('stays in the toast that also tells of others', () => {
    const notices = told(
      { at: 0, rows: [...saved(1), ...rows(2)] },
      { at: second, rows: rows(4) },
      { at: minute, rows: saved(2) },
    );
    expect(notices.map((one) => [one.count, one.isQuiet])).toEqual([
      [3, false],
      [7, false],
      [7, true],
    ]);
    expect(notices.at(-1)?.changes.map((row) => row.itemId)).toContain('same');
  });

  it.each(['created', 'appeared'] as const)('is part of its having %s', (kind) => {
    const notices = told(
      { at: 0, rows: [...saved(1, { kinds: [kind] }), ...rows(7)] },
      { at: second, rows: saved(1) },
      { at: 2 * second, rows: [...rows(1), ...saved(2)] },
      { at: minute, rows: saved(3) },
      { at: 10 * minute, rows: saved(4) },
    );
    expect(notices.map((one) => [one.count, one.isUpdate, one.isQuiet])).toEqual([
      [8, false, false],
      [8, true, true],
      [9, true, false],
      [9, true, true],
      [1, false, false],
    ]);
  });

  it.each<[readonly TellableRow['kinds'][number][]]>([[['renamed']], [['moved', 'edited']]])(
    'that was %s joins that toast without calling anybody',
    (kinds) => {
      const notices = told(
        { at: 0, rows: saved(1, { kinds }) },
        { at: minute, rows: saved(1) },
        { at: 2 * minute, rows: saved(2) },
      );
      expect(new Set(notices.map((one) => one.noticeId)).size).toBe(1);
      expect(notices.map((one) => [one.count, one.isQuiet])).toEqual([
        [1, false],
        [2, true],
        [2, true],
      ]);
      expect(notices.at(-1)?.changes.map((row) => row.kinds)).toEqual([kinds, ['edited']]);
    },
  );

  it('whose earlier edits were never told of is counted', () => {
    const notices = told({ at: 0, rows: rows(1) }, { at: second, rows: saved(3) });
    expect(notices.at(-1)?.count).toBe(2);
  });

  it.each<[string, Partial<TellableRow>]>([
    ['by somebody else', { actor: 'Grace' }],
    ['that is deleted', { kinds: ['deleted'] }],
    ['that is renamed while it is edited', { kinds: ['renamed', 'edited'] }],
    ['in another drive', { watchId: 'w-2' }],
    ['that is made anew', { kinds: ['restored'] }],
  ])('%s is told anew', (_what, parts) => {
    const notices = told({ at: 0, rows: saved(1) }, { at: minute, rows: saved(1, parts) });
    expect(notices.map((one) => one.isQuiet)).toEqual([false, false]);
  });

  it('is known among the latest two thousand', () => {
    for (const others of [1999, 2000]) {
      const notices = told(
        { at: 0, rows: [...saved(1), ...rows(others)] },
        { at: minute, rows: saved(2) },
      );
      expect(notices.at(-1)?.isQuiet).toBe(others < 2000);
    }
  });

  it('saved twenty times in ten minutes is one toast, called for once', () => {
    const notices = told(
      ...Array.from({ length: 20 }, (_, n) => ({ at: n * 30 * second, rows: saved(n + 1) })),
    );
    expect(new Set(notices.map((one) => one.noticeId)).size).toBe(1);
    expect(notices.filter((one) => !one.isQuiet).length).toBe(1);
  });
});

describe('more than six toasts in a minute', () => {
  const drive = (n: number, at: number) => ({ at, rows: rows(1, { watchId: `w-${n}` }) });

  it('become one, of all drives', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7].map((n) => drive(n, n * second));
    const notices = told(...seven, drive(8, 8 * second), drive(9, 40 * second));
    expect(new Set(notices.slice(0, 7).map((one) => one.noticeId)).size).toBe(7);
    expect(notices.slice(6).map((one) => [one.drives.length, one.count])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(notices[8]?.place).toEqual([]);
  });

  it('do not take from a drive the toast it has', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => drive(n, 0));
    const notices = told(...six, drive(7, second), drive(1, 2 * second));
    expect(notices.at(-1)).toMatchObject({ noticeId: notices[0]?.noticeId, count: 2 });
  });

  it('end with a minute of rest', () => {
    const eight = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => drive(n, 0));
    const [last] = told(...eight, drive(9, minute)).slice(-1);
    expect(last).toMatchObject({ isUpdate: false, count: 1 });
  });
});

describe('what becomes of a change', () => {
  it.each<[string, Partial<Circumstances>, object, number]>([
    ['it is told', {}, { outcome: 'told', ruleId: null, silence: null }, 1],
    [
      'a rule tells it',
      { rules: [rule({ action: 'notify' })] },
      { outcome: 'told', ruleId: 'r-1', silence: null },
      1,
    ],
    [
      'a rule only lists it',
      { rules: [rule({ action: 'list' })] },
      { outcome: 'listed', ruleId: 'r-1' },
      0,
    ],
    [
      'a rule ignores it',
      { rules: [rule({ action: 'ignore' })] },
      { outcome: 'ignored', ruleId: 'r-1' },
      0,
    ],
    ...(['paused', 'quiet-hours', 'away', 'digest'] satisfies Silence[]).map(
      (silence) =>
        [
          `it is kept for later: ${silence}`,
          { silenceOf: () => silence },
          { outcome: 'held', silence },
          0,
        ] as [string, Partial<Circumstances>, object, number],
    ),
    [
      'a rule decides before silence does',
      { rules: [rule({ action: 'list' })], silenceOf: () => 'paused' },
      { outcome: 'listed', silence: null },
      0,
    ],
    [
      'an alarm tells of it',
      { isAlarmed: () => true },
      { outcome: 'told', ruleId: null, silence: null },
      0,
    ],
  ])('%s', (_what, at, outcome, notices) => {
    const { rows: decided, show } = decideOnce(rows(1), at);
    expect(decided).toMatchObject([outcome]);
    expect(show.length).toBe(notices);
  });

  it('is said of each', () => {
    nextId = 0;
    const rules = [rule({ pattern: '*.tmp', action: 'ignore' })];
    const decided = decideOnce([...rows(1), ...rows(1, { name: 'a.tmp' })], { rules }).rows;
    expect(decided.map((one) => [one.rowId, one.outcome])).toEqual([
      [1, 'told'],
      [2, 'ignored'],
    ]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/reading/classify.ts';
import type { Alarm } from '../../../src/core/notices/alarm.ts';
import type { Notice } from '../../../src/core/notices/notice.ts';
import type { Moment } from '../../../src/core/notices/silence.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import type { Teller } from '../../../src/core/notices/teller.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { change, type HandClock, handClock, openStore, type Store } from '../support/doubles.ts';
import { rule } from '../support/notices.ts';
import { tellerOf } from '../support/tellers.ts';

let store: Store;
let clock: HandClock;
let shown: Notice[];
let closed: string[];
let alarms: Alarm[];
let moment: Pick<Moment, 'wishes' | 'pausedUntil' | 'isCatchingUp' | 'reachedAt'>;
/** Drives whose toasts fail. */
let broken: Set<string>;
/** The rule, the row and what became of it, of each that was decided. */
let decided: string[];
/** The folders whose way up was asked for. */
let climbed: (string | null)[];

beforeEach(() => {
  store = openStore();
  clock = handClock();
  shown = [];
  closed = [];
  alarms = [];
  moment = { wishes: usualWishes, pausedUntil: null, isCatchingUp: false, reachedAt: null };
  broken = new Set();
  decided = [];
  climbed = [];
});

function teller(): Teller {
  return tellerOf(store, {
    notifier: {
      alarm: (alarm) => alarms.push(alarm),
      show: (notice) => {
        if (notice.drives.some((drive) => broken.has(drive.watchId)))
          throw new Error('No toasts here.');
        shown.push(notice);
      },
      close: (noticeId) => closed.push(noticeId),
    },
    clock,
    wayUp: (_watchId, folderId) => {
      climbed.push(folderId);
      return new Set(folderId === null ? [] : [folderId, 'top']);
    },
    moment: () => moment,
    onDecided: (rows, decisions) => {
      for (const [index, { ruleId, rowId, outcome }] of decisions.entries()) {
        expect(rows[index]?.id).toBe(rowId);
        decided.push(`${ruleId ?? '-'} ${rowId} ${outcome}`);
      }
    },
  });
}

function happened(watchId = 'w-1', parts: Partial<Change> = {}): void {
  const drive = { watchId, accountId: 'a-1', driveName: 'Finance', driveId: watchId };
  store.activity.add(drive, change({ at: clock.ms, ...parts }));
}

it('shows a change and notes that it is told', () => {
  happened();
  teller().tell();
  expect(shown).toMatchObject([{ noticeId: 'n-1', count: 1 }]);
  expect(store.activity.untold()).toEqual([]);
});

it('tells what an earlier run wrote down and did not come to tell, once', () => {
  happened('w-1');
  happened('w-1');
  happened('w-2');
  teller().tell();
  expect(shown.map((notice) => [notice.drives[0]?.watchId ?? '', notice.count])).toEqual([
    ['w-1', 2],
    ['w-2', 1],
  ]);
  teller().tell();
  expect(shown).toHaveLength(2);
});

it('has nothing to do when all is told', () => {
  teller().tell();
  expect(shown).toEqual([]);
});

it('does not tell our own changes', () => {
  happened('w-1', { own: true });
  teller().tell();
  expect(shown).toEqual([]);
});

it('gathers what follows at once', () => {
  const one = teller();
  happened();
  one.tell();
  clock.ms += 1000;
  happened();
  one.tell();
  expect(shown).toMatchObject([
    { noticeId: 'n-1', count: 1 },
    { noticeId: 'n-1', count: 2, isUpdate: true },
  ]);
});

/** Drives of the notices shown, and how many changes each stands for. */
function counts(): readonly (readonly [string, number])[] {
  return shown.map((notice) => [notice.drives[0]?.watchId ?? '', notice.count] as const);
}

function untold(): readonly string[] {
  return store.activity.untold().map((row) => row.watchId);
}

it('leaves a change untold when its toast could not be shown, in this run and the next', () => {
  happened();
  broken.add('w-1');
  const one = teller();
  expect(() => one.tell()).toThrow('No toasts here.');
  expect(() => one.tell()).toThrow('No toasts here.');
  expect(untold()).toEqual(['w-1']);
  broken.clear();
  teller().tell();
  expect(counts()).toEqual([['w-1', 1]]);
});

it('writes down what a toast leads to, and shows it once though that fails', () => {
  store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON notice
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  happened();
  happened();
  const one = teller();
  for (let n = 0; n < 2; n += 1) expect(() => one.tell()).toThrow('disk full');
  expect(shown).toHaveLength(1);
  store.database.exec('DROP TRIGGER full');
  one.tell();
  expect(new Decisions(store.database).notices.find('n-1')).toEqual({ rowId: 2, count: 2 });
});

it('does not repeat the notice of one drive because that of another fails', () => {
  happened('w-1');
  happened('w-2');
  broken.add('w-2');
  const one = teller();
  expect(() => one.tell()).toThrow('No toasts here.');
  expect([counts(), untold()]).toEqual([[['w-1', 1]], ['w-2']]);
  broken.clear();
  one.tell();
  expect([counts(), untold()]).toEqual([
    [
      ['w-1', 1],
      ['w-2', 1],
    ],
    [],
  ]);
});

describe('what is decided', () => {
  const rules = [
    rule({ ruleId: 'r-list', pattern: '*.csv', action: 'list' }),
    rule({ ruleId: 'r-ignore', pattern: '*.tmp', action: 'ignore' }),
    rule({ ruleId: 'r-notify', pattern: '*.docx', action: 'notify' }),
  ];

  beforeEach(() => {
    moment = { ...moment, wishes: { ...usualWishes, rules } };
  });

  it('is said of each row once, whatever became of it', () => {
    for (const name of ['a.csv', 'b.tmp', 'c.docx', 'd.xlsx']) happened('w-1', { name });
    const one = teller();
    one.tell();
    one.tell();
    teller().tell();
    const told = ['r-list 1 listed', 'r-ignore 2 ignored', 'r-notify 3 told', '- 4 told'];
    expect(decided).toEqual(told);
  });

  it('is said when it is kept for later, and not again when it is told', () => {
    moment = { ...moment, pausedUntil: 'until-resumed' };
    happened('w-1', { name: 'c.docx' });
    const one = teller();
    one.tell();
    moment = { ...moment, pausedUntil: null };
    one.tell();
    expect([decided, shown.length]).toEqual([['r-notify 1 held'], 1]);
  });

  it('is said once though it could not be written down', () => {
    store.database.exec(`CREATE TRIGGER full BEFORE UPDATE ON activity
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    happened('w-1', { name: 'a.csv' });
    const one = teller();
    for (let n = 0; n < 2; n += 1) expect(() => one.tell()).toThrow('disk full');
    expect(decided).toEqual(['r-list 1 listed']);
  });
});

describe('a full disk', () => {
  beforeEach(() => {
    store.database.exec(`CREATE TRIGGER full BEFORE UPDATE ON activity
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  });

  const attempt = (one: Teller): void => {
    try {
      one.tell();
    } catch {
      // Whoever asked is told; here only what is shown matters.
    }
  };

  it('does not make the same notice come again in this run', () => {
    happened('w-1');
    happened('w-2');
    const one = teller();
    for (let n = 0; n < 5; n += 1) attempt(one);
    happened('w-1');
    clock.ms += 60_000;
    attempt(one);
    attempt(one);
    expect(counts()).toEqual([
      ['w-1', 1],
      ['w-2', 1],
      ['w-1', 1],
    ]);
  });

  it('once over, has lost no word of what was told', () => {
    happened('w-1');
    const one = teller();
    attempt(one);
    store.database.exec('DROP TRIGGER full');
    happened('w-2');
    one.tell();
    expect(untold()).toEqual([]);
    teller().tell();
    expect(counts()).toEqual([
      ['w-1', 1],
      ['w-2', 1],
    ]);
  });
});

it('knows the notice of a toast that is clicked, the newest two hundred of them', () => {
  const one = teller();
  for (let n = 0; n <= 200; n += 1) {
    clock.ms += 60_000;
    happened(`w-${n}`);
    one.tell();
  }
  expect(one.notice('n-1')).toBeNull();
  expect(one.notice('n-2')).toMatchObject({ drives: [{ watchId: 'w-1' }] });
  expect(one.notice('n-201')).toMatchObject({ drives: [{ watchId: 'w-200' }] });
});

describe('forgetting drives', () => {
  it('takes their toasts back, and knows them no more', () => {
    const one = teller();
    for (const watchId of ['w-1', 'w-2', 'w-3']) happened(watchId);
    one.tell();
    one.forget(['w-1', 'w-3']);
    expect(closed).toEqual(['n-1', 'n-3']);
    expect(['n-1', 'n-2', 'n-3'].map((id) => one.notice(id)?.drives[0]?.watchId)).toEqual([
      undefined,
      'w-2',
      undefined,
    ]);
  });

  it('lets nothing join what was taken back', () => {
    const one = teller();
    happened('w-1', { name: 'secret.txt' });
    one.tell();
    one.forget(['w-1']);
    happened('w-1', { name: 'new.txt' });
    one.tell();
    expect(shown.at(-1)).toMatchObject({ count: 1, isUpdate: false });
  });

  it('takes nothing else back', () => {
    const one = teller();
    happened('w-1');
    one.tell();
    one.forget([]);
    one.forget(['w-2']);
    expect([closed, one.notice('n-1')?.drives[0]?.watchId]).toEqual([[], 'w-1']);
  });
});

it('asks once where a folder lies, however many rules and rows ask for it', () => {
  const folders = ['elsewhere', 'nowhere', 'top'].map((itemId) =>
    rule({ ruleId: itemId, within: { itemId, name: itemId } }),
  );
  moment = { ...moment, wishes: { ...usualWishes, rules: folders } };
  for (const parentId of ['plans', 'plans', 'papers']) happened('w-1', { parentId });
  teller().tell();
  expect(climbed).toEqual(['plans', 'papers']);
  expect(decided).toEqual(['top 1 listed', 'top 2 listed', 'top 3 listed']);
});

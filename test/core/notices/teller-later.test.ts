import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/reading/classify.ts';
import type { Alarm } from '../../../src/core/notices/alarm.ts';
import type { Notice } from '../../../src/core/notices/notice.ts';
import type { Teller } from '../../../src/core/notices/teller.ts';
import { usualWishes, type Wishes } from '../../../src/core/notices/wishes.ts';
import type { PausedUntil } from '../../../src/core/notices/pause.ts';
import { sweepDrives } from '../../../src/core/store/drive-state.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { change, type HandClock, handClock, openStore, type Store } from '../support/doubles.ts';
import { rule } from '../support/notices.ts';
import { tellerOf } from '../support/tellers.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

let store: Store;
let clock: HandClock;
let shown: Notice[];
let closed: string[];
let alarms: Alarm[];
let wishes: Wishes;
let pausedUntil: PausedUntil;
let isCatchingUp: boolean;
let reachedAt: number | null;
let one: Teller;

beforeEach(() => {
  store = openStore();
  clock = handClock();
  clock.ms = new Date(2026, 10, 20, 12).getTime();
  shown = [];
  alarms = [];
  closed = [];
  wishes = usualWishes;
  pausedUntil = null;
  isCatchingUp = false;
  reachedAt = null;
  one = teller();
});

function teller(): Teller {
  return tellerOf(store, {
    clock,
    notifier: {
      show: (notice) => shown.push(notice),
      alarm: (alarm) => alarms.push(alarm),
      close: (noticeId) => closed.push(noticeId),
    },
    moment: () => ({ wishes, pausedUntil, isCatchingUp, reachedAt }),
  });
}

function happened(count = 1, parts: Partial<Change> = {}, watchId = 'w-1'): void {
  const drive = { watchId, accountId: 'a-1', driveName: watchId, driveId: watchId };
  for (let n = 0; n < count; n += 1) store.activity.add(drive, change({ at: clock.ms, ...parts }));
  one.tell();
}

function pass(ms: number): void {
  clock.ms += ms;
  one.tell();
}

const told = () => shown.map((notice) => [notice.after, notice.drives.length, notice.count]);

describe('a pause', () => {
  it('keeps changes, and tells them in one notice when it is over', () => {
    pausedUntil = clock.ms + hour;
    happened(3);
    happened(2, {}, 'w-2');
    expect([shown, one.nextAt()]).toEqual([[], pausedUntil]);
    pass(hour);
    expect(told()).toEqual([['paused', 2, 5]]);
    pass(hour);
    expect(shown).toHaveLength(1);
  });

  it('that is ended by hand is over at once', () => {
    pausedUntil = 'until-resumed';
    happened(3);
    expect(one.nextAt()).toBeNull();
    pausedUntil = null;
    one.tell();
    expect(told()).toEqual([['paused', 1, 3]]);
  });

  it('survives a restart', () => {
    pausedUntil = clock.ms + hour;
    happened(3);
    one = teller();
    pass(minute);
    expect(shown).toEqual([]);
    pass(hour);
    expect(told()).toEqual([['paused', 1, 3]]);
  });

  it('says nothing of drives that are not watched any more', () => {
    pausedUntil = 'until-resumed';
    happened(3, {}, 'w-2');
    const left = { watchId: 'w-1', driveId: 'w-1', accountId: 'a-1', scope: null };
    sweepDrives(store.database, [left]);
    pausedUntil = null;
    one.tell();
    expect(shown).toEqual([]);
  });

  it('with a single change tells it as itself', () => {
    pausedUntil = clock.ms + hour;
    happened();
    pass(hour);
    expect(told()).toEqual([[null, 1, 1]]);
  });

  it('leaves rows where they are, unread', () => {
    pausedUntil = 'until-resumed';
    happened(3);
    expect([store.activity.page(null, 10).length, store.activity.unread()]).toEqual([3, 3]);
  });
});

it('what was kept for several reasons is told under none of them', () => {
  pausedUntil = clock.ms + hour;
  happened(2);
  pass(30 * minute);
  pausedUntil = null;
  wishes = { ...usualWishes, delivery: { every: 'hour', at: 0, day: 1 } };
  happened(2);
  pass(hour);
  expect(told()).toEqual([['mixed', 1, 4]]);
});

describe('quiet hours', () => {
  beforeEach(() => {
    wishes = { ...usualWishes, quietHours: { ...usualWishes.quietHours, isOn: true } };
    clock.ms = new Date(2026, 10, 20, 23).getTime();
  });

  it('end with one notice', () => {
    happened(3);
    expect(one.nextAt()).toBe(new Date(2026, 10, 21, 7).getTime());
    pass(7 * hour);
    expect(shown).toEqual([]);
    pass(hour);
    expect(told()).toEqual([['quiet-hours', 1, 3]]);
  });

  it('do not tell once more what an alarm has told of', () => {
    const gone = { kinds: ['deleted'] } as const;
    happened(1);
    happened(30, gone);
    happened(30, gone);
    expect(alarms.map(({ items }) => items)).toEqual([60]);
    pass(24 * hour);
    expect(told()).toEqual([[null, 1, 1]]);
  });

  it('do not keep an alarm', () => {
    happened(60, { kinds: ['deleted'] });
    expect([shown, alarms.map((one) => one.items)]).toEqual([[], [60]]);
    pass(12 * hour);
    expect(shown).toEqual([]);
  });
});

it('a digest comes at its time, with all that has happened since the last', () => {
  wishes = { ...usualWishes, delivery: { every: 'day', at: 18 * 60, day: 1 } };
  happened(2);
  pass(hour);
  happened(2);
  expect([shown, one.nextAt()]).toEqual([[], new Date(2026, 10, 20, 18).getTime()]);
  pass(5 * hour);
  expect(told()).toEqual([['digest', 1, 4]]);
});

describe('what is kept', () => {
  beforeEach(() => {
    wishes = { ...usualWishes, delivery: { every: 'hour', at: 0, day: 1 } };
  });

  it('waits for its time, however long ago it happened', () => {
    happened(2, { at: clock.ms - 365 * 24 * hour });
    expect([shown, one.nextAt()]).toEqual([[], clock.ms + hour]);
  });

  it('is told, though it was written before what has been told since', () => {
    store.activity.hold([1]);
    happened(1);
    happened(1, {}, 'w-2');
    pass(hour);
    expect(told()).toEqual([[null, 1, 1]]);
    store.activity.release([1]);
    pass(second);
    pass(hour);
    expect(shown.flatMap((notice) => notice.changes.map((row) => row.id))).toEqual([2, 1]);
  });
});

describe('what happened while the reader was away', () => {
  const before = (): Partial<Change> => ({ at: clock.ms - 10 * minute });

  it('is one notice, once all drives have been read', () => {
    isCatchingUp = true;
    one.back();
    happened(6, before());
    happened(6, before(), 'w-2');
    expect([shown, one.nextAt()]).toEqual([[], clock.ms + 20 * second]);
    isCatchingUp = false;
    one.tell();
    expect(told()).toEqual([['away', 2, 12]]);
  });

  it('does not wait long for a drive that cannot be read', () => {
    isCatchingUp = true;
    happened(6, before());
    pass(20 * second - 1);
    expect(shown).toEqual([]);
    pass(1);
    expect(told()).toEqual([['away', 1, 6]]);
  });

  it('is not kept by a clock that was set back', () => {
    isCatchingUp = true;
    pausedUntil = 'until-resumed';
    happened(2);
    clock.ms -= 24 * hour;
    pausedUntil = null;
    one.tell();
    expect(told()).toEqual([['paused', 1, 2]]);
  });

  it('is still one notice where drives are read one after another', () => {
    isCatchingUp = true;
    one.back();
    happened(1, before());
    pass(20 * second);
    happened(3, before(), 'w-2');
    pass(second);
    happened(2, before(), 'w-3');
    expect(told()).toEqual([
      [null, 1, 1],
      ['away', 2, 4],
      ['away', 3, 6],
    ]);
    expect(new Set(shown.map(({ noticeId }) => noticeId)).size).toBe(1);
    expect(shown.map(({ isUpdate }) => isUpdate)).toEqual([false, true, true]);
  });

  it('is one notice though the network came minutes later', () => {
    isCatchingUp = true;
    one.back();
    pass(5 * minute);
    reachedAt = clock.ms;
    happened(2, { at: clock.ms - hour });
    happened(3, { at: clock.ms - hour }, 'w-2');
    expect([shown, one.nextAt()]).toEqual([[], clock.ms + 20 * second]);
    isCatchingUp = false;
    one.tell();
    pass(second);
    happened(1, { at: clock.ms - hour }, 'w-3');
    expect(told()).toEqual([
      ['away', 2, 5],
      ['away', 3, 6],
    ]);
  });

  it('does not wait for a network to tell what was kept before', () => {
    pausedUntil = clock.ms + minute;
    happened(2);
    isCatchingUp = true;
    one.back();
    pass(minute);
    expect(told()).toEqual([['paused', 1, 2]]);
  });

  it('counts a file edited again once', () => {
    const file = { itemId: 'i-7', kinds: ['edited'], actor: 'Ada' } as const;
    happened(2, before());
    happened(1, { ...before(), ...file, version: 1 });
    happened(1, { ...before(), ...file, version: 2 });
    expect(told()).toEqual([
      ['away', 1, 2],
      ['away', 1, 3],
      ['away', 1, 3],
    ]);
  });

  it('joins no notice of another return', () => {
    happened(2, before());
    pass(minute);
    one.back();
    happened(2, before());
    expect(told()).toEqual([
      ['away', 1, 2],
      ['away', 1, 2],
    ]);
  });

  it('joins nothing any more when it was kept by a pause as well', () => {
    happened(2, before());
    isCatchingUp = true;
    happened(3, before());
    pausedUntil = clock.ms + hour;
    pass(hour);
    expect(told()).toEqual([
      ['away', 1, 2],
      ['away', 1, 3],
    ]);
  });

  it('keeps back nothing of what happens now', () => {
    isCatchingUp = true;
    happened(2, before());
    happened(1, { at: clock.ms });
    expect(told()).toEqual([[null, 1, 1]]);
  });

  it.each([false, true])('is no more than what is found later: drives unread %s', (are) => {
    isCatchingUp = are;
    reachedAt = clock.ms;
    pass(3 * minute);
    happened(2, { at: clock.ms - 10 * minute });
    expect(told()).toEqual([[null, 1, 2]]);
  });
});

describe('a rule', () => {
  it('to ignore leaves nothing to read or to list', () => {
    happened(1, { name: '~$Budget.xlsx' });
    expect([shown, store.activity.page(null, 10), store.activity.unread()]).toEqual([[], [], 0]);
  });

  it('to list tells nothing, and says how often it has decided', () => {
    wishes = { ...usualWishes, rules: [rule({ ruleId: 'quiet' })] };
    happened(3);
    const counts = new Decisions(store.database).countsSince(clock.ms - minute);
    expect([shown, store.activity.unread(), counts]).toEqual([[], 3, new Map([['quiet', 3]])]);
  });
});

it('a full disk does not make what was kept come again', () => {
  pausedUntil = 'until-resumed';
  happened(3);
  store.database.exec(`CREATE TRIGGER full BEFORE UPDATE ON activity
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  pausedUntil = null;
  for (let n = 0; n < 2; n += 1) expect(() => one.tell()).toThrow('disk full');
  expect(shown).toHaveLength(1);
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/reading/classify.ts';
import type { Alarm } from '../../../src/core/notices/alarm.ts';
import type { Notice } from '../../../src/core/notices/notice.ts';
import type { Teller } from '../../../src/core/notices/teller.ts';
import { usualWishes, type Wishes } from '../../../src/core/notices/wishes.ts';
import { change, type HandClock, handClock, openStore, type Store } from '../support/doubles.ts';
import { rule } from '../support/notices.ts';
import { tellerOf } from '../support/tellers.ts';

const minute = 60_000;
const hour = 60 * minute;

let store: Store;
let clock: HandClock;
let shown: Notice[];
let closed: string[];
let alarms: Alarm[];
let wishes: Wishes;
let one: Teller;

beforeEach(() => {
  store = openStore();
  clock = handClock();
  shown = [];
  alarms = [];
  closed = [];
  wishes = usualWishes;
  one = teller();
  clock.ms += hour;
});

function teller(): Teller {
  return tellerOf(store, {
    clock,
    notifier: {
      show: (notice) => shown.push(notice),
      alarm: (alarm) => alarms.push(alarm),
      close: (noticeId) => closed.push(noticeId),
    },
    moment: () => ({ wishes, pausedUntil: null, isCatchingUp: false, reachedAt: null }),
  });
}

function write(count: number, parts: Partial<Change> = {}, watchId = 'w-1'): void {
  const drive = { watchId, accountId: 'a-1', driveName: 'Finance', driveId: 'd-1' };
  const gone = { kinds: ['deleted'], at: clock.ms, notBefore: clock.ms - minute } as const;
  for (let n = 0; n < count; n += 1) store.activity.add(drive, change({ ...gone, ...parts }));
}

function gone(...written: Parameters<typeof write>): void {
  write(...written);
  one.tell();
}

function restart(): void {
  one = teller();
  one.tell();
}

const said = () => alarms.map((alarm) => [alarm.noticeId, alarm.items, alarm.isUpdate]);

describe('many deletions', () => {
  it('are an alarm instead of a notice, and stay one', () => {
    gone(60, { actor: 'Ada' });
    gone(10, { actor: 'Bob' });
    expect(shown).toEqual([]);
    expect(said()).toEqual([
      ['alarm-60', 60, false],
      ['alarm-60', 70, true],
    ]);
    expect(alarms.at(-1)).toMatchObject({ driveName: 'Finance', actors: ['Ada', 'Bob'] });
  });

  it('are only a notice where no alarm is wished for', () => {
    wishes = { ...usualWishes, alarm: { ...usualWishes.alarm, isOn: false } };
    gone(60);
    expect([shown.map(({ count }) => count), alarms]).toEqual([[60], []]);
  });

  it('of one’s own are an alarm as well', () => {
    gone(60, { own: true });
    expect(alarms).toHaveLength(1);
  });

  it('are an alarm though a rule ignores them', () => {
    wishes = { ...usualWishes, rules: [rule({ action: 'ignore' })] };
    gone(60);
    expect(alarms).toHaveLength(1);
  });

  it('found by two watches of one drive are one alarm', () => {
    gone(30);
    gone(30, {}, 'w-2');
    expect(said()).toEqual([['alarm-60', 60, false]]);
    expect(shown.map(({ count }) => count)).toEqual([30]);
  });
});

describe('an alarm, after a restart', () => {
  it('does not call again', () => {
    gone(60);
    clock.ms += minute;
    restart();
    restart();
    expect([said(), shown]).toEqual([[['alarm-60', 60, false]], []]);
  });

  it('goes on as the same', () => {
    gone(60, { actor: 'Ada' });
    restart();
    gone(5, { actor: 'Bob' });
    expect(said().at(-1)).toEqual(['alarm-60', 65, true]);
    expect(alarms.at(-1)?.actors).toEqual(['Ada', 'Bob']);
    expect(shown).toEqual([]);
  });

  it('calls for deletions that nobody was told of', () => {
    write(60);
    restart();
    expect(said()).toEqual([['alarm-60', 60, false]]);
  });

  it('is not told once more by a notice where only it could be written down', () => {
    store.database.exec(`CREATE TRIGGER full BEFORE UPDATE OF outcome ON activity
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    expect(() => gone(60)).toThrow('disk full');
    store.database.exec('DROP TRIGGER full');
    clock.ms += hour;
    restart();
    expect([alarms.length, shown]).toEqual([1, []]);
  });
});

it('a full disk does not make an alarm call again, nor a notice tell what it told', () => {
  store.database.exec(`CREATE TRIGGER full BEFORE UPDATE ON activity
    BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  expect(() => gone(60)).toThrow('disk full');
  expect(() => gone(10)).toThrow('disk full');
  store.database.exec('DROP TRIGGER full');
  one.tell();
  expect(said()).toEqual([
    ['alarm-60', 60, false],
    ['alarm-60', 70, true],
  ]);
  restart();
  expect([alarms.length, shown]).toEqual([2, []]);
});

describe('deletions of which it is being asked who did them', () => {
  const ids = Array.from({ length: 60 }, (_, n) => n + 1);

  it('wait for the answer', () => {
    store.activity.hold(ids);
    gone(60, { actor: null });
    expect(alarms).toEqual([]);
    store.activity.setActors(
      ids.map((id) => ({ id, actor: 'Ada', own: false })),
      false,
    );
    store.activity.release(ids);
    one.tell();
    expect(alarms).toMatchObject([{ items: 60, actors: ['Ada'] }]);
  });

  it('are counted once it came, though others have sounded the alarm before', () => {
    store.activity.hold([1]);
    gone(1, { actor: null, descendants: 9 });
    gone(60);
    store.activity.release([1]);
    one.tell();
    expect(said()).toEqual([
      ['alarm-61', 60, false],
      ['alarm-61', 70, true],
    ]);
    expect(shown).toEqual([]);
  });
});

describe('an alarm is taken back', () => {
  it('with the drive it was about', () => {
    gone(60);
    one.forget(['w-2']);
    expect(closed).toEqual([]);
    one.forget(['w-1']);
    expect(closed).toEqual(['alarm-60']);
  });

  it('not while another watch has found a part of it', () => {
    gone(30);
    gone(30, {}, 'w-2');
    one.forget(['w-1']);
    expect(closed).not.toContain('alarm-60');
  });
});

describe('deletions found on coming back', () => {
  const overnight = () => ({ notBefore: clock.ms - 8 * hour });

  it('may be from any time since the drive was read before', () => {
    one.back();
    gone(60, overnight());
    expect(alarms.map(({ after }) => after)).toEqual(['away']);
  });

  it('are of now as soon as others follow', () => {
    one.back();
    gone(60, overnight());
    clock.ms += minute;
    gone(5);
    gone(5);
    expect(alarms.map(({ after }) => after)).toEqual(['away', null, null]);
  });

  it.each([
    ['found by a later reading', () => gone(60)],
    ['found long after', () => ((clock.ms += 3 * minute), gone(60, overnight()))],
  ])('are not those %s', (_what, happen) => {
    one.back();
    clock.ms += 2000 + minute;
    happen();
    expect(alarms.map(({ after }) => after)).toEqual([null]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoticeDesk } from '../../../src/core/notices/notice-desk.ts';
import type { Notice } from '../../../src/core/notices/notice.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import type { Config } from '../../../src/core/settings/settings.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { config } from '../support/config.ts';
import {
  change,
  heardLog,
  type HeardLog,
  openStore,
  type Store,
  timerClock,
} from '../support/doubles.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = new Date(2026, 10, 20, 12).getTime();

let store: Store;
let log: HeardLog;
let shown: Notice[];
let isBroken: boolean;
let times: number;
let value: Config;
let desk: NoticeDesk;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  store = openStore();
  log = heardLog();
  shown = [];
  isBroken = false;
  times = 0;
  value = { ...config, pausedUntil: null };
  desk = new NoticeDesk({
    activity: store.activity,
    decisions: new Decisions(store.database),
    notifier: {
      show: (notice) => {
        if (isBroken) throw new Error('No toasts here.');
        shown.push(notice);
      },
      alarm: () => undefined,
      askSignIn: () => undefined,
      tellNotLive: () => undefined,
      test: () => undefined,
      close: () => undefined,
    },
    clock: timerClock,
    log,
    config: {
      get value() {
        return value;
      },
    },
    watches: () => ({ wayUp: () => new Set(), isCatchingUp: false, reachedAt: null }),
    onDecided: () => undefined,
    onTime: () => (times += 1),
  });
});

afterEach(() => {
  desk.stop();
  vi.useRealTimers();
});

function happened(): void {
  store.activity.add(store, change({ at: Date.now() }));
  desk.tell();
}

it('tells what a pause has kept as soon as it is over, without being asked', async () => {
  value = { ...value, pausedUntil: noon + hour };
  happened();
  await vi.advanceTimersByTimeAsync(hour - 1);
  expect([shown.length, times]).toEqual([0, 0]);
  await vi.advanceTimersByTimeAsync(1);
  expect([shown.length, times]).toEqual([1, 1]);
});

it('says when quiet hours begin and end, though nothing is kept', async () => {
  const quietHours = { isOn: true, days: [5], from: 13 * 60, to: 14 * 60 };
  value = { ...value, wishes: { ...usualWishes, quietHours } };
  desk.tell();
  await vi.advanceTimersByTimeAsync(hour);
  expect(times).toBe(1);
  await vi.advanceTimersByTimeAsync(hour);
  expect(times).toBe(2);
});

it('tries what is due and cannot be told twice a minute, not all the time', async () => {
  value = { ...value, pausedUntil: noon + hour };
  happened();
  isBroken = true;
  await vi.advanceTimersByTimeAsync(hour + 5 * minute);
  expect(log.events.filter((event) => event === 'changes-not-told')).toHaveLength(11);
  isBroken = false;
  await vi.advanceTimersByTimeAsync(minute);
  expect(shown).toHaveLength(1);
});

it('waits for nothing where nothing is to come, and no more once stopped', () => {
  happened();
  expect(vi.getTimerCount()).toBe(0);
  value = { ...value, pausedUntil: noon + hour };
  desk.tell();
  desk.stop();
  expect(vi.getTimerCount()).toBe(0);
});

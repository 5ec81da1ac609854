import { beforeEach, expect, it } from 'vitest';
import type { Notice } from '../../src/core/notices.ts';
import { Teller } from '../../src/core/teller.ts';
import { change, type HandClock, handClock, openStore, type Store } from './support/doubles.ts';

let store: Store;
let clock: HandClock;
let shown: Notice[];
let isPaused: boolean;

beforeEach(() => {
  store = openStore();
  clock = handClock();
  shown = [];
  isPaused = false;
});

function teller(): Teller {
  return new Teller({
    activity: store.activity,
    notifier: {
      show: (notice) => shown.push(notice),
      close: () => undefined,
    },
    clock,
    isPaused: () => isPaused,
  });
}

function happened(watchId = 'w-1', own = false): void {
  store.activity.add(watchId, 'Finance', change({ own }));
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
  expect(shown.map((notice) => [notice.watchId, notice.count])).toEqual([
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
  happened('w-1', true);
  teller().tell();
  expect(shown).toEqual([]);
});

it('takes what a pause kept quiet for told: it is not made up for', () => {
  isPaused = true;
  const one = teller();
  happened();
  one.tell();
  isPaused = false;
  one.tell();
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

it('leaves a change untold when its toast could not be shown', () => {
  happened();
  const broken = new Teller({
    activity: store.activity,
    notifier: {
      show: () => {
        throw new Error('No toasts here.');
      },
      close: () => undefined,
    },
    clock,
    isPaused: () => false,
  });
  expect(() => broken.tell()).toThrow('No toasts here.');
  teller().tell();
  expect(shown).toHaveLength(1);
});

it('knows the notice of a toast that is clicked, the newest two hundred of them', () => {
  const one = teller();
  for (let n = 0; n <= 200; n += 1) {
    happened(`w-${n}`);
    one.tell();
  }
  expect(one.notice('n-1')).toBeNull();
  expect(one.notice('n-2')).toMatchObject({ watchId: 'w-1' });
  expect(one.notice('n-201')).toMatchObject({ watchId: 'w-200' });
});

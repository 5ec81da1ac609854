import { describe, expect, it } from 'vitest';
import {
  type AlarmDecision,
  type Alarms,
  decideAlarms,
  type DeletionRow,
} from '../../../src/core/notices/alarm.ts';
import { noon } from '../support/doubles.ts';

const minute = 60_000;
const settings = { isOn: true, items: 50, minutes: 5 };

function deletions(count: number, parts: Partial<DeletionRow> = {}): readonly DeletionRow[] {
  const { id = 1 } = parts;
  return Array.from({ length: count }, (_, n) => ({
    watchId: 'w-1',
    driveName: 'Finance',
    actor: 'Ada',
    descendants: 0,
    at: noon,
    ...parts,
    id: id + n,
  }));
}

function decide(
  rows: readonly DeletionRow[],
  now = noon,
  before: Alarms = new Map(),
): AlarmDecision {
  return decideAlarms(rows, before, settings, now);
}

describe('it is an alarm', () => {
  it.each<[string, readonly DeletionRow[], boolean]>([
    ['when so many are deleted', deletions(50), true],
    ['not when one less is', deletions(49), false],
    ['when one folder took as many', deletions(1, { descendants: 49 }), true],
    ['when they were deleted within minutes', deletions(50, { at: noon - 4 * minute }), true],
    ['not when it was longer ago', deletions(50, { at: noon - 5 * minute }), false],
    [
      'not when they are of several drives',
      [...deletions(30), ...deletions(30, { id: 40, watchId: 'w-2' })],
      false,
    ],
    [
      'when several people did it together',
      [...deletions(30), ...deletions(30, { id: 40, actor: null })],
      true,
    ],
  ])('%s', (_what, rows, is) => {
    expect(decide(rows).show.length).toBe(is ? 1 : 0);
  });

  it('not when none is wished for', () => {
    const off = { ...settings, isOn: false };
    const first = decide(deletions(60));
    const none = decideAlarms(deletions(90), first.alarms, off, noon);
    expect([none.show, none.alarms.size]).toEqual([[], 0]);
  });
});

it('says how many, where, and who', () => {
  const rows = [...deletions(50), ...deletions(2, { id: 60, actor: 'Bob', descendants: 4 })];
  expect(decide(rows).show).toEqual([
    {
      noticeId: 'alarm-61',
      watchId: 'w-1',
      driveName: 'Finance',
      items: 60,
      actors: ['Ada', 'Bob'],
      rowId: 61,
      lastAt: noon,
      isUpdate: false,
    },
  ]);
});

it('is one for each drive', () => {
  const rows = [...deletions(60), ...deletions(60, { id: 100, watchId: 'w-2' })];
  expect(decide(rows).show.map((one) => one.watchId)).toEqual(['w-1', 'w-2']);
});

describe('an alarm that goes on', () => {
  const first = decide(deletions(60));

  it('is the same one, with what came since', () => {
    const rows = [...deletions(60), ...deletions(3, { id: 70, at: noon + minute })];
    const { show } = decide(rows, noon + minute, first.alarms);
    expect(show).toMatchObject([{ noticeId: 'alarm-60', items: 63, isUpdate: true }]);
  });

  it('says nothing when nothing came', () => {
    expect(decide(deletions(60), noon + minute, first.alarms).show).toEqual([]);
  });

  it('is not kept alive by a few deletions: many more are another', () => {
    const few = deletions(1, { id: 70, at: noon + 4 * minute });
    const later = decide(few, noon + 6 * minute, first.alarms);
    expect([later.show, later.alarms.size]).toEqual([[], 0]);
  });

  it('is over when nothing was deleted for as long, and another may follow', () => {
    const over = decide([], noon + 5 * minute, first.alarms);
    expect(over.alarms.size).toBe(0);
    const later = deletions(60, { id: 200, at: noon + 9 * minute });
    const { show } = decide(later, noon + 9 * minute, first.alarms);
    expect(show).toMatchObject([{ noticeId: 'alarm-259', items: 60, isUpdate: false }]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  type AlarmCall,
  decideAlarms,
  type DeletionRow,
  itemsOf,
} from '../../../src/core/notices/alarm.ts';
import { noon } from '../support/doubles.ts';

const minute = 60_000;
const settings = { isOn: true, items: 50, minutes: 5 };

function deletions(count: number, parts: Partial<DeletionRow> = {}): readonly DeletionRow[] {
  const { id = 1 } = parts;
  return Array.from({ length: count }, (_, n) => ({
    watchId: 'w-1',
    driveId: 'd-1',
    itemId: `i-${id + n}`,
    driveName: 'Finance',
    actor: 'Ada',
    descendants: 0,
    at: noon,
    notBefore: noon - minute,
    alarmId: null,
    ...parts,
    id: id + n,
  }));
}

function decide(rows: readonly DeletionRow[], now = noon): readonly AlarmCall[] {
  return decideAlarms(rows, settings, now);
}

const said = (calls: readonly AlarmCall[]) =>
  calls.map(({ alarmId, isUpdate, items }) => [alarmId, isUpdate, items]);

describe('it is an alarm', () => {
  it.each<[string, readonly DeletionRow[], boolean]>([
    ['when so many are deleted', deletions(50), true],
    ['not when one less is', deletions(49), false],
    ['when one folder took as many', deletions(1, { descendants: 49 }), true],
    ['when they were deleted within minutes', deletions(50, { at: noon - 4 * minute }), true],
    ['not when it was longer ago', deletions(50, { at: noon - 5 * minute }), false],
    ['when the clock was set back meanwhile', deletions(50, { at: noon + 4 * minute }), true],
    ['not when it was set back by more', deletions(50, { at: noon + 5 * minute }), false],
    [
      'not when they are of several drives',
      [...deletions(30), ...deletions(30, { id: 40, driveId: 'd-2' })],
      false,
    ],
    [
      'when several people did it together',
      [...deletions(30), ...deletions(30, { id: 40, actor: null })],
      true,
    ],
  ])('%s', (_what, rows, is) => {
    expect(decide(rows).length).toBe(is ? 1 : 0);
  });

  it('not when none is wished for', () => {
    expect(decideAlarms(deletions(60), { ...settings, isOn: false }, noon)).toEqual([]);
  });
});

it('says how many items are gone, and names itself for the newest row', () => {
  const rows = [...deletions(50), ...deletions(2, { id: 60, descendants: 4 })];
  expect(decide(rows)).toEqual([{ alarmId: 61, isUpdate: false, items: 60, rows }]);
});

it('is one for each drive, however many watches have found what was deleted', () => {
  const rows = [
    ...deletions(40),
    ...deletions(20, { id: 50, watchId: 'w-2' }),
    ...deletions(60, { id: 100, watchId: 'w-3', driveId: 'd-3' }),
  ];
  expect(said(decide(rows))).toEqual([
    [69, false, 60],
    [159, false, 60],
  ]);
});

it('counts an item once, with the most that went with it', () => {
  const twice = [
    ...deletions(1, { itemId: 'folder', descendants: 3 }),
    ...deletions(1, { id: 2, itemId: 'folder', watchId: 'w-2', descendants: 8 }),
    ...deletions(1, { id: 3, itemId: 'folder' }),
  ];
  expect(itemsOf(twice)).toBe(9);
});

describe('an alarm that goes on', () => {
  const first = deletions(60, { alarmId: 60 });

  it('is the same one, with what came since', () => {
    const rows = [...first, ...deletions(3, { id: 70, at: noon + minute })];
    expect(said(decide(rows, noon + minute))).toEqual([[60, true, 3]]);
  });

  it('takes in what was written before it and could not be told until now', () => {
    const rows = [...deletions(1, { descendants: 9 }), ...deletions(60, { id: 2, alarmId: 61 })];
    expect(said(decide(rows))).toEqual([[61, true, 10]]);
  });

  it('says nothing when nothing came', () => {
    expect(decide(first, noon + minute)).toEqual([]);
  });

  it('is the same one though only a few are left of it, and a few more come', () => {
    const rows = [
      ...deletions(20, { alarmId: 60, at: noon + minute }),
      ...deletions(40, { id: 90 }),
    ];
    expect(said(decide(rows, noon + minute))).toEqual([[60, true, 40]]);
  });

  it('is not kept alive by a few deletions: many more are another', () => {
    const few = deletions(1, { id: 70, at: noon + 4 * minute, alarmId: 60 });
    expect(decide([...first, ...few], noon + 6 * minute)).toEqual([]);
    const more = deletions(60, { id: 80, at: noon + 6 * minute });
    expect(said(decide([...first, ...few, ...more], noon + 6 * minute))).toEqual([
      [139, false, 60],
    ]);
  });

  it('is over when nothing was deleted for as long, and another may follow', () => {
    const later = deletions(60, { id: 200, at: noon + 9 * minute });
    expect(said(decide([...first, ...later], noon + 9 * minute))).toEqual([[259, false, 60]]);
  });
});

import type { Change } from '../../../src/core/reading/classify.ts';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeKinds } from '../../../src/shared/activity.ts';
import { Activity } from '../../../src/core/store/activity.ts';
import type { ActivityDrive } from '../../../src/core/store/activity-writer.ts';
import { outcomeOf } from '../../../src/core/store/outcomes.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { ended, change, noon, openStore } from '../support/doubles.ts';

let activity: Activity;
let database: DatabaseSync;

beforeEach(() => {
  ({ activity, database } = openStore());
});

function drive(watchId: string, accountId = 'a-1'): ActivityDrive {
  return { watchId, accountId, driveName: 'Finance', driveId: `drive of ${watchId}` };
}

function add(count: number, watchId = 'w-1'): void {
  for (let n = 0; n < count; n += 1) activity.add(drive(watchId), change({ at: noon + n }));
}

function ids(before: number | null, limit: number): readonly number[] {
  return activity.page(before, limit).map((row) => row.id);
}

it('gives back a change as it was written', () => {
  const full = change({
    kinds: changeKinds,
    oldName: 'Old.xlsx',
    place: ['Plans', '"2026"'],
    oldPlace: [],
    descendants: 3,
  });
  const { itemId, parentId, isMine, webUrl, ...told } = full;
  const { version: _version, notBefore: _notBefore, ...rest } = told;
  const written = activity.add(drive('w-1'), full);
  expect(written).toEqual({
    ...rest,
    id: 1,
    times: 1,
    watchId: 'w-1',
    driveName: 'Finance',
    read: false,
    canOpen: true,
  });
  expect(activity.page(null, 10)).toEqual([written]);
  const { driveId } = drive('w-1');
  expect(activity.untold()).toEqual([{ ...written, driveId, itemId, parentId, isMine }]);
  expect(activity.itemPage(1)).toEqual({ webUrl, accountId: 'a-1' });
});

it('gives back what is unknown as unknown', () => {
  const bare = change({ name: null, actor: null, webUrl: null });
  expect(activity.add(drive('w-1'), bare)).toMatchObject({
    name: null,
    oldName: null,
    oldPlace: null,
    actor: null,
    canOpen: false,
  });
  expect([activity.itemPage(1), activity.itemPage(99)]).toEqual([null, null]);
});

describe('a page', () => {
  it('is the newest first, and the next is below it', () => {
    add(5);
    expect([ids(null, 2), ids(4, 2), ids(2, 2), ids(1, 2)]).toEqual([[5, 4], [3, 2], [1], []]);
  });

  it('is never longer than two hundred', () => {
    add(201);
    expect(ids(null, 10_000)).toHaveLength(200);
  });
});

describe('unread', () => {
  it('is everything others did, until read', () => {
    add(3);
    activity.add(drive('w-1'), change({ own: true }));
    expect(activity.unread()).toBe(3);
    activity.markRead(2);
    expect(activity.unread()).toBe(1);
    expect(activity.page(null, 10).map((row) => row.read)).toEqual([true, false, true, true]);
  });

  it('can be made unread again, one or what was marked together', () => {
    add(3);
    expect(activity.markRead(2)).toEqual([1, 2]);
    expect(activity.markRead(3)).toEqual([3]);
    activity.markUnread([1, 2]);
    activity.markOne(3, false);
    activity.markOne(2, true);
    expect(activity.page(null, 10).map((row) => row.read)).toEqual([false, true, false]);
  });

  it('can be one less', () => {
    add(3);
    activity.markOne(2, true);
    expect(activity.page(null, 10).map((row) => row.read)).toEqual([false, true, false]);
  });
});

it.each<Partial<Change>>([
  {},
  { own: true, actor: null, webUrl: null, name: null, itemKind: 'folder', descendants: 7 },
  { kinds: ['renamed', 'moved'], oldName: 'Plan.xlsx', place: ['a', 'b'], oldPlace: [] },
])('a row is the same when it is written and when it is read: %j', (parts) => {
  const item = { itemId: 'file', kinds: ['edited'] } as const;
  for (const more of [{}, { at: noon + 1000 }]) {
    const written = activity.add(drive('w-1'), change({ ...item, ...parts, ...more }));
    expect(activity.page(null, 1)).toEqual([written]);
  }
});

describe('untold', () => {
  it('is everything others did, oldest first, until told', () => {
    add(3);
    activity.add(drive('w-1'), change({ own: true }));
    expect(activity.untold().map((row) => row.id)).toEqual([1, 2, 3]);
    activity.markTold([1, 3, 99]);
    expect(activity.untold().map((row) => row.id)).toEqual([2]);
  });

  it('has nothing to do with read', () => {
    add(1);
    activity.markRead(1);
    expect(activity.untold()).toHaveLength(1);
  });
});

it('knows when each drive last changed', () => {
  add(3, 'w-1');
  add(1, 'w-2');
  expect(activity.lastChanges()).toEqual(
    new Map([
      ['w-1', noon + 2],
      ['w-2', noon],
    ]),
  );
});

describe('of an account that is removed', () => {
  const left = (): readonly string[] => activity.page(null, 10).map((row) => row.watchId);

  beforeEach(() => {
    for (const [watchId, accountId] of [
      ['w-1', 'a-1'],
      ['w-2', 'a-2'],
      ['w-3', 'a-1'],
    ] as const) {
      activity.add(drive(watchId, accountId), change());
    }
  });

  it('nothing is left, not even of drives that are no longer watched', () => {
    expect(ended(activity.removeOf('a-1', ['w-1']))).toEqual(
      new Set(['drive of w-1', 'drive of w-3']),
    );
    expect([left(), activity.unread(), activity.untold().length]).toEqual([['w-2'], 1, 1]);
  });

  it('no time of a change is left either', () => {
    ended(activity.removeOf('a-1', ['w-1']));
    expect([...activity.lastChanges().keys()]).toEqual(['w-2']);
  });

  it('what was written before its name was goes with its drives', () => {
    database.exec("UPDATE activity SET account_id = NULL WHERE watch_id IN ('w-1', 'w-3')");
    ended(activity.removeOf('a-1', ['w-1']));
    expect(left()).toEqual(['w-3', 'w-2']);
  });

  it('what one watch has found goes alone', () => {
    expect(ended(activity.removeOf(null, ['w-1']))).toEqual(new Set(['drive of w-1']));
    expect(left()).toEqual(['w-3', 'w-2']);
  });

  it('who has none loses nothing', () => {
    ended(activity.removeOf('a-3', []));
    expect(left()).toHaveLength(3);
  });
});

it('a page of a drive whose account is not known is one of any', () => {
  add(1);
  database.exec('UPDATE activity SET account_id = NULL');
  expect(activity.itemPage(1)).toMatchObject({ accountId: null });
});

describe('two watches of one drive', () => {
  const both = { driveId: 'one', accountId: 'a-1', driveName: 'Finance' };

  function kinds(...found: readonly [string, Partial<Change>][]): readonly string[] {
    for (const [watchId, parts] of found)
      activity.add({ ...both, watchId }, change({ itemId: 'one', kinds: ['renamed'], ...parts }));
    return activity.page(null, 10).map((row) => `${row.watchId} ${row.kinds.join()}`);
  }

  it('tell the same change once', () => {
    expect(kinds(['w-1', { version: 7 }], ['w-2', { version: 7 }])).toEqual(['w-1 renamed']);
  });

  it('each tell what the other has not found', () => {
    const found = kinds(['w-1', { version: 7 }], ['w-2', { version: 8 }], ['w-1', { version: 9 }]);
    expect(found).toEqual(['w-1 renamed', 'w-2 renamed', 'w-1 renamed']);
  });

  it('tell a deletion once though one looks half an hour later, and another one much later', () => {
    const deleted = { kinds: ['deleted'] } as const;
    const late = { ...deleted, at: noon + 31 * 60_000 };
    const later = { ...deleted, at: noon + 3_600_000 };
    expect(kinds(['w-1', deleted], ['w-2', late], ['w-2', later])).toHaveLength(2);
  });

  it('are known again after a restart', () => {
    kinds(['w-1', { version: 7 }]);
    activity = new Activity(database);
    expect(kinds(['w-2', { version: 7 }], ['w-2', { version: 8 }])).toEqual([
      'w-2 renamed',
      'w-1 renamed',
    ]);
  });

  it('do not tell again what has become one row with what came after', () => {
    const work = (version: number, at = noon) => ({ kinds: ['edited'], version, at }) as const;
    const found = kinds(['w-1', work(7)], ['w-1', work(8, noon + 1000)], ['w-2', work(7)]);
    expect(found).toEqual(['w-1 edited']);
  });

  it('are no matter to items of other drives', () => {
    activity.add({ ...both, watchId: 'w-1', driveId: 'other' }, change({ version: 7 }));
    expect(kinds(['w-2', { version: 7 }])).toHaveLength(2);
  });
});

describe('a deletion by somebody unknown', () => {
  const gone = change({ itemId: 'file', kinds: ['deleted'], actor: null });

  it('is found among rows, and given a name', () => {
    activity.add(drive('w-1'), gone);
    activity.add(drive('w-1'), change({ actor: null }));
    activity.add(drive('w-1'), { ...gone, itemId: 'other', name: null, descendants: 2 });
    expect(activity.deletions([1, 2])).toEqual([
      { rowId: 1, itemId: 'file', itemKind: 'file', name: 'Budget.xlsx', descendants: 0 },
    ]);
    activity.setActors([{ id: 1, actor: 'Ada', own: false }], false);
    expect(activity.deletions([1, 3])).toMatchObject([{ rowId: 3, name: null, descendants: 2 }]);
    expect(activity.untold()[0]).toMatchObject({ id: 1, actor: 'Ada', own: false, read: false });
  });

  it.for([
    [false, 0],
    [true, 1],
  ] as const)('that was one’s own is read, and told if own ones are: %s', ([tellsOwn, untold]) => {
    activity.add(drive('w-1'), gone);
    activity.setActors([{ id: 1, actor: null, own: true }], tellsOwn);
    expect(activity.page(null, 1)).toMatchObject([{ own: true, read: true }]);
    expect([activity.unread(), activity.untold().length]).toEqual([0, untold]);
  });

  it.for([
    [false, []],
    [true, [1]],
  ] as const)('that was kept and was one’s own is told if own ones are: %s', ([tellsOwn, kept]) => {
    activity.add(drive('w-1'), gone);
    const decisions = new Decisions(database);
    const held = { rowId: 1, outcome: 'held', ruleId: null, silence: 'paused' } as const;
    decisions.record([held], noon);
    activity.setActors([{ id: 1, actor: 'Me', own: true }], tellsOwn);
    expect(decisions.kept().rows.map((row) => row.id)).toEqual(kept);
    // Nobody is to read later that it was told since.
    expect(outcomeOf(database, 1)?.outcome).toBe(tellsOwn ? 'held' : null);
    activity.setActors([{ id: 1, actor: 'Ada', own: false }], false);
    expect(decisions.kept().rows.map((row) => row.id)).toEqual(kept);
  });

  it('can be held back from being told, and is listed all the same', () => {
    activity.add(drive('w-1'), gone);
    activity.hold([1]);
    expect([activity.untold(), ids(null, 9), activity.unread()]).toEqual([[], [1], 1]);
    activity.release([1]);
    expect(activity.untold()).toHaveLength(1);
  });
});

describe('somebody who is at a file for a while', () => {
  const minute = 60_000;
  const saved = (minutes: number, parts: Partial<Change> = {}): void => {
    const at = noon + minutes * minute;
    activity.add(drive('w-1'), change({ itemId: 'file', at, ...parts }));
  };
  const rows = () => activity.page(null, 10).map(({ id, times, at }) => [id, times, at - noon]);

  it('is told of in one row, that of the last time', () => {
    for (const at of [0, 9, 18]) saved(at);
    expect(rows()).toEqual([[3, 3, 18 * minute]]);
    expect([activity.unread(), activity.untold().length]).toEqual([1, 1]);
  });

  it('is told of in one row, whichever watch of the drive finds it', () => {
    for (const [minutes, watchId] of ['w-1', 'w-2', 'w-2', 'w-1'].entries()) {
      const at = noon + minutes * minute;
      const seen = change({ itemId: 'file', at, version: minutes });
      for (const one of new Set([watchId, 'w-1', 'w-2']))
        activity.add({ ...drive(one), driveId: 'd-1' }, seen);
    }
    expect(rows()).toEqual([[4, 4, 3 * minute]]);
  });

  it.each<[string, number, Partial<Change>]>([
    ['ten minutes later', 10, {}],
    ['who does something else as well', 1, { kinds: ['renamed', 'edited'] }],
    ['after somebody else', 1, { actor: 'Grace' }],
    ['at another file', 1, { itemId: 'other' }],
  ])('%s has another row', (_what, at, parts) => {
    saved(0);
    saved(at, parts);
    expect(rows().length).toBe(2);
  });

  it('is told of anew where something else came between', () => {
    saved(0);
    saved(1, { kinds: ['renamed'] });
    saved(2);
    expect(rows().length).toBe(3);
  });
});

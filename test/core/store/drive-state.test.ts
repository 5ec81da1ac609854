import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/core/reading/classify.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { outcomeOf } from '../../../src/core/store/outcomes.ts';
import type { Heir } from '../../../src/core/store/hand-over.ts';
import { type DriveState, sweepDrives } from '../../../src/core/store/drive-state.ts';
import { commitRemarks, remarksSince } from '../../../src/core/store/remarks.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import { change, noon, openStore, type Store } from '../support/doubles.ts';
import { asRemembered, file, folder } from '../support/items.ts';

let store: Store;

beforeEach(() => {
  store = openStore();
});

function heir(watchId: string, driveId: string): Heir {
  return { watchId, driveId, accountId: `a of ${watchId}`, scope: null };
}

it('begins by watching, from now on', () => {
  expect(store.states.load('w-1')).toEqual({
    phase: 'watching',
    cursor: null,
    generation: 1,
    readAt: null,
    rootId: null,
  });
});

it.each<DriveState>([
  { phase: 'watching', cursor: 'link', generation: 3, readAt: noon, rootId: null },
  { phase: 'reseeding', cursor: null, generation: 4, readAt: noon, rootId: null },
])('comes back as it was saved: $phase', (state) => {
  store.states.save('w-1', { ...state, cursor: 'older' });
  store.states.save('w-1', state);
  expect(store.states.load('w-1')).toEqual(state);
});

it('is swept, with all that was remembered, when its drive is watched no longer', () => {
  const { database, activity, states } = store;
  for (const watchId of ['w-1', 'w-2']) {
    const memory = new ItemMemory(database, watchId);
    memory.put([asRemembered(file('a'))], 1);
    memory.bury('b', noon);
    states.save(watchId, {
      phase: 'watching',
      cursor: 'c',
      generation: 1,
      readAt: noon,
      rootId: null,
    });
    activity.add({ ...store, watchId, driveId: watchId }, change());
    commitRemarks({ ...store, watchId }, [], noon);
  }
  sweepDrives(
    database,
    ['w-2', 'w-3'].map((watchId) => heir(watchId, watchId)),
  );
  const left = ['drive', 'item', 'tombstone'].map((table) => {
    const watch = table === 'drive' ? '' : 'JOIN watch ON watch = key';
    const rows = database.prepare(`SELECT watch_id FROM ${table} ${watch}`).all();
    return rows.map((row) => row['watch_id']);
  });
  expect(left).toEqual([['w-2'], ['w-2'], ['w-2']]);
  expect(['w-1', 'w-2'].map((watchId) => remarksSince({ database, watchId }))).toEqual([
    null,
    noon,
  ]);
  expect(activity.page(null, 10)).toHaveLength(2);
  expect(activity.untold().map((row) => row.watchId)).toEqual(['w-2']);
});

describe('what was not told yet of a drive that another watch goes on with', () => {
  const keep = (decisions: Decisions, rowId: number): void =>
    decisions.record([{ rowId, outcome: 'held', ruleId: null, silence: 'paused' }], noon);
  const found = (parts: Partial<Change> = {}): void => {
    store.activity.add({ ...store, watchId: 'w-1', driveId: 'drive-1' }, change(parts));
  };
  const left = () => {
    const decisions = new Decisions(store.database);
    const rows = [...store.activity.untold(), ...decisions.kept().rows];
    return rows.map((row) => [row.id, row.watchId]);
  };

  it('is that one’s to tell, kept or not', () => {
    for (let n = 0; n < 2; n += 1) found();
    keep(new Decisions(store.database), 2);
    store.activity.markTold([1]);
    found();
    sweepDrives(store.database, [heir('w-9', 'other'), heir('w-2', 'DRIVE-1')]);
    expect(left()).toEqual([
      [3, 'w-2'],
      [2, 'w-2'],
    ]);
    expect(store.activity.itemPage(2)?.accountId).toBe('a of w-2');
    expect(store.activity.page(null, 10).map((row) => row.watchId)).toEqual(['w-2', 'w-2', 'w-1']);
  });

  it('is not told where the other would not have found it', () => {
    const memory = new ItemMemory(store.database, 'w-2');
    memory.put(
      [asRemembered(folder('plans')), asRemembered(folder('q1', { parentId: 'plans' }))],
      1,
    );
    found({ parentId: 'q1' });
    found({ itemId: 'plans', parentId: 'root' });
    found({ parentId: 'root' });
    keep(new Decisions(store.database), 3);
    sweepDrives(store.database, [
      { ...heir('w-2', 'drive-1'), scope: { itemId: 'plans', name: 'Plans', webUrl: null } },
    ]);
    expect(left()).toEqual([
      [1, 'w-2'],
      [2, 'w-2'],
    ]);
    expect(outcomeOf(store.database, 3)).toMatchObject({ state: 'told', outcome: null });
  });
});

it('of nothing watched leaves nothing', () => {
  store.states.save('w-1', {
    phase: 'watching',
    cursor: 'c',
    generation: 1,
    readAt: noon,
    rootId: null,
  });
  sweepDrives(store.database, []);
  expect(store.states.load('w-1').cursor).toBeNull();
});

import { beforeEach, expect, it } from 'vitest';
import { type DriveState, sweepDrives } from '../../../src/core/store/drive-state.ts';
import { commitRemarks, remarksSince } from '../../../src/core/store/remarks.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import { change, noon, openStore, type Store } from '../support/doubles.ts';
import { asRemembered, file } from '../support/items.ts';

let store: Store;

beforeEach(() => {
  store = openStore();
});

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
  sweepDrives(database, ['w-2', 'w-3']);
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

import { beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/core/graph/graph.ts';
import { History } from '../../src/core/history.ts';
import type { Wishes } from '../../src/core/notices/wishes.ts';
import type { Outcome } from '../../src/shared/ipc.ts';
import { change, handClock, heardLog, openStore, type Store } from './support/doubles.ts';
import { answerOf, ScriptedGraph, wire } from './support/scripted-graph.ts';

const done: Outcome<void> = { ok: true, value: undefined };

let store: Store;
let graph: ScriptedGraph;
let opened: (string | null)[];
let opens: Outcome<void>;
let readBy: Wishes['readBy'];
let isWatched: boolean;
let changes: number;
let history: History;

beforeEach(() => {
  store = openStore();
  graph = new ScriptedGraph(
    () => answerOf(wire('plans', { webUrl: 'https://folder' })),
    handClock(),
  );
  opened = [];
  opens = done;
  readBy = 'seeing';
  isWatched = true;
  changes = 0;
  history = new History({
    activity: store.activity,
    database: store.database,
    databasePath: '',
    searchWorkerPath: '',
    opener: {
      open: async (link: string | null) => {
        opened.push(link);
        return opens;
      },
    } as never,
    watchedOf: () =>
      isWatched ? { driveId: 'd', accountId: 'a-1', graph: graph as unknown as Graph } : null,
    readBy: () => readBy,
    log: heardLog(),
    onChange: () => (changes += 1),
  });
  for (let n = 0; n < 3; n += 1) store.activity.add(store, change({ parentId: 'plans' }));
});

const unread = (): readonly number[] =>
  store.activity
    .page(null, 10)
    .filter((row) => !row.read)
    .map((row) => row.id);

describe('opening an item', () => {
  it('marks it as read', async () => {
    expect(await history.openItem(2)).toEqual(done);
    expect([unread(), changes]).toEqual([[3, 1], 1]);
  });

  it('leaves it unread where that is done by hand, or it did not open', async () => {
    readBy = 'hand';
    await history.openItem(2);
    readBy = 'opening';
    opens = { ok: false, code: 'browser-did-not-open' };
    await history.openItem(2);
    expect(unread()).toEqual([3, 2, 1]);
  });
});

describe('opening the folder of an item', () => {
  it('asks Microsoft where it is now', async () => {
    expect(await history.openFolder(2)).toEqual(done);
    expect([graph.asked[0]?.includes('/items/plans'), opened]).toEqual([true, ['https://folder']]);
  });

  it('is not to be had of a drive that is not watched, or of a row that is gone', async () => {
    expect(await history.openFolder(9)).toEqual({ ok: false, code: 'not-found' });
    isWatched = false;
    expect(await history.openFolder(2)).toEqual({ ok: false, code: 'not-found' });
    expect(opened).toEqual([]);
  });
});

describe('marking as read', () => {
  it('is undone for those that were not read before, once', () => {
    history.markOne(1, true);
    history.markRead(2);
    expect(unread()).toEqual([3]);
    history.undoMarkRead();
    expect(unread()).toEqual([3, 2]);
    history.markOne(2, true);
    history.undoMarkRead();
    expect(unread()).toEqual([3]);
  });

  it('makes nothing unread that has been ignored meanwhile, or is one’s own', () => {
    history.markRead(3);
    store.database.exec("UPDATE activity SET outcome = 'ignored' WHERE id = 1");
    store.activity.setActors([{ id: 2, actor: 'Me', own: true }], false);
    history.undoMarkRead();
    expect(store.activity.unread()).toBe(1);
  });
});

it('says where the next page begins, until there is none', () => {
  expect(history.page(null, 2)).toMatchObject({ value: { rows: [{ id: 3 }, { id: 2 }], next: 2 } });
  expect(history.page(2, 2)).toMatchObject({ value: { rows: [{ id: 1 }], next: null } });
});

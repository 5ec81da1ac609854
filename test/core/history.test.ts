import { beforeEach, describe, expect, it } from 'vitest';
import { failure, type Graph } from '../../src/core/graph/graph.ts';
import { noFilter } from '../../src/core/search/activity-filter.ts';
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
let cleared: readonly string[] | null;
let changes: number;
let copied: string[];
let takes: boolean;
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
  cleared = null;
  copied = [];
  takes = true;
  history = new History({
    activity: store.activity,
    database: store.database,
    databasePath: '',
    searchWorkerPath: '',
    opener: {
      safeLink: (link: string) => (link.includes('contoso') ? `${link}?checked` : null),
      open: async (link: string | null) => {
        opened.push(link);
        return opens;
      },
    } as never,
    watchedOf: () =>
      isWatched ? { driveId: 'd', accountId: 'a-1', graph: graph as unknown as Graph } : null,
    readBy: () => readBy,
    clipboard: {
      write: async (text) => {
        copied.push(text);
        return takes;
      },
    },
    clock: handClock(),
    log: heardLog(),
    onChange: () => (changes += 1),
    onCleared: (driveIds) => (cleared = [...driveIds]),
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

describe('what Microsoft does not show', () => {
  it.each([
    ['not-found', 'not-found'],
    ['gone', 'not-found'],
    ['refused', 'not-found'],
    ['no-network', 'no-network'],
    ['signed-out', 'signed-out'],
    ['no-access', 'no-access'],
    ['throttled', 'throttled'],
  ] as const)('for %s is said to be %s', async (why, code) => {
    graph.answer = () => failure(why);
    expect(await history.openFolder(2)).toEqual({ ok: false, code });
    expect(await history.openVersions(2)).toEqual({ ok: false, code });
    expect(opened).toEqual([]);
  });
});

describe('copying a link', () => {
  it('takes that of the item’s page, if it may be opened', async () => {
    expect(await history.copyLink(2)).toEqual(done);
    expect(copied).toEqual(['https://contoso.sharepoint.com/Budget.xlsx?checked']);
  });

  it.each([
    ['leads elsewhere', 'https://evil.example', 'link-not-allowed'],
    ['is not known', null, 'not-found'],
  ])('copies nothing that %s', async (_what, webUrl, code) => {
    store.database.prepare('UPDATE activity SET web_url = ? WHERE id = 2').run(webUrl);
    expect(await history.copyLink(2)).toEqual({ ok: false, code });
    expect(copied).toEqual([]);
  });

  it('says when the system did not take it', async () => {
    takes = false;
    expect(await history.copyLink(2)).toEqual({ ok: false, code: 'copy-failed' });
  });
});

describe('opening the versions of a file', () => {
  const listId = 'aa4ef5d1-2a45-4aee-8dc6-1fa297c76111';
  const siteUrl = 'https://contoso.sharepoint.com/sites/Finance';

  it('asks where SharePoint has them', async () => {
    graph.answer = () => answerOf({ sharepointIds: { listId, listItemId: '7', siteUrl } });
    expect(await history.openVersions(2)).toEqual(done);
    const page = `${siteUrl}/_layouts/15/Versions.aspx?list=%7B${listId}%7D&ID=7`;
    expect([graph.asked[0]?.includes('select=id,sharepointIds'), opened]).toEqual([true, [page]]);
  });

  it.each([
    ['has none', {}],
    ['names a list that is none', { listId: '{x}&op=Restore', listItemId: '7', siteUrl }],
    ['names an item that is none', { listId, listItemId: '7&op=DeleteAll', siteUrl }],
    ['names no site', { listId, listItemId: '7', siteUrl: 'Finance' }],
  ])('of one that %s opens nothing', async (_what, sharepointIds) => {
    graph.answer = () => answerOf({ sharepointIds });
    await history.openVersions(2);
    expect(opened).toEqual([null]);
  });

  it('are not to be had of a drive that is not watched, or of a row that is gone', async () => {
    expect(await history.openVersions(9)).toEqual({ ok: false, code: 'not-found' });
    isWatched = false;
    expect(await history.openVersions(2)).toEqual({ ok: false, code: 'not-found' });
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

describe('clearing', () => {
  it('leaves nothing, not even a way back', async () => {
    history.markRead(3);
    store.activity.markTold([1, 2, 3]);
    expect(await history.clear()).toEqual(done);
    expect(history.page(null, 10)).toEqual({ ok: true, value: { rows: [], next: null } });
    expect(cleared).toEqual([store.driveId]);
    history.undoMarkRead();
    expect(store.activity.unread()).toBe(0);
  });

  it('lets others have their turn, and leaves what comes meanwhile', async () => {
    for (let n = 0; n < 2500; n += 1) store.activity.add(store, change({ itemId: `more-${n}` }));
    store.activity.markTold(Array.from({ length: 3000 }, (_, index) => index));
    const clearing = history.clear();
    const { length } = store.activity.page(null, 200);
    expect(length).toBe(200);
    const late = store.activity.add(store, change({ itemId: 'late' }));
    store.activity.markTold([late?.id ?? 0]);
    await clearing;
    expect(store.activity.page(null, 200).map(({ id }) => id)).toEqual([late?.id]);
  });

  it('ends with the app', async () => {
    for (let n = 0; n < 2500; n += 1) store.activity.add(store, change({ itemId: `more-${n}` }));
    store.activity.markTold(Array.from({ length: 3000 }, (_, index) => index));
    const clearing = history.clear();
    history.stop();
    expect(await clearing).toEqual({ ok: false, code: 'cancelled' });
  });

  it('leaves what is being told at this moment', async () => {
    store.activity.markTold([1, 2]);
    await history.clear();
    expect(store.activity.untold().map((row) => row.id)).toEqual([3]);
  });
});

describe('forgetting a drive', () => {
  const other = { watchId: 'w-2', driveId: 'drive-2', accountId: 'a-1', driveName: 'HR' };
  const left = (watchId: string): number =>
    store.database.prepare('SELECT id FROM activity WHERE watch_id = ?').all(watchId).length;

  beforeEach(() => {
    for (let n = 0; n < 2500; n += 1)
      for (const drive of [store, other]) store.activity.add(drive, change({ itemId: `m-${n}` }));
    store.activity.markTold(Array.from({ length: 5004 }, (_, index) => index));
  });

  it('leaves the others, and what comes meanwhile, and lets others have their turn', async () => {
    const forgetting = history.forget(null, [store.watchId]);
    expect(left(store.watchId)).toBeGreaterThan(1000);
    const late = store.activity.add(store, change({ itemId: 'late' }));
    await forgetting;
    expect([left(store.watchId), left('w-2')]).toEqual([1, 2500]);
    expect(store.activity.page(null, 1)[0]?.id).toBe(late?.id);
    expect([cleared, changes]).toEqual([[store.driveId], 1]);
  });

  it('tells nothing more of it from then on', () => {
    store.activity.add(store, change({ itemId: 'untold' }));
    void history.forget(null, [store.watchId]);
    expect(store.activity.untold()).toEqual([]);
  });

  it('is done before the app ends', async () => {
    const forgetting = history.forget(null, [store.watchId]);
    history.stop();
    expect([left(store.watchId), left('w-2')]).toEqual([0, 2500]);
    await forgetting;
  });
});

it('a search that cannot be made says so', async () => {
  const query = { ...noFilter, text: 'x', between: null, before: null, limit: 10 };
  expect(await history.find(query)).toEqual({ ok: false, code: 'internal' });
  expect(await history.find({ ...query, text: ' ' })).toMatchObject({ value: { next: null } });
});

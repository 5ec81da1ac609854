import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActivityFeed } from '../../../src/core/activity-feed/activity-feed.ts';
import { clouds } from '../../../src/core/clouds.ts';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { RemarkSearch } from '../../../src/core/activity-feed/remark-search.ts';
import { learnAncestors } from '../../../src/core/store/commit.ts';
import type { DriveState } from '../../../src/core/store/drive-state.ts';
import { forgoRemarks, remarksSince } from '../../../src/core/store/remarks.ts';
import type { ActivityRow } from '../../../src/shared/activity.ts';
import {
  ended,
  type HeardLog,
  heardLog,
  noon,
  openStore,
  row,
  said,
  type Store,
} from '../support/doubles.ts';
import { file } from '../support/items.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const second = 1000;
const minute = 60 * second;
const expanded =
  'https://graph.microsoft.com/beta/drives/d-1/activities?$expand=driveItem&$top=100';
const plain = 'https://graph.microsoft.com/beta/drives/d-1/activities';
const edited = [row({ kinds: ['edited'] })];

let graph: ScriptedGraph;
let store: Store;
let log: HeardLog;
let told: string[];
let search: RemarkSearch;
/** What the feed tells, newest first. */
let deeds: object[];

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  deeds = [];
  graph = new ScriptedGraph(() => answerOf({ value: deeds }));
  log = heardLog();
  told = [];
  store = openStore();
  store.states.save(store.watchId, watching);
  learnAncestors({ ...store, now: noon }, [file('one'), file('two')]);
  search = started();
});

afterEach(() => vi.useRealTimers());

const watching: DriveState = {
  phase: 'watching',
  cursor: 'cursor',
  generation: 1,
  readAt: noon,
  rootId: null,
};

function started(parts: { readonly store?: Store; readonly isWork?: boolean } = {}): RemarkSearch {
  const { isWork = true } = parts;
  return new RemarkSearch({
    feed: new ActivityFeed({ graph, hosts: clouds.global, driveId: 'd-1', isWork, log }),
    graph,
    store: parts.store ?? store,
    log,
    onChanges: () => {
      const rows = store.activity.untold();
      told.push(...said(rows));
      store.activity.markTold(rows.map(({ id }) => id));
    },
  });
}

function comment(id: string, at = Date.now(), itemId = 'one'): object {
  return {
    id,
    action: { comment: { isReply: false } },
    actor: { user: { id: 'ada-id', displayName: 'Ada' } },
    driveItem: { id: itemId },
    times: { recordedDateTime: new Date(at).toISOString() },
  };
}

async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** A reading found these; how often the feed has been asked since the last time. */
async function found(
  cause: Parameters<RemarkSearch['found']>[0],
  rows: readonly ActivityRow[] = [],
): Promise<number> {
  const before = graph.asked.length;
  search.found(cause, rows);
  await pass();
  return graph.asked.length - before;
}

describe('is asked', () => {
  it.for([
    ['push', 'edited', 'file'],
    ['push', 'created', 'file'],
    ['retry', 'changed', 'file'],
  ] as const)('when a %s found a file %s', async ([cause, kind, itemKind]) => {
    expect(await found(cause, [row({ kinds: [kind], itemKind })])).toBe(1);
    expect(graph.asked).toEqual([expanded]);
  });

  it.for([
    ['push', 'deleted', 'file'],
    ['push', 'renamed', 'file'],
    ['push', 'created', 'folder'],
  ] as const)('not when a %s found a %s %s', async ([cause, kind, itemKind]) => {
    expect(await found(cause, [row({ kinds: [kind], itemKind })])).toBe(0);
  });

  it('at polls, whatever they find, and not when a push found nothing', async () => {
    expect(await found('push')).toBe(0);
    expect(await found('poll')).toBe(1);
  });

  it('every five minutes at most: once more for what was edited meanwhile, as soon as that is allowed', async () => {
    expect(await found('push', edited)).toBe(1);
    await pass(minute);
    expect(await found('push', edited)).toBe(0);
    expect(await found('push', edited)).toBe(0);
    await pass(4 * minute - 1);
    expect(graph.asked).toHaveLength(1);
    await pass(1);
    expect(graph.asked).toHaveLength(2);
    await pass(30 * minute);
    expect(graph.asked).toHaveLength(2);
  });

  it('not at all for a poll that comes too early: another follows', async () => {
    expect(await found('poll')).toBe(1);
    await pass(minute);
    expect(await found('poll')).toBe(0);
    await pass(4 * minute);
    expect(graph.asked).toHaveLength(1);
    expect(await found('poll')).toBe(1);
  });

  it('once at a time, however long it takes', async () => {
    graph.answer = () => new Promise(() => undefined);
    expect(await found('poll')).toBe(1);
    await pass(20 * minute);
    expect(await found('push', edited)).toBe(0);
  });

  it('never for personal accounts', async () => {
    search = started({ isWork: false });
    expect(await found('poll', edited)).toBe(0);
  });

  it('never while the account holds back, nor after a wait in which it began to', async () => {
    expect(await found('push', edited)).toBe(1);
    await found('push', edited);
    const quiet = vi.spyOn(graph, 'isQuiet', 'get').mockReturnValue(true);
    await pass(5 * minute);
    expect(await found('push', edited)).toBe(0);
    quiet.mockReturnValue(false);
    graph.pace.throttled();
    expect(await found('poll')).toBe(0);
    expect(graph.asked).toHaveLength(1);
  });

  it('not while the feed rests', async () => {
    graph.answer = () => failure('not-found');
    expect(await found('poll')).toBe(1);
    await pass(59 * minute);
    expect(await found('poll', edited)).toBe(0);
    await pass(minute);
    expect(await found('poll')).toBe(1);
  });

  it('not where it hands out no items', async () => {
    graph.answer = (target) =>
      target === plain
        ? answerOf({ value: [{ ...comment('a'), driveItem: undefined }] })
        : failure('refused');
    await found('poll');
    expect(graph.asked).toEqual([expanded, plain]);
    await pass(59 * minute);
    expect(await found('poll', edited)).toBe(0);
    expect(told).toEqual([]);
    graph.answer = () => answerOf({ value: [comment('a')] });
    await pass(minute);
    expect(await found('poll', edited)).toBe(1);
    expect(told).toEqual(['commented one.txt']);
  });

  it('rarely where it says of no remark what it is on', async () => {
    deeds = [{ ...comment('a'), driveItem: null }];
    await found('poll');
    await pass(59 * minute);
    expect(await found('poll')).toBe(0);
    await pass(minute);
    expect(await found('poll')).toBe(1);
  });

  it('no more once the watch has ended', async () => {
    await found('push', edited);
    await found('push', edited);
    search.stop();
    await pass(5 * minute);
    expect(graph.asked).toHaveLength(1);
  });
});

describe('each remark is told once', () => {
  it('though the feed goes on telling it', async () => {
    deeds = [comment('a')];
    await found('poll');
    await pass(5 * minute);
    deeds = [comment('b', Date.now(), 'two'), ...deeds];
    await found('poll');
    expect(told).toEqual(['commented one.txt', 'commented two.txt']);
  });

  it('though it was made before the drive was last asked about, and listed only since', async () => {
    await found('poll');
    const at = Date.now() + minute;
    await pass(10 * minute);
    await found('poll');
    await pass(15 * minute);
    deeds = [comment('a', at)];
    await found('poll');
    expect(told).toEqual(['commented one.txt']);
  });

  it('over restarts, with what happened in between, and however long that was', async () => {
    deeds = [comment('a')];
    await found('poll');
    search.stop();
    deeds = [comment('b', Date.now() + minute), ...deeds];
    await pass(24 * 60 * minute);
    search = started();
    await found('poll');
    expect(told).toEqual(['commented one.txt', 'commented one.txt']);
    await pass(5 * minute);
    await found('poll');
    expect(told).toHaveLength(2);
  });

  it('of which nothing is older than the first reading of the drive', async () => {
    store.states.save(store.watchId, { ...watching, readAt: noon + 900 });
    deeds = [comment('new', noon), comment('old', noon - second)];
    await pass(20 * minute);
    await found('push');
    // Though the drive has been read again since, and the app begun anew.
    store.states.save(store.watchId, { ...watching, readAt: Date.now() });
    search = started();
    await found('poll');
    expect(told).toEqual(['commented one.txt']);
  });

  it('by whichever watch of a drive finds it first', async () => {
    deeds = [comment('a')];
    await found('poll');
    const other = openStoreBeside();
    search = started({ store: other });
    await found('poll');
    expect(graph.asked).toHaveLength(2);
    expect(told).toEqual(['commented one.txt']);
  });

  it('though the other watch that told it is gone, and what it told', async () => {
    const other = openStoreBeside();
    const otherSearch = started({ store: { ...other, accountId: 'a-2' } });
    await found('poll');
    deeds = [comment('a')];
    otherSearch.found('poll', []);
    await pass(minute);
    expect(told).toEqual(['commented one.txt']);
    ended(store.activity.removeOf('a-2', ['w-2']));
    forgoRemarks(store, Date.now());
    await pass(5 * minute);
    expect(await found('poll')).toBe(1);
    expect(told).toHaveLength(1);
  });

  it('when it could not be written at first', async () => {
    deeds = [comment('a')];
    store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON activity
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    await found('poll');
    expect(log.events).toContain('remarks-not-told');
    store.database.exec('DROP TRIGGER full');
    await pass(5 * minute);
    await found('poll');
    expect(told).toEqual(['commented one.txt']);
  });

  it('when a second page of the feed could not be had, or the feed not be reached', async () => {
    const page = (): GraphAnswer =>
      answerOf({ value: [comment('a')], '@odata.nextLink': `${plain}?2` });
    const failing = failure('no-network');
    const missed = comment('missed', noon);
    graph.answer = (target) => (target === expanded ? page() : failing);
    await pass(40 * minute);
    await found('poll');
    graph.answer = () => failing;
    await pass(50 * minute);
    await found('poll');
    await pass(5 * minute);
    graph.answer = (target) => (target === expanded ? page() : answerOf({ value: [missed] }));
    await found('poll');
    expect(told).toHaveLength(2);
  });
});

describe('where much was done since', () => {
  /** The feed, page by page, newest first. */
  function pages(count: number): void {
    graph.answer = (target) => {
      const page = Number(/page-(\d+)/.exec(target)?.[1] ?? 1);
      const value = page === count ? [comment('a', noon)] : [];
      const next = `https://graph.microsoft.com/page-${page + 1}`;
      return answerOf({ value, ...(page < count ? { '@odata.nextLink': next } : {}) });
    };
  }

  it('a remark is found among two thousand other deeds', async () => {
    pages(20);
    expect(await found('poll')).toBe(20);
    expect(told).toEqual(['commented one.txt']);
    expect(log.events).not.toContain('remarks-missed');
  });

  it('what lies beyond is let go, and said in the log', async () => {
    pages(21);
    await found('poll');
    await pass(60 * minute);
    expect(await found('poll')).toBe(20);
    expect(log.events).toEqual(['remarks-missed', 'remarks-missed']);
    expect(remarksSince(store)).toBe(Date.now() - 30 * minute);
  });

  it('what cannot be had is asked for six times', async () => {
    graph.answer = (target) =>
      target === expanded
        ? answerOf({ value: [], '@odata.nextLink': `${plain}?2` })
        : failure('no-network');
    await pass(60 * minute);
    for (let n = 1; n < 6; n += 1) {
      await found('poll');
      await pass(5 * minute);
    }
    expect(log.events).toEqual([]);
    expect(remarksSince(store)).toBe(noon);
    await found('poll');
    expect(log.events).toEqual(['remarks-missed']);
    expect(remarksSince(store)).toBe(Date.now() - 30 * minute);
  });
});

/** Another watch of the same drive, of the same app. */
function openStoreBeside(): Store {
  const other: Store = { ...store, watchId: 'w-2' };
  other.states.save(other.watchId, watching);
  return other;
}

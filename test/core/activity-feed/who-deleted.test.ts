import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActivityFeed } from '../../../src/core/activity-feed/activity-feed.ts';
import { clouds } from '../../../src/core/clouds.ts';
import type { Deletion } from '../../../src/core/activity-feed/deleters.ts';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { WhoDeleted } from '../../../src/core/activity-feed/who-deleted.ts';
import { type HeardLog, heardLog, noon } from '../support/doubles.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const second = 1000;
const hour = 60 * 60 * second;
const never = new AbortController().signal;
const expanded =
  'https://graph.microsoft.com/beta/drives/d-1/activities?$expand=driveItem&$top=100';
const plain = 'https://graph.microsoft.com/beta/drives/d-1/activities';

let graph: ScriptedGraph;
let log: HeardLog;
let who: WhoDeleted;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  graph = new ScriptedGraph(() => feed());
  log = heardLog();
  who = whoDeleted();
});

afterEach(() => vi.useRealTimers());

function whoDeleted(isWork = true): WhoDeleted {
  const feed = new ActivityFeed({ graph, hosts: clouds.global, driveId: 'd-1', isWork, log });
  return new WhoDeleted({ feed, graph, log });
}

function deletion(rowId = 1): Deletion {
  return { rowId, itemId: `i-${rowId}`, itemKind: 'file', name: `${rowId}.txt`, descendants: 0 };
}

/** A feed in which Ada has just deleted these. */
function feed(...items: readonly string[]): GraphAnswer {
  const value = items.map((itemId) => ({
    id: `a-${itemId}`,
    action: { delete: { name: `${itemId.replace('i-', '')}.txt` } },
    actor: { user: { id: 'ada-id', displayName: 'Ada' } },
    driveItem: { id: itemId },
    times: { recordedDateTime: new Date().toISOString() },
  }));
  return answerOf({ value });
}

/** Who was found, and after how many ms. */
async function find(
  deletions: readonly Deletion[] = [deletion()],
  signal = never,
): Promise<readonly [Record<number, string | null>, number]> {
  const begun = Date.now();
  const finding = who.find(deletions, Date.now() - 10 * second, signal);
  const ended = finding.then(() => Date.now() - begun);
  await vi.advanceTimersByTimeAsync(10 * second);
  const found = [...(await finding)].map(([row, person]) => [row, person.name] as const);
  return [Object.fromEntries(found), await ended];
}

const nobody = {};

it('finds who deleted, at once', async () => {
  graph.answer = () => feed('i-1', 'i-2');
  expect(await find([deletion(1), deletion(2)])).toEqual([{ 1: 'Ada', 2: 'Ada' }, 0]);
  expect(graph.asked).toEqual([expanded]);
});

it('looks once more for what the feed does not tell yet', async () => {
  graph.answer = () => (graph.asked.length === 1 ? feed('i-1') : feed('i-1', 'i-2'));
  expect(await find([deletion(1), deletion(2)])).toEqual([{ 1: 'Ada', 2: 'Ada' }, 1200]);
  graph.asked.length = 0;
  graph.answer = () => feed('i-3');
  expect(await find([deletion(3), deletion(4)])).toEqual([{ 3: 'Ada' }, 1200]);
  expect(graph.asked).toHaveLength(2);
});

it('waits three seconds and no more, and stops asking then', async () => {
  let given: AbortSignal | undefined;
  graph.answer = (_, signal) => {
    given = signal;
    return new Promise(() => undefined);
  };
  expect(await find()).toEqual([nobody, 3 * second]);
  expect(given?.aborted).toBe(true);
});

it('keeps what came in time when the rest does not', async () => {
  graph.answer = () => (graph.asked.length === 1 ? feed('i-1') : new Promise(() => undefined));
  expect(await find([deletion(1), deletion(2)])).toEqual([{ 1: 'Ada' }, 3 * second]);
});

it('takes no notice of what comes too late', async () => {
  let late: (answer: GraphAnswer) => void = () => undefined;
  graph.answer = () => new Promise((resolve) => (late = resolve));
  const [found] = await find();
  late(feed('i-1'));
  await vi.advanceTimersByTimeAsync(0);
  expect(found).toEqual(nobody);
  // Nor is it taken for used up.
  graph.answer = () => feed('i-1');
  expect(await find()).toEqual([{ 1: 'Ada' }, 0]);
});

it('ends with the watch', async () => {
  const end = new AbortController();
  graph.answer = () => new Promise(() => undefined);
  setTimeout(() => end.abort(), 500);
  expect(await find([deletion()], end.signal)).toEqual([nobody, 500]);
  const ended = AbortSignal.abort();
  graph.asked.length = 0;
  expect(await find([deletion()], ended)).toEqual([nobody, 0]);
});

it('asks for nothing when there is nothing to find out', async () => {
  expect(await find([])).toEqual([nobody, 0]);
  expect(graph.asked).toEqual([]);
});

it('never throws', async () => {
  graph.answer = () => Promise.reject(new Error('out of order'));
  expect(await find()).toEqual([nobody, 0]);
  expect(log.events).toContain('deleters-not-found');
});

it('lets one activity stand for one deletion', async () => {
  graph.answer = () => feed('i-1');
  await find();
  expect((await find())[0]).toEqual(nobody);
});

describe('is not asked', () => {
  it('for personal accounts', async () => {
    who = whoDeleted(false);
    expect(who.isOffered).toBe(false);
    expect(await find()).toEqual([nobody, 0]);
    expect(graph.asked).toEqual([]);
  });

  it('while the account holds back', async () => {
    graph.pace.throttled();
    expect(await find()).toEqual([nobody, 0]);
    vi.spyOn(graph.pace, 'factor', 'get').mockReturnValue(1);
    expect(who.isOffered).toBe(true);
    vi.spyOn(graph, 'isQuiet', 'get').mockReturnValue(true);
    expect(await find()).toEqual([nobody, 0]);
    expect(graph.asked).toEqual([]);
  });
});

describe('a feed that is not offered', () => {
  it.for([
    ['no-access', null],
    ['not-found', null],
    ['microsoft-down', 'notSupported'],
  ] as const)('%s: rests for an hour, then is asked again', async ([code, graphCode]) => {
    graph.answer = () => failure(code, null, graphCode);
    expect(await find()).toEqual([nobody, 0]);
    expect(who.isOffered).toBe(false);
    await find();
    expect(graph.asked).toEqual([expanded]);
    await vi.advanceTimersByTimeAsync(hour);
    graph.answer = () => feed('i-1');
    expect(await find()).toEqual([{ 1: 'Ada' }, 0]);
    expect(log.events.filter((event) => event === 'activities-not-offered')).toHaveLength(1);
  });

  it('400: is asked without a query first, and so from then on', async () => {
    const refused = failure('refused', null, 'invalidRequest');
    graph.answer = (target) => (target === plain ? feed('i-1', 'i-2') : refused);
    expect(await find()).toEqual([{ 1: 'Ada' }, 0]);
    expect(await find([deletion(2)])).toEqual([{ 2: 'Ada' }, 0]);
    expect(graph.asked).toEqual([expanded, plain, plain]);
  });

  it('400 either way: rests', async () => {
    graph.answer = () => failure('refused');
    await find();
    await find();
    expect(graph.asked).toEqual([expanded, plain]);
  });

  it('unreached is nothing to remember', async () => {
    graph.answer = () => failure('no-network');
    await find();
    graph.answer = () => feed('i-1');
    expect(await find()).toEqual([{ 1: 'Ada' }, 0]);
  });

  it.for([
    ['tells nothing', () => feed()],
    ['does not answer', () => new Promise<GraphAnswer>(() => undefined)],
  ] as const)('that %s, three times in a row, rests as well', async ([, answer]) => {
    graph.answer = answer;
    await find();
    await find();
    expect(who.isOffered).toBe(true);
    await find();
    expect(who.isOffered).toBe(false);
    await vi.advanceTimersByTimeAsync(hour);
    expect(who.isOffered).toBe(true);
  });

  it('that tells something now and then does not', async () => {
    for (const items of [[], [], ['i-1'], [], []]) {
      graph.answer = () => feed(...items);
      await find();
    }
    expect(who.isOffered).toBe(true);
  });
});

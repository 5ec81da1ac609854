import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../src/core/graph/graph.ts';
import { globalCloud } from '../../src/core/hosts.ts';
import { Watch } from '../../src/core/watch.ts';
import { heardLog, noon, openStore, said, type Store, timerClock } from './support/doubles.ts';
import { PushNet } from './support/push-net.ts';
import { answerOf, pageOf, ScriptedGraph, wire } from './support/scripted-graph.ts';

const second = 1000;
const minute = 60 * second;

let net: PushNet;
let graph: ScriptedGraph;
let watch: Watch;
let store: Store;
/** Delta reads, each in seconds since the last `quiet()`. */
let reads: number[];
let since: number;
let told: string[];
let onChanges: () => void;
let endpoint: () => GraphAnswer;
let delta: () => GraphAnswer | Promise<GraphAnswer>;

/** As the teller does it: whatever is written and not yet told. */
const tell = (): void => {
  const rows = store.activity.untold();
  told.push(...said(rows));
  store.activity.markTold(rows.map((row) => row.id));
};
const nothingNew = (): GraphAnswer => pageOf([], { delta: 'cursor' });
let made = 0;
/** A file nobody has seen before. */
const something = (): GraphAnswer => pageOf([wire(`new-${(made += 1)}`)], { delta: 'cursor' });

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  // Half way: polls come exactly at their time, and backoff waits for half of its ceiling.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  net = new PushNet();
  store = openStore();
  reads = [];
  told = [];
  onChanges = tell;
  since = noon;
  made = 0;
  endpoint = () =>
    answerOf({
      notificationUrl: 'https://eu1-0.pushnp.svc.ms/notifications?token=t',
      expirationDateTime: new Date(Date.now() + 24 * 60 * minute).toISOString(),
    });
  delta = nothingNew;
  graph = new ScriptedGraph((target) => {
    if (target.includes('/subscriptions/')) return endpoint();
    reads.push((Date.now() - since) / second);
    return delta();
  });
  watch = new Watch({
    driveId: 'drive-1',
    graph,
    hosts: globalCloud,
    net,
    clock: timerClock,
    log: heardLog(),
    reader: { userId: 'me', emails: [] },
    store,
    onChanges: () => onChanges(),
    onChange: () => undefined,
  });
});

afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Starts; from here on reads are counted anew. */
async function started(): Promise<void> {
  watch.start();
  await pass(0);
  quiet();
}

function quiet(): void {
  reads.length = 0;
  told.length = 0;
  since = Date.now();
}

async function push(): Promise<void> {
  net.last.say('42/notifications,["notification"]');
  await pass(0);
}

function withoutPush(): void {
  endpoint = () => failure('refused', null, 'notSupported');
}

function state(): string {
  const { state, reason } = watch.liveness;
  return reason === null ? state : `${state} ${reason}`;
}

describe('a push', () => {
  it('is read at once', async () => {
    await started();
    expect(state()).toBe('live');
    delta = something;
    await push();
    expect([reads, told]).toEqual([[0], ['appeared new-1.txt']]);
  });

  it('that finds nothing is read again after 2, 8, 20 and 60 seconds, then no more', async () => {
    await started();
    await push();
    await pass(4 * minute);
    expect(reads).toEqual([0, 2, 10, 30, 90]);
  });

  it('that finds nothing is read again until the change is there', async () => {
    await started();
    await push();
    await pass(3 * second);
    delta = () => {
      delta = nothingNew;
      return something();
    };
    await pass(4 * minute);
    expect(reads).toEqual([0, 2, 10]);
    expect(told).toEqual(['appeared new-1.txt']);
  });

  it('heard twice within seconds is read again only late', async () => {
    await started();
    delta = something;
    await push();
    delta = nothingNew;
    await pass(3 * second);
    await push();
    await pass(4 * minute);
    expect(reads).toEqual([0, 3, 23, 83]);
  });

  it('begins the ladder anew', async () => {
    await started();
    await push();
    await pass(5 * second);
    await push();
    await pass(4 * second);
    expect(reads).toEqual([0, 2, 5, 7]);
  });

  it('during a reading is followed by exactly one further one', async () => {
    await started();
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    delta = () => promise;
    watch.wake('asked');
    await pass(0);
    await push();
    await push();
    expect(reads).toEqual([0]);
    delta = something;
    resolve(nothingNew());
    await pass(0);
    expect([reads, told]).toEqual([[0, 0], ['appeared new-1.txt']]);
  });

  it('during a reading keeps its ladder, though another cause wakes as well', async () => {
    await started();
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    delta = () => promise;
    watch.wake('asked');
    await pass(0);
    await push();
    watch.wake('asked');
    delta = nothingNew;
    resolve(nothingNew());
    await pass(3 * second);
    expect(reads).toEqual([0, 0, 2]);
  });
});

describe('polls', () => {
  it('come every minute while push is not live', async () => {
    withoutPush();
    await started();
    expect([state(), watch.pollSeconds]).toEqual(['polling push-not-offered', 60]);
    await pass(4 * minute);
    expect(reads).toEqual([60, 120, 180, 240]);
  });

  it('grow rare while live, up to half an hour', async () => {
    await started();
    expect(watch.pollSeconds).toBeNull();
    await pass(130 * minute);
    expect(reads.map((at) => at / 60)).toEqual([5, 15, 35, 65, 95, 125]);
  });

  it('come back to five minutes when one finds what push did not announce', async () => {
    await started();
    await pass(40 * minute);
    quiet();
    delta = something;
    await pass(25 * minute);
    delta = nothingNew;
    expect([reads, told]).toEqual([[25 * 60], ['appeared new-1.txt']]);
    await pass(5 * minute);
    expect(reads).toEqual([25 * 60, 30 * 60]);
  });

  it('come back to a minute when the line is lost', async () => {
    await started();
    await pass(40 * minute);
    endpoint = () => failure('refused');
    net.last.drop();
    quiet();
    await pass(2 * minute);
    expect(state()).toBe('polling push-not-offered');
    expect(reads).toEqual([60, 120]);
  });

  it('do not come while offline: retries are the probe', async () => {
    withoutPush();
    await started();
    endpoint = () => failure('no-network');
    delta = endpoint;
    await pass(minute);
    expect(state()).toBe('offline no-network');
    await pass(9 * minute);
    const waits = reads.map((at, index) => at - (reads[index - 1] ?? 0));
    expect(waits.slice(0, 7)).toEqual([60, 1, 2, 4, 8, 16, 30]);
    expect(new Set(waits.slice(7))).toEqual(new Set([30]));
  });
});

describe('a reading that fails', () => {
  it('is tried again as late as a throttled answer asks', async () => {
    await started();
    delta = () => failure('throttled', 5 * minute);
    await push();
    delta = something;
    expect(state()).toBe('polling throttled');
    await pass(5 * minute - 1);
    expect(reads).toEqual([0]);
    await pass(1);
    expect([reads, told, state()]).toEqual([[0, 300], ['appeared new-1.txt'], 'live']);
  });

  it('for want of a sign-in is not tried again until asked', async () => {
    withoutPush();
    await started();
    delta = () => failure('signed-out');
    await pass(minute);
    expect(state()).toBe('sign-in-needed signed-out');
    quiet();
    await pass(30 * minute);
    expect(reads).toEqual([]);
    delta = nothingNew;
    watch.refresh('asked');
    await pass(0);
    expect(state()).toBe('polling push-not-offered');
  });

  it('as not found is believed the fourth time', async () => {
    withoutPush();
    await started();
    delta = () => failure('not-found');
    const states: string[] = [];
    await pass(minute);
    for (const wait of [0, 1, 2, 4]) {
      await pass(wait * second);
      states.push(state());
    }
    const fine = 'polling push-not-offered';
    expect(states).toEqual([fine, fine, fine, 'unavailable drive-gone']);
  });

  it.each([
    ['no-access', 'unavailable no-access'],
    ['microsoft-down', 'unavailable microsoft-down'],
    ['refused', 'unavailable unexpected-answer'],
    ['not-json', 'unavailable not-json'],
  ] as const)('with %s makes the drive %s, and live again after a success', async (code, word) => {
    await started();
    delta = () => failure(code);
    await push();
    expect(state()).toBe(word);
    delta = nothingNew;
    await pass(second);
    expect(state()).toBe('live');
  });

  it('after it had found something tells that', async () => {
    await started();
    const answers = [
      failure('gone'),
      pageOf([wire('found')], { next: 'page-2' }),
      failure('no-network'),
    ];
    delta = () => answers.shift() ?? nothingNew();
    await push();
    expect(told).toEqual(['appeared found.txt']);
  });

  it('because the store broke half way tells what was written before', async () => {
    await started();
    store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON item
      WHEN (SELECT count(*) FROM item) >= 1000 BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    const many = Array.from({ length: 1001 }, (_, n) => wire(`f${n}`));
    delta = () => pageOf(many, { delta: 'cursor' });
    await push();
    expect(state()).toBe('unavailable storage-failed');
    expect(told).toHaveLength(1000);
    store.database.exec('DROP TRIGGER full');
    await pass(second);
    expect(told.slice(1000)).toEqual(['appeared f1000.txt']);
  });

  it.each([
    ['push', [0, 1, 3, 5, 13, 33, 93]],
    ['asked', [0, 1, 3]],
  ] as const)('and was caused by %s is made up for at %j', async (cause, expected) => {
    await started();
    const answers = [failure('microsoft-down'), failure('microsoft-down')];
    delta = () => answers.shift() ?? nothingNew();
    watch.wake(cause);
    await pass(4 * minute);
    expect(reads).toEqual(expected);
  });

  it('because those told of it broke is not the last', async () => {
    await started();
    delta = something;
    onChanges = () => {
      throw new Error('No toasts today.');
    };
    await push();
    onChanges = tell;
    await push();
    expect([state(), told]).toEqual(['live', ['appeared new-1.txt', 'appeared new-2.txt']]);
  });
});

describe('liveness', () => {
  it('starts as starting and is live only once read and joined', async () => {
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    delta = () => promise;
    watch.start();
    await pass(0);
    expect(state()).toBe('starting');
    resolve(nothingNew());
    await pass(0);
    expect(state()).toBe('live');
  });

  it('tells how many names are known while they are learned', async () => {
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    delta = () => {
      delta = () => promise;
      return pageOf([wire('a'), wire('b')], { next: 'page-2' });
    };
    watch.start();
    await pass(0);
    expect(watch.learning).toBe(2);
    resolve(nothingNew());
    await pass(0);
    expect(watch.learning).toBeNull();
  });

  it('is offline as soon as the endpoint cannot be asked, and reads as soon as it can', async () => {
    endpoint = () => failure('no-network');
    watch.start();
    await pass(0);
    await pass(600);
    expect(state()).toBe('offline no-network');
    endpoint = () => failure('refused');
    quiet();
    await pass(2 * second);
    expect(reads).toHaveLength(1);
    expect(state()).toBe('polling push-not-offered');
  });

  it('goes on through a lost line and comes back', async () => {
    await started();
    net.last.drop();
    await pass(0);
    expect(state()).toBe('polling push-lost');
    quiet();
    await pass(second);
    expect(state()).toBe('live');
    expect(reads).toEqual([0.5]);
  });
});

describe('resume', () => {
  it('connects anew and reads at once', async () => {
    await started();
    const old = net.last;
    watch.refresh('resume');
    await pass(0);
    expect([old.isClosed, net.last.isOpen]).toEqual([true, true]);
    expect(reads).toEqual([0, 0]);
  });
});

describe('stop', () => {
  it.each<[string, () => Promise<void>]>([
    ['while live', () => pass(0)],
    ['on the ladder', () => push()],
    [
      'while offline',
      async () => {
        delta = () => failure('no-network');
        await push();
      },
    ],
    [
      'during a reading',
      async () => {
        delta = () => new Promise(() => undefined);
        await push();
      },
    ],
  ])('%s ends everything', async (_what, arrange) => {
    await started();
    await arrange();
    watch.stop();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    quiet();
    watch.wake('asked');
    await pass(60 * minute);
    expect([reads, net.open]).toEqual([[], []]);
  });
});

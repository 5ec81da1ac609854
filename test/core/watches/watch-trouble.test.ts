import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../src/core/graph/graph.ts';
import { pageOf, wire } from '../support/scripted-graph.ts';
import { minute, second, WatchBench } from '../support/watch-bench.ts';

let bench: WatchBench;

beforeEach(() => {
  bench = new WatchBench();
});

afterEach(() => bench.end());

describe('a reading that fails', () => {
  it('is tried again later than a throttled answer asks, drives not all at once', async () => {
    await bench.started();
    bench.delta = () => failure('throttled', 5 * minute);
    await bench.push();
    bench.delta = bench.something;
    expect([bench.state(), bench.watch.pollSeconds]).toEqual(['polling throttled', 300]);
    await bench.pass(5 * minute + second - 1);
    expect(bench.reads).toEqual([0]);
    await bench.pass(1);
    expect([bench.reads, bench.told, bench.state()]).toEqual([
      [0, 301],
      ['appeared new-1.txt'],
      'live',
    ]);
  });

  it('for want of a sign-in is tried again rarely, and at once when asked', async () => {
    bench.withoutPush();
    await bench.started();
    bench.delta = () => failure('signed-out');
    await bench.pass(minute);
    expect(bench.state()).toBe('sign-in-needed signed-out');
    bench.quiet();
    await bench.pass(120 * minute);
    expect(bench.waits().map((wait) => wait / 60)).toEqual([1.5, 5, 10, 20, 30, 30]);
    bench.delta = bench.nothingNew;
    bench.watch.refresh('asked');
    await bench.pass(0);
    expect(bench.state()).toBe('polling push-not-offered');
  });

  it.each([
    ['not-found', 'unavailable drive-gone'],
    ['no-access', 'unavailable no-access'],
  ] as const)('as %s is believed once it has been said for a while', async (code, word) => {
    await bench.started();
    bench.delta = () => failure(code);
    await bench.push();
    await bench.pass(40 * second);
    expect(bench.state()).toBe('live');
    await bench.pass(40 * second);
    expect(bench.state()).toBe(word);
    bench.delta = bench.nothingNew;
    await bench.pass(2 * minute);
    expect(bench.state()).toBe('live');
  });

  it.each(['not-found', 'no-access'] as const)('once as %s is nothing', async (code) => {
    await bench.started();
    bench.delta = () => {
      bench.delta = bench.something;
      return failure(code);
    };
    await bench.push();
    expect([bench.state(), bench.told]).toEqual(['live', []]);
    await bench.pass(2 * second);
    expect([bench.state(), bench.told]).toEqual(['live', ['appeared new-1.txt']]);
  });

  it.each([
    ['microsoft-down', 'unavailable microsoft-down'],
    ['refused', 'unavailable unexpected-answer'],
    ['not-json', 'unavailable not-json'],
    ['keys-locked', 'unavailable keys-locked'],
    ['client-id-wrong', 'unavailable client-id-wrong'],
  ] as const)('with %s makes the drive %s, and live again after a success', async (code, word) => {
    await bench.started();
    bench.delta = () => failure(code);
    await bench.push();
    expect(bench.state()).toBe(word);
    bench.delta = bench.nothingNew;
    await bench.pass(3 * minute);
    expect(bench.state()).toBe('live');
  });

  it('after it had found something tells that', async () => {
    await bench.started();
    const answers = [
      failure('gone'),
      pageOf([wire('found')], { next: 'page-2' }),
      failure('no-network'),
    ];
    bench.delta = () => answers.shift() ?? bench.nothingNew();
    await bench.push();
    expect(bench.told).toEqual(['appeared found.txt']);
  });

  it('because the store broke half way tells nothing, and all of it once there is room', async () => {
    await bench.started();
    bench.store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON item
      WHEN (SELECT count(*) FROM item) >= 1000 BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    const many = Array.from({ length: 1001 }, (_, n) => wire(`f${n}`));
    bench.delta = () => pageOf(many, { delta: 'cursor' });
    await bench.push();
    expect(bench.state()).toBe('unavailable storage-failed');
    expect(bench.told).toEqual([]);
    bench.store.database.exec('DROP TRIGGER full');
    await bench.pass(second);
    expect(bench.told).toHaveLength(1001);
  });

  it.each([
    ['push', [0, 1, 3, 5, 13, 33, 93]],
    ['asked', [0, 1, 3]],
  ] as const)('and was caused by %s is made up for at %j', async (cause, expected) => {
    await bench.started();
    const answers = [failure('microsoft-down'), failure('microsoft-down')];
    bench.delta = () => answers.shift() ?? bench.nothingNew();
    bench.watch.wake(cause);
    await bench.pass(4 * minute);
    expect(bench.reads).toEqual(expected);
  });

  it('because those told of it broke is not the last', async () => {
    await bench.started();
    bench.delta = bench.something;
    bench.onChanges = () => {
      throw new Error('No toasts today.');
    };
    await bench.push();
    bench.onChanges = bench.tell;
    await bench.push();
    expect([bench.state(), bench.told]).toEqual([
      'live',
      ['appeared new-1.txt', 'appeared new-2.txt'],
    ]);
  });

  it.each([
    [5 * second, 60],
    [61 * second, 61],
    [null, 60],
  ])('as throttled for %j ms says that the next look is %i s away', async (asked, seconds) => {
    await bench.started();
    bench.delta = () => failure('throttled', asked);
    await bench.push();
    expect([bench.state(), bench.watch.pollSeconds]).toEqual(['polling throttled', seconds]);
    bench.delta = bench.nothingNew;
    await bench.pass(2 * minute);
    expect([bench.state(), bench.watch.pollSeconds]).toEqual(['live', null]);
  });

  it('because the store broke is told, and is no echo of a change found', async () => {
    await bench.started();
    let tellings = 0;
    bench.onChanges = () => (tellings += 1);
    bench.store.database.exec(`CREATE TRIGGER full BEFORE INSERT ON item
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    bench.delta = bench.something;
    await bench.push();
    expect([bench.state(), tellings]).toEqual(['unavailable storage-failed', 1]);
    bench.delta = bench.nothingNew;
    await bench.pass(4 * second);
    expect(bench.reads).toEqual([0, 1, 3]);
  });
});

describe('trouble that only somebody can end', () => {
  it.each(['signed-out', 'client-id-wrong'] as const)(
    'is looked at ever more rarely, up to once an hour: %s',
    async (code) => {
      vi.spyOn(Math, 'random').mockReturnValue(1);
      bench.endpoint = () => failure(code);
      bench.delta = bench.endpoint;
      await bench.started();
      await bench.pass(5 * 60 * minute);
      expect(bench.waits().map((wait) => wait / 60)).toEqual([5, 10, 20, 40, 60, 60, 60]);
    },
  );

  it.each(['not-found', 'no-access'] as const)('is %s as well, from a minute on', async (code) => {
    bench.withoutPush();
    bench.delta = () => failure(code);
    await bench.started();
    await bench.pass(2 * minute);
    expect(bench.state()).toMatch(/^unavailable/);
    bench.quiet();
    await bench.pass(5 * 60 * minute);
    expect(bench.reads.length).toBeLessThan(16);
    expect(bench.reads.length).toBeGreaterThan(5);
  });

  it('over once, is met at full speed the next time', async () => {
    await bench.started();
    bench.delta = () => failure('no-access');
    await bench.push();
    await bench.pass(30 * minute);
    bench.delta = bench.nothingNew;
    bench.watch.wake('asked');
    await bench.pass(4 * minute);
    bench.delta = () => failure('no-access');
    bench.quiet();
    await bench.push();
    await bench.pass(10 * second);
    expect(bench.reads).toEqual([0, 1, 3, 7]);
  });
});

describe('an answer of Graph to the push line', () => {
  /** A reading fails; then the line is lost, and Graph is asked for another half a second later. */
  async function failed(code: Parameters<typeof failure>[0]): Promise<void> {
    await bench.started();
    bench.delta = () => failure(code);
    await bench.push();
    bench.delta = bench.nothingNew;
    // Push is no longer offered: no new line wakes the drive.
    bench.withoutPush();
    bench.net.last.drop();
    await bench.pass(500);
  }

  it.each(['no-network', 'microsoft-down', 'signed-out', 'keys-locked'] as const)(
    'ends %s by a reading at once',
    async (code) => {
      await failed(code);
      expect([bench.reads, bench.state()]).toEqual([[0, 0.5], 'polling push-not-offered']);
    },
  );

  it.each(['throttled', 'no-access', 'client-id-wrong', 'refused'] as const)(
    'says nothing of %s',
    async (code) => {
      await failed(code);
      expect(bench.reads).toEqual([0]);
    },
  );
});

describe('what a push announced is owed', () => {
  it.each(['asked', 'joined', 'poll'] as const)(
    'after a reading that failed, though the next was for another cause: %s',
    async (cause) => {
      await bench.started();
      bench.delta = () => failure('microsoft-down');
      await bench.push();
      bench.delta = bench.nothingNew;
      bench.watch.wake(cause);
      await bench.pass(4 * minute);
      expect(bench.reads).toEqual([0, 0, 2, 10, 30, 90]);
    },
  );

  it('over any number of failures, and only until one reading has looked', async () => {
    await bench.started();
    const answers = [failure('no-network'), failure('throttled', second), failure('not-json')];
    bench.delta = () => answers.shift() ?? bench.something();
    await bench.push();
    await bench.pass(20 * second);
    expect(bench.told).toEqual(['appeared new-1.txt']);
    bench.delta = bench.nothingNew;
    bench.quiet();
    bench.watch.wake('asked');
    await bench.pass(minute);
    expect(bench.reads).toEqual([0]);
  });
});

describe('after sleep', () => {
  it('the first failures are not told; those that stay are', async () => {
    await bench.started();
    expect(bench.watch.liveness.state).toBe('live');
    bench.delta = () => failure('no-network');
    bench.endpoint = () => failure('no-network');
    bench.watch.refresh('resume');
    await bench.pass(19 * second);
    expect(bench.watch.liveness).toMatchObject({ state: 'starting', reason: null });
    await bench.pass(2 * second);
    expect(bench.watch.liveness).toMatchObject({ state: 'offline', reason: 'no-network' });
  });
});

it('check 6: a drive that is refused push three times is polled, and live later without a restart', async () => {
  let asked = 0;
  bench.endpoint = () => {
    asked += 1;
    return asked <= 3 ? failure('refused', null, 'notSupported') : bench.offered();
  };
  await bench.started();
  expect([bench.state(), bench.watch.pollSeconds]).toEqual(['polling push-not-offered', 60]);
  bench.delta = bench.something;
  await bench.pass(minute);
  expect(bench.told).toHaveLength(1);
  bench.delta = bench.nothingNew;
  await bench.pass(60 * minute);
  expect([asked, bench.state()]).toEqual([4, 'live']);
  bench.quiet();
  bench.delta = bench.something;
  await bench.push();
  expect(bench.told).toHaveLength(1);
});

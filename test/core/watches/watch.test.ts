import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { pageOf, wire } from '../support/scripted-graph.ts';
import { minute, second, WatchBench } from '../support/watch-bench.ts';

let bench: WatchBench;

beforeEach(() => {
  bench = new WatchBench();
});

afterEach(() => bench.end());

describe('a push', () => {
  it('is read at once', async () => {
    await bench.started();
    expect(bench.state()).toBe('live');
    bench.delta = bench.something;
    await bench.push();
    expect([bench.reads, bench.told]).toEqual([[0], ['appeared new-1.txt']]);
  });

  it('that finds nothing is read again after 2, 8, 20 and 60 seconds, then no more', async () => {
    await bench.started();
    await bench.push();
    await bench.pass(4 * minute);
    expect(bench.reads).toEqual([0, 2, 10, 30, 90]);
  });

  it('whose answer lists what is nothing to tell is not looked after any longer', async () => {
    await bench.started();
    bench.delta = bench.something;
    await bench.push();
    bench.delta = () => pageOf([wire('new-1')], { delta: 'cursor' });
    await bench.pass(3 * second);
    await bench.push();
    await bench.pass(2 * minute);
    expect([bench.reads, bench.told]).toEqual([[0, 3], ['appeared new-1.txt']]);
  });

  it('whose answer lists the root alone is looked after', async () => {
    await bench.started();
    bench.delta = () =>
      pageOf([wire('r', { root: {}, folder: {}, file: undefined })], { delta: 'cursor' });
    await bench.push();
    await bench.pass(9 * second);
    expect(bench.reads).toEqual([0, 2]);
  });

  it('in a burst is looked after though the first of the changes is there already', async () => {
    await bench.started();
    const root = wire('r', { root: {}, folder: {}, file: undefined });
    bench.delta = () => {
      bench.delta = bench.nothingNew;
      return pageOf([root, wire('first')], { delta: 'cursor' });
    };
    for (let pushes = 0; pushes < 6; pushes += 1) {
      await bench.push();
      await bench.pass(30);
    }
    await bench.pass(5 * second);
    bench.delta = bench.something;
    await bench.pass(10 * second);
    expect(bench.told).toEqual(['appeared first.txt', 'appeared new-1.txt']);
  });

  it('that finds nothing is read again until the change is there', async () => {
    await bench.started();
    await bench.push();
    await bench.pass(3 * second);
    bench.delta = () => {
      bench.delta = bench.nothingNew;
      return bench.something();
    };
    await bench.pass(4 * minute);
    expect(bench.reads).toEqual([0, 2, 10]);
    expect(bench.told).toEqual(['appeared new-1.txt']);
  });

  it('heard again after its change was found is looked after as any other', async () => {
    await bench.started();
    bench.delta = bench.something;
    await bench.push();
    bench.delta = bench.nothingNew;
    await bench.pass(3 * second);
    await bench.push();
    await bench.pass(4 * minute);
    expect(bench.reads).toEqual([0, 3, 5, 13, 33, 93]);
  });

  it('begins the ladder anew', async () => {
    await bench.started();
    await bench.push();
    await bench.pass(5 * second);
    await bench.push();
    await bench.pass(4 * second);
    expect(bench.reads).toEqual([0, 2, 5, 7]);
  });

  it('during a reading is followed by exactly one further one', async () => {
    await bench.started();
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    bench.delta = () => promise;
    bench.watch.wake('asked');
    await bench.pass(0);
    await bench.push();
    await bench.push();
    expect(bench.reads).toEqual([0]);
    bench.delta = bench.something;
    resolve(bench.nothingNew());
    await bench.pass(0);
    expect([bench.reads, bench.told]).toEqual([[0, 0], ['appeared new-1.txt']]);
  });

  it('during a reading keeps its ladder, though another cause wakes as well', async () => {
    await bench.started();
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    bench.delta = () => promise;
    bench.watch.wake('asked');
    await bench.pass(0);
    await bench.push();
    bench.watch.wake('asked');
    bench.delta = bench.nothingNew;
    resolve(bench.nothingNew());
    await bench.pass(3 * second);
    expect(bench.reads).toEqual([0, 0, 2]);
  });
});

describe('polls', () => {
  it('come every minute while push is not live', async () => {
    bench.withoutPush();
    await bench.started();
    expect([bench.state(), bench.watch.pollSeconds]).toEqual(['polling push-not-offered', 60]);
    await bench.pass(4 * minute);
    expect(bench.reads).toEqual([60, 120, 180, 240]);
  });

  it('grow rare while live, up to half an hour', async () => {
    await bench.started();
    expect(bench.watch.pollSeconds).toBeNull();
    await bench.pass(130 * minute);
    expect(bench.reads.map((at) => at / 60)).toEqual([5, 15, 35, 65, 95, 125]);
  });

  it('come back to five minutes when one finds what push did not announce', async () => {
    await bench.started();
    await bench.pass(40 * minute);
    bench.quiet();
    bench.delta = bench.something;
    await bench.pass(25 * minute);
    bench.delta = bench.nothingNew;
    expect([bench.reads, bench.told]).toEqual([[25 * 60], ['appeared new-1.txt']]);
    await bench.pass(5 * minute);
    expect(bench.reads).toEqual([25 * 60, 30 * 60]);
  });

  it('are put off by any other reading while live', async () => {
    await bench.started();
    await bench.pass(4 * minute);
    bench.watch.wake('joined');
    await bench.pass(6 * minute);
    expect(bench.reads).toEqual([4 * 60, 9 * 60]);
  });

  it('come back to five minutes when any other reading finds what push did not announce', async () => {
    await bench.started();
    await bench.pass(40 * minute);
    bench.delta = bench.something;
    bench.watch.wake('joined');
    await bench.pass(0);
    bench.delta = bench.nothingNew;
    bench.quiet();
    await bench.pass(5 * minute);
    expect(bench.reads).toEqual([5 * 60]);
  });

  it('are not brought back by what push announced', async () => {
    await bench.started();
    await bench.pass(40 * minute);
    bench.delta = bench.something;
    await bench.push();
    bench.delta = bench.nothingNew;
    bench.quiet();
    await bench.pass(29 * minute);
    expect(bench.reads).toEqual([]);
  });

  it('come back to a minute when the line is lost', async () => {
    await bench.started();
    await bench.pass(40 * minute);
    bench.endpoint = () => failure('refused');
    bench.net.last.drop();
    bench.quiet();
    await bench.pass(2 * minute);
    expect(bench.state()).toBe('polling push-not-offered');
    expect(bench.reads).toEqual([60, 120]);
  });

  it('do not come while offline: retries are the probe', async () => {
    bench.withoutPush();
    await bench.started();
    bench.endpoint = () => failure('no-network');
    bench.delta = bench.endpoint;
    await bench.pass(minute);
    expect(bench.state()).toBe('offline no-network');
    await bench.pass(9 * minute);
    const waits = bench.waits();
    expect(waits.slice(0, 7)).toEqual([60, 1, 2, 4, 8, 16, 30]);
    expect(new Set(waits.slice(7))).toEqual(new Set([30]));
  });
});

describe('at the start', () => {
  it('one reading is enough where the line comes up', async () => {
    bench.watch.start();
    await bench.pass(minute);
    expect(bench.reads).toEqual([0]);
  });

  it('a line that does not come up is not waited for long', async () => {
    bench.net.meet = () => undefined;
    bench.watch.start();
    await bench.pass(9 * second);
    expect(bench.reads).toEqual([5]);
  });
});

describe('liveness', () => {
  it('starts as starting and is live only once read and joined', async () => {
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    bench.delta = () => promise;
    bench.watch.start();
    await bench.pass(0);
    expect(bench.state()).toBe('starting');
    resolve(bench.nothingNew());
    await bench.pass(0);
    expect(bench.state()).toBe('live');
  });

  it('tells how many names are known while they are learned, and is live as soon as that takes long', async () => {
    bench.store.names.save(bench.store.watchId, { state: 'learning', link: 'page-2' });
    const { promise, resolve } = Promise.withResolvers<GraphAnswer>();
    bench.names = () => promise;
    bench.watch.start();
    await bench.pass(4 * second);
    expect([bench.watch.learning, bench.state()]).toEqual([0, 'starting']);
    await bench.pass(second);
    expect(bench.state()).toBe('live');
    bench.names = () => new Promise(() => undefined);
    resolve(pageOf([wire('a'), wire('b')], { next: 'page-3' }));
    await bench.pass(0);
    expect(bench.watch.learning).toBe(2);
  });

  it('is live once the names of a small drive are known', async () => {
    bench.store.names.save(bench.store.watchId, { state: 'learning', link: 'page-2' });
    bench.names = () => pageOf([wire('a')], { delta: 'end' });
    bench.watch.start();
    await bench.pass(0);
    expect([bench.watch.learning, bench.state()]).toEqual([null, 'live']);
  });

  it('is offline as soon as nothing can be asked, and reads as soon as it can', async () => {
    bench.endpoint = () => failure('no-network');
    bench.delta = bench.endpoint;
    bench.watch.start();
    await bench.pass(0);
    expect(bench.state()).toBe('offline no-network');
    bench.endpoint = () => failure('refused');
    bench.delta = bench.nothingNew;
    bench.quiet();
    await bench.pass(2 * second);
    expect(bench.reads).toHaveLength(1);
    expect(bench.state()).toBe('polling push-not-offered');
  });

  it('is not offline where the endpoint alone cannot be asked: it is checked', async () => {
    bench.endpoint = () => failure('no-network');
    await bench.started();
    await bench.pass(10 * minute);
    expect(bench.state()).toBe('polling push-unreachable');
    expect(bench.reads.length).toBeGreaterThanOrEqual(10);
    expect(bench.reads.length).toBeLessThanOrEqual(20);
  });

  it('does not wait for an endpoint that is not answered before it reads', async () => {
    bench.endpoint = () => new Promise(() => undefined);
    await bench.started();
    await bench.pass(9 * second);
    expect(bench.reads).toEqual([5]);
  });

  it('goes on through a lost line and comes back', async () => {
    await bench.started();
    bench.net.last.drop();
    await bench.pass(0);
    expect(bench.state()).toBe('polling push-lost');
    bench.quiet();
    await bench.pass(second);
    expect(bench.state()).toBe('live');
    expect(bench.reads).toEqual([0.5]);
  });
});

describe('a renewal of the line', () => {
  // The endpoint lives for a day and is renewed two minutes ahead.
  const renewal = (24 * 60 - 2) * minute;

  it('that finds no network says nothing against the line there is', async () => {
    await bench.started();
    await bench.pass(renewal - 1);
    bench.endpoint = () => failure('no-network');
    await bench.pass(30 * second);
    expect(bench.state()).toBe('live');
  });

  it('that finds the sign-in ended says so, until a later one does not', async () => {
    await bench.started();
    await bench.pass(renewal - 1);
    bench.endpoint = () => failure('signed-out');
    bench.delta = bench.endpoint;
    await bench.pass(30 * second);
    expect(bench.state()).toBe('sign-in-needed signed-out');
    bench.endpoint = bench.offered;
    bench.delta = bench.nothingNew;
    await bench.pass(minute);
    expect(bench.state()).toBe('live');
  });
});

describe('resume', () => {
  it('connects anew, then reads once', async () => {
    await bench.started();
    const old = bench.net.last;
    bench.watch.refresh('resume');
    await bench.pass(0);
    expect([old.isClosed, bench.net.last.isOpen]).toEqual([true, true]);
    expect(bench.reads).toEqual([0]);
  });

  it('reads as well where there is no line', async () => {
    bench.withoutPush();
    await bench.started();
    bench.watch.refresh('resume');
    await bench.pass(0);
    expect(bench.reads).toEqual([0]);
  });

  it('does not wait long for a line that does not come up', async () => {
    await bench.started();
    bench.net.meet = () => undefined;
    bench.watch.refresh('resume');
    await bench.pass(9 * second);
    expect(bench.reads).toEqual([5]);
  });

  it('does nothing for what was due meanwhile', async () => {
    bench.withoutPush();
    await bench.started();
    await bench.pass(59 * second);
    bench.watch.refresh('resume');
    await bench.pass(2 * second);
    expect(bench.reads).toEqual([59]);
  });
});

describe('stop', () => {
  it.each<[string, () => Promise<void>]>([
    ['while live', () => bench.pass(0)],
    ['on the ladder', () => bench.push()],
    [
      'while offline',
      async () => {
        bench.delta = () => failure('no-network');
        await bench.push();
      },
    ],
    [
      'during a reading',
      async () => {
        bench.delta = () => new Promise(() => undefined);
        await bench.push();
      },
    ],
  ])('%s ends everything', async (_what, arrange) => {
    await bench.started();
    await arrange();
    bench.watch.stop();
    await bench.pass(0);
    expect(vi.getTimerCount()).toBe(0);
    bench.quiet();
    bench.watch.wake('asked');
    await bench.pass(60 * minute);
    expect([bench.reads, bench.net.open]).toEqual([[], []]);
  });
});

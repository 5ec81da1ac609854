import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../src/core/graph/graph.ts';
import { minute, second, WatchBench } from '../support/watch-bench.ts';

let bench: WatchBench;

beforeEach(() => {
  bench = new WatchBench();
});

afterEach(() => bench.end());

const notOffered = 'polling push-not-offered';

describe('without an address', () => {
  it('nothing is subscribed to, whatever becomes of push', async () => {
    bench.withoutPush();
    await bench.started();
    await bench.pass(60 * minute);
    expect([bench.state(), bench.webhook.heard]).toEqual([notOffered, []]);
  });
});

it('a socket that has become free is taken', async () => {
  bench.barred = 'too-many-drives';
  await bench.started();
  expect(bench.state()).toBe('polling too-many-drives');
  bench.barred = null;
  bench.watch.follow();
  await bench.pass(0);
  expect(bench.state()).toBe('live');
});

describe('as a fallback', () => {
  beforeEach(() => {
    bench.webhook.wished = 'fallback';
  });

  it('takes no part while push is there', async () => {
    await bench.started();
    await bench.pass(60 * minute);
    expect([bench.state(), bench.webhook.heard]).toEqual(['live', []]);
  });

  it('takes the place of push where that is not offered, and says so', async () => {
    bench.withoutPush();
    await bench.started();
    expect([bench.state(), bench.webhook.heard]).toEqual([notOffered, ['hold']]);
    bench.webhook.live();
    expect(bench.state()).toBe('live');
    expect(bench.watch.connection).toMatchObject({ via: 'webhook' });
    expect(bench.watch.vitals.webhook).toEqual({ lastDelivery: null, ignored: 0 });
  });

  it('what it says is owed a reading of its own, as from push', async () => {
    bench.withoutPush();
    await bench.started();
    bench.webhook.live();
    bench.quiet();
    bench.webhook.holder?.onWake('webhook');
    await bench.pass(minute + 31 * second);
    expect(bench.reads).toEqual([0, 2, 10, 30, 90]);
    expect(bench.watch.vitals.lastWake?.cause).toBe('retry');
  });

  it('goes once push is offered again', async () => {
    bench.withoutPush();
    await bench.started();
    bench.webhook.live();
    bench.endpoint = bench.offered;
    await bench.pass(10 * minute);
    expect(bench.webhook.heard).toEqual(['hold', 'release']);
    expect(bench.watch.connection).toMatchObject({ via: 'library' });
  });

  it('waits a quarter of an hour for a push service that cannot be reached', async () => {
    await bench.started();
    bench.net.meet = (socket) => socket.fail('net::ERR_CONNECTION_REFUSED');
    bench.net.last.drop();
    await bench.pass(14 * minute);
    expect(bench.webhook.heard).toEqual([]);
    await bench.pass(2 * minute);
    expect(bench.webhook.heard).toEqual(['hold']);
  });

  it('is of no use while there is no network, and waits anew once there is', async () => {
    await bench.started();
    bench.net.meet = (socket) => socket.fail('net::ERR_INTERNET_DISCONNECTED');
    bench.endpoint = () => failure('no-network');
    bench.net.last.drop();
    await bench.pass(60 * minute);
    expect(bench.webhook.heard).toEqual([]);
    bench.endpoint = bench.offered;
    await bench.pass(12 * minute);
    expect(bench.webhook.heard).toEqual([]);
    await bench.pass(10 * minute);
    expect(bench.webhook.heard).toEqual(['hold']);
  });

  it('waits a minute for one that refuses', async () => {
    await bench.started();
    bench.net.meet = (socket) => socket.refuse(403);
    bench.net.last.drop();
    await bench.pass(50 * second);
    expect(bench.webhook.heard).toEqual([]);
    await bench.pass(minute);
    expect(bench.webhook.heard).toEqual(['hold']);
  });

  it('what it lacks is said, for that can be mended', async () => {
    bench.withoutPush();
    await bench.started();
    bench.webhook.say({ state: 'down', reason: 'webhook-unreached' });
    expect(bench.state()).toBe('polling webhook-unreached');
    expect(bench.watch.vitals.lastFailure).toMatchObject({ of: 'webhook' });
    bench.webhook.say({ state: 'down', reason: 'microsoft-down' });
    expect(bench.state()).toBe(notOffered);
  });

  it('ends with the watch, and with the wish', async () => {
    bench.withoutPush();
    await bench.started();
    bench.webhook.live();
    expect(bench.state()).toBe('live');
    bench.webhook.wished = 'off';
    bench.watch.follow();
    expect([bench.state(), bench.webhook.heard]).toEqual([notOffered, ['hold', 'release']]);
    bench.webhook.wished = 'fallback';
    bench.watch.follow();
    bench.watch.stop();
    expect(bench.webhook.heard).toEqual(['hold', 'release', 'hold', 'release']);
  });
});

describe('where it comes first', () => {
  beforeEach(() => {
    bench.webhook.wished = 'first';
  });

  it('no socket is opened while it is there', async () => {
    await bench.started();
    bench.webhook.live();
    await bench.pass(minute);
    expect([bench.state(), bench.net.sockets.length]).toEqual(['live', 0]);
    expect(bench.watch.needsSocket).toBe(false);
    bench.webhook.say({ state: 'down', reason: 'webhook-unreached' });
    expect(bench.watch.needsSocket).toBe(true);
  });

  it('push helps out while it is down, and goes when it is back', async () => {
    await bench.started();
    bench.webhook.say({ state: 'down', reason: 'webhook-unreached' });
    await bench.pass(minute);
    expect(bench.watch.connection).toMatchObject({ via: 'library' });
    bench.webhook.live();
    await bench.pass(minute);
    expect([bench.watch.connection?.via, bench.net.open.length]).toEqual(['webhook', 0]);
  });

  it('and push is down as well, it says why it is itself', async () => {
    bench.withoutPush();
    await bench.started();
    bench.webhook.say({ state: 'down', reason: 'webhook-port-taken' });
    await bench.pass(minute);
    expect(bench.state()).toBe('polling webhook-port-taken');
  });

  it('is in doubt where a poll finds what it has not told', async () => {
    await bench.started();
    bench.webhook.live();
    await bench.pass(10 * minute);
    expect(bench.webhook.heard).toEqual(['hold']);
    bench.delta = bench.something;
    await bench.pass(20 * minute);
    expect(bench.webhook.heard).toContain('again');
  });

  it('and tells nothing after it was made anew, push takes its place until it tells again', async () => {
    await bench.started();
    bench.webhook.live();
    bench.delta = bench.something;
    await bench.pass(60 * minute);
    expect(bench.webhook.heard).toEqual(['hold', 'again']);
    expect([bench.state(), bench.watch.connection?.via]).toEqual(['live', 'library']);
    bench.webhook.holder?.onWake('webhook');
    await bench.pass(0);
    expect([bench.state(), bench.watch.connection?.via]).toEqual(['live', 'webhook']);
  });

  it('is looked after as after sleep', async () => {
    await bench.started();
    bench.webhook.live();
    bench.watch.refresh('resume');
    expect(bench.webhook.heard).toEqual(['hold', 'again']);
  });
});

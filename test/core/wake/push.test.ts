import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../src/core/graph/graph.ts';
import { life, minute, PushBench } from '../support/push-bench.ts';
import {
  answering,
  pingInterval,
  pingTimeout,
  type PushSocket,
  welcome,
} from '../support/push-net.ts';

let bench: PushBench;

beforeEach(() => {
  bench = new PushBench();
});

afterEach(() => bench.end());

describe('a push line', () => {
  it('joins the namespace its URL names, by websocket alone, and wakes the drive once', async () => {
    bench.push.start();
    await bench.pass(0);
    expect(bench.graph.asked).toEqual(['/drives/drive-1/root/subscriptions/socketIo']);
    expect(bench.net.sockets).toHaveLength(1);
    const { url, heard: frames } = bench.net.last;
    expect(`${url.protocol}//${url.host}${url.pathname}`).toBe(
      'wss://westeurope1-0.pushnp.svc.ms/socket.io/',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      token: 't1',
      applicationId: 'app',
      EIO: '4',
      transport: 'websocket',
    });
    expect(frames).toEqual(['40/notifications,']);
    expect(bench.heard).toEqual(['live', 'wake joined']);
    expect(bench.reached).toEqual([null]);
  });

  it.each([
    ['a string of JSON', `"{\\"value\\":[{\\"resource\\":\\"x\\"}]}"`],
    ['an object', '{"clientState":null}'],
    ['a string of anything', '"not json"'],
  ])('wakes the drive at a notification with %s', async (_what, argument) => {
    const socket = await bench.started();
    await bench.hear(socket, `42/notifications,["notification",${argument}]`);
    expect(bench.heard).toEqual(['wake push']);
  });

  it('wakes the drive at a notification without an argument', async () => {
    const socket = await bench.started();
    await bench.hear(socket, '42/notifications,["notification"]');
    expect(bench.heard).toEqual(['wake push']);
  });

  it('does not wake it at any other event', async () => {
    const socket = await bench.started();
    await bench.hear(socket, '42/notifications,["other",{}]');
    expect(bench.heard).toEqual([]);
  });

  it('wakes at an event of absurd size and stays', async () => {
    const socket = await bench.started();
    await bench.hear(socket, `42/notifications,["notification","${'x'.repeat(1024 * 1024)}"]`);
    await bench.hear(socket, '42/notifications,["notification"]');
    expect(bench.heard).toEqual(['wake push', 'wake push']);
  });

  it('answers pings', async () => {
    const socket = await bench.started();
    await bench.pass(2 * pingInterval);
    expect(socket.heard.filter((frame) => frame === '3')).toHaveLength(2);
    expect(bench.heard).toEqual([]);
  });

  it('never writes its URL into the log', async () => {
    const socket = await bench.started();
    await bench.hear(socket, '42/notifications,["notification","not json"]');
    socket.drop();
    await bench.pass(0);
    expect(bench.log.events).toContain('push-down');
    expect(bench.log.text()).not.toContain('t1');
    expect(bench.log.text()).not.toContain('svc.ms');
  });
});

describe('a renewal', () => {
  const ahead = 2 * minute;

  it('joins the new line before the old one goes, then wakes the drive', async () => {
    const old = await bench.started();
    const overlap: boolean[] = [];
    bench.net.meet = (socket) => {
      overlap.push(old.isOpen);
      welcome(socket);
    };
    await bench.pass(life - ahead);
    expect(bench.graph.asked).toHaveLength(2);
    expect(overlap).toEqual([true]);
    expect([old.isClosed, bench.net.last.isOpen]).toEqual([true, true]);
    expect(bench.net.last.url.searchParams.get('token')).toBe('t2');
    expect(bench.heard).toEqual(['live', 'wake joined']);
  });

  it('loses no notification that comes to the old line meanwhile', async () => {
    const old = await bench.started();
    bench.net.meet = (socket) => {
      old.say('42/notifications,["notification"]');
      welcome(socket);
    };
    await bench.pass(life - ahead);
    expect(bench.heard).toEqual(['wake push', 'live', 'wake joined']);
  });

  it('is repeated before each expiry', async () => {
    await bench.started();
    await bench.pass(3 * (life - ahead));
    expect(bench.graph.asked).toHaveLength(4);
    expect(bench.net.open).toHaveLength(1);
  });

  it('comes half way through a short life', async () => {
    bench.graph.answer = () => bench.endpoint('/notifications', minute);
    await bench.started();
    await bench.pass(minute / 2 - 1);
    expect(bench.graph.asked).toHaveLength(1);
    await bench.pass(1);
    expect(bench.graph.asked).toHaveLength(2);
  });

  it('comes within a day, however long the service says the line will live', async () => {
    bench.graph.answer = () => bench.endpoint('/notifications', 60 * 24 * 60 * minute);
    await bench.started();
    await bench.pass(60 * minute);
    expect(bench.graph.asked).toHaveLength(1);
    await bench.pass(24 * 60 * minute);
    expect(bench.graph.asked).toHaveLength(2);
  });

  it.each<[string, () => void]>([
    ['Graph does not answer', () => (bench.graph.answer = () => failure('microsoft-down'))],
    ['the new line is refused', () => (bench.net.meet = (socket) => socket.refuse(503))],
  ])('keeps the old line when %s, and tries again after a minute', async (_what, fail) => {
    const old = await bench.started();
    fail();
    await bench.pass(life - ahead);
    expect(old.isOpen).toBe(true);
    await bench.hear(old, '42/notifications,["notification"]');
    // Live as before, to be renewed later than was said.
    expect(bench.heard).toEqual(['live', 'wake push']);

    bench.net.meet = welcome;
    bench.graph.answer = () => bench.endpoint();
    await bench.pass(minute + 1000);
    expect([old.isClosed, bench.net.open.length]).toEqual([true, 1]);
    expect(bench.heard).toEqual(['live', 'wake push', 'live', 'wake joined']);
  });

  it('that never works ends the line at its expiry', async () => {
    const old = await bench.started();
    bench.graph.answer = () => failure('microsoft-down');
    await bench.pass(life - 1);
    expect([old.isOpen, bench.heard]).toEqual([true, ['live', 'live']]);
    await bench.pass(1);
    expect([old.isClosed, bench.heard.at(-1)]).toEqual([true, 'down push-lost']);
  });
});

describe('the documented form of the URL, …/callback', () => {
  const knows = (known: string) =>
    answering((namespace) => [
      namespace === known
        ? `40${namespace},{"sid":"s"}`
        : `44${namespace},{"message":"Invalid namespace"}`,
    ]);

  it('joins the whole path where that is known', async () => {
    bench.graph.answer = () => bench.endpoint('/abc/callback');
    bench.net.meet = knows('/abc/callback');
    bench.push.start();
    await bench.pass(0);
    expect(bench.net.sockets.map((socket) => socket.heard)).toEqual([['40/abc/callback,']]);
    expect(bench.heard).toEqual(['live', 'wake joined']);
  });

  it('falls back on the path without it', async () => {
    bench.graph.answer = () => bench.endpoint('/abc/callback');
    bench.net.meet = knows('/abc');
    bench.push.start();
    await bench.pass(0);
    expect(bench.net.sockets.map((socket) => socket.heard)).toEqual([
      ['40/abc/callback,'],
      ['40/abc,'],
    ]);
    expect(bench.net.open).toHaveLength(1);
    expect(bench.heard).toEqual(['live', 'wake joined']);
  });

  it('is the only one that falls back', async () => {
    bench.net.meet = knows('/other');
    bench.push.start();
    await bench.pass(500);
    expect(bench.net.sockets).toHaveLength(1);
    expect(bench.heard).toEqual(['down push-refused']);
  });
});

describe('a line that is lost', () => {
  const silence = (socket: PushSocket): void => socket.stopPinging();

  it.each<[string, (socket: PushSocket) => void, number, string]>([
    ['when the service throws us out', (socket) => socket.say('41/notifications,'), 0, 'push-lost'],
    ['when the connection breaks', (socket) => socket.drop(), 0, 'push-lost'],
    ['when pings stay out', silence, pingInterval + pingTimeout, 'push-silent'],
  ])('%s says so and comes back', async (_what, lose, afterMs, reason) => {
    const socket = await bench.started();
    lose(socket);
    if (afterMs > 0) {
      await bench.pass(afterMs - 1);
      expect(bench.heard).toEqual([]);
    }
    await bench.pass(1);
    expect(bench.heard).toEqual([`down ${reason}`]);
    await bench.pass(1000);
    expect(bench.heard).toEqual([`down ${reason}`, 'live', 'wake joined']);
    expect([socket.isClosed, bench.net.open.length, bench.graph.asked.length]).toEqual([
      true,
      1,
      2,
    ]);
  });

  it('again and again at once is not met at full speed', async () => {
    bench.net.meet = (socket) => {
      welcome(socket);
      setTimeout(() => socket.say('41/notifications,'), 100);
    };
    bench.push.start();
    await bench.pass(10 * minute);
    expect(bench.graph.asked.length).toBeLessThan(20);
  });
});

it('a line that is lost while its renewal is under way is noticed', async () => {
  const socket = await bench.started();
  bench.graph.answer = () => new Promise(() => undefined);
  await bench.pass(life - 2 * minute);
  socket.drop();
  await bench.pass(0);
  expect(bench.heard).toEqual(['down push-lost']);
  bench.graph.answer = () => bench.endpoint();
  await bench.pass(1000);
  expect(bench.heard.slice(-2)).toEqual(['live', 'wake joined']);
  expect(bench.net.open).toHaveLength(1);
});

it('a renewal that is not answered by the end of the endpoint is given up for another', async () => {
  await bench.started();
  bench.graph.answer = () => new Promise(() => undefined);
  await bench.pass(life - 1);
  expect(bench.heard).toEqual([]);
  bench.graph.answer = () => bench.endpoint();
  await bench.pass(2000);
  expect(bench.heard).toEqual(['down push-lost', 'live', 'wake joined']);
});

describe('a drive that may hold no socket', () => {
  it('says why and asks for none', async () => {
    bench.barred = 'too-many-drives';
    bench.push.start();
    await bench.pass(60 * minute);
    expect(new Set(bench.heard)).toEqual(new Set(['down too-many-drives']));
    expect(bench.graph.asked).toEqual([]);
  });

  it('takes one that becomes free at once when told, else within a quarter of an hour', async () => {
    bench.barred = 'too-many-drives';
    await bench.begun();
    bench.barred = null;
    bench.push.unbar();
    await bench.pass(0);
    expect(bench.heard).toEqual(['connecting', 'live', 'wake joined']);
    bench.barred = 'throttled';
    await bench.pass(life);
    expect([bench.heard.at(-1), bench.net.open]).toEqual(['down throttled', []]);
    bench.barred = null;
    await bench.pass(16 * minute);
    expect(bench.heard.slice(-2)).toEqual(['live', 'wake joined']);
  });

  it('and is told that it may goes on as it does where it has one', async () => {
    await bench.started();
    bench.push.unbar();
    await bench.pass(0);
    expect(bench.heard).toEqual([]);
  });
});

it('a renewal is followed by no reading where Microsoft asks us to slow down', async () => {
  await bench.started();
  bench.graph.pace.throttled();
  await bench.pass(life - 2 * minute);
  expect([bench.heard, bench.net.open.length]).toEqual([['live'], 1]);
});

describe('reconnect', () => {
  it('drops the line and connects anew at once', async () => {
    const old = await bench.started();
    bench.push.reconnect();
    await bench.pass(0);
    expect([old.isClosed, bench.net.open.length, bench.graph.asked.length]).toEqual([true, 1, 2]);
    expect(bench.heard).toEqual(['connecting', 'live', 'wake joined']);
  });

  it('ends a wait', async () => {
    bench.graph.answer = () => failure('refused');
    await bench.begun();
    bench.graph.answer = () => bench.endpoint();
    bench.push.reconnect();
    await bench.pass(0);
    expect(bench.heard).toEqual(['connecting', 'live', 'wake joined']);
  });

  it.each<[string, (socket: PushSocket) => void]>([
    ['a join', (socket) => socket.open()],
    ['an upgrade', () => undefined],
  ])('does not wait for %s under way', async (_what, meet) => {
    bench.net.meet = meet;
    const stuck = await bench.started();
    bench.net.meet = welcome;
    bench.push.reconnect();
    await bench.pass(0);
    expect([stuck.isClosed, bench.heard]).toEqual([true, ['connecting', 'live', 'wake joined']]);
  });
});

describe('stop', () => {
  it.each<[string, () => void]>([
    ['while joined', () => undefined],
    ['while a join is under way', () => (bench.net.meet = (socket) => socket.open())],
    ['while an upgrade is under way', () => (bench.net.meet = () => undefined)],
    ['while waiting', () => (bench.graph.answer = () => failure('no-network'))],
    ['while Graph is asked', () => (bench.graph.answer = () => new Promise(() => undefined))],
    ['after a refusal', () => (bench.net.meet = (socket) => socket.refuse(429))],
  ])('%s ends everything and tells nothing more', async (_what, arrange) => {
    arrange();
    await bench.begun();
    bench.push.stop();
    await bench.pass(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(bench.net.sockets.filter((socket) => !socket.isClosed)).toEqual([]);
    await bench.pass(10 * minute);
    expect(bench.heard).toEqual([]);
  });

  it('during a renewal closes both lines', async () => {
    await bench.started();
    bench.net.meet = (socket) => socket.open();
    await bench.pass(life - 2 * minute);
    expect(bench.net.open).toHaveLength(2);
    bench.push.stop();
    await bench.pass(0);
    expect([bench.net.open, vi.getTimerCount(), bench.heard]).toEqual([[], 0, []]);
  });
});

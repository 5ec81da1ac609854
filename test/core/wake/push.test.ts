import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { globalCloud } from '../../../src/core/hosts.ts';
import { Push } from '../../../src/core/wake/push.ts';
import { heardLog, type HeardLog, noon, timerClock } from '../support/doubles.ts';
import {
  pingInterval,
  pingTimeout,
  PushNet,
  type PushSocket,
  welcome,
} from '../support/push-net.ts';
import { answerOf, ScriptedGraph } from '../support/scripted-graph.ts';

const minute = 60_000;
const life = 30 * minute;

let net: PushNet;
let graph: ScriptedGraph;
let push: Push;
let log: HeardLog;
/** Wakes and states as they come, such as `live` and `down push-lost`. */
let heard: string[];
let reached: (string | null)[];

function endpoint(path = '/notifications', lifeMs = life): GraphAnswer {
  return answerOf({
    notificationUrl: `https://westeurope1-0.pushnp.svc.ms${path}?token=t${graph.asked.length}&applicationId=app`,
    expirationDateTime: new Date(Date.now() + lifeMs).toISOString(),
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  net = new PushNet();
  graph = new ScriptedGraph(() => endpoint());
  log = heardLog();
  heard = [];
  reached = [];
  push = new Push({
    driveId: 'drive-1',
    graph,
    hosts: globalCloud,
    net,
    clock: timerClock,
    log,
    onWake: (cause) => heard.push(`wake ${cause}`),
    onState: (state) => heard.push('reason' in state ? `down ${state.reason}` : state.state),
    onGraph: (failed) => reached.push(failed?.code ?? null),
  });
});

afterEach(() => {
  push.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Frames are taken in a turn later than they come. */
async function hear(socket: PushSocket, frame: string): Promise<void> {
  socket.say(frame);
  await pass(0);
}

async function begun(): Promise<void> {
  push.start();
  await pass(0);
  heard.length = 0;
  reached.length = 0;
}

async function started(): Promise<PushSocket> {
  await begun();
  return net.last;
}

describe('a push line', () => {
  it('joins the namespace its URL names, by websocket alone, and wakes the drive once', async () => {
    push.start();
    await pass(0);
    expect(graph.asked).toEqual(['/drives/drive-1/root/subscriptions/socketIo']);
    expect(net.sockets).toHaveLength(1);
    const { url, heard: frames } = net.last;
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
    expect(heard).toEqual(['live', 'wake joined']);
    expect(reached).toEqual([null]);
  });

  it.each([
    ['a string of JSON', `"{\\"value\\":[{\\"resource\\":\\"x\\"}]}"`],
    ['an object', '{"clientState":null}'],
    ['a string of anything', '"not json"'],
  ])('wakes the drive at a notification with %s', async (_what, argument) => {
    const socket = await started();
    await hear(socket, `42/notifications,["notification",${argument}]`);
    expect(heard).toEqual(['wake push']);
  });

  it('wakes the drive at a notification without an argument', async () => {
    const socket = await started();
    await hear(socket, '42/notifications,["notification"]');
    expect(heard).toEqual(['wake push']);
  });

  it('does not wake it at any other event', async () => {
    const socket = await started();
    await hear(socket, '42/notifications,["other",{}]');
    expect(heard).toEqual([]);
  });

  it('drops a frame of absurd size and stays', async () => {
    const socket = await started();
    await hear(socket, `42/notifications,["notification","${'x'.repeat(1024 * 1024)}"]`);
    expect(heard).toEqual([]);
    await hear(socket, '42/notifications,["notification"]');
    expect(heard).toEqual(['wake push']);
  });

  it('answers pings', async () => {
    const socket = await started();
    await pass(2 * pingInterval);
    expect(socket.heard.filter((frame) => frame === '3')).toHaveLength(2);
    expect(heard).toEqual([]);
  });

  it('never writes its URL into the log', async () => {
    const socket = await started();
    await hear(socket, '42/notifications,["notification","not json"]');
    socket.drop();
    await pass(0);
    expect(log.events).toContain('push-down');
    expect(log.text()).not.toContain('t1');
    expect(log.text()).not.toContain('svc.ms');
  });
});

describe('a renewal', () => {
  const ahead = 2 * minute;

  it('joins the new line before the old one goes, then wakes the drive', async () => {
    const old = await started();
    const overlap: boolean[] = [];
    net.meet = (socket) => {
      overlap.push(old.isOpen);
      welcome(socket);
    };
    await pass(life - ahead);
    expect(graph.asked).toHaveLength(2);
    expect(overlap).toEqual([true]);
    expect([old.isClosed, net.last.isOpen]).toEqual([true, true]);
    expect(net.last.url.searchParams.get('token')).toBe('t2');
    expect(heard).toEqual(['wake joined']);
  });

  it('loses no notification that comes to the old line meanwhile', async () => {
    const old = await started();
    net.meet = (socket) => {
      old.say('42/notifications,["notification"]');
      welcome(socket);
    };
    await pass(life - ahead);
    expect(heard).toEqual(['wake push', 'wake joined']);
  });

  it('is repeated before each expiry', async () => {
    await started();
    await pass(3 * (life - ahead));
    expect(graph.asked).toHaveLength(4);
    expect(net.open).toHaveLength(1);
  });

  it('comes half way through a short life', async () => {
    graph.answer = () => endpoint('/notifications', minute);
    await started();
    await pass(minute / 2 - 1);
    expect(graph.asked).toHaveLength(1);
    await pass(1);
    expect(graph.asked).toHaveLength(2);
  });

  it('comes within a day, however long the service says the line will live', async () => {
    graph.answer = () => endpoint('/notifications', 60 * 24 * 60 * minute);
    await started();
    await pass(60 * minute);
    expect(graph.asked).toHaveLength(1);
    await pass(24 * 60 * minute);
    expect(graph.asked).toHaveLength(2);
  });

  it.each<[string, () => void]>([
    ['Graph does not answer', () => (graph.answer = () => failure('microsoft-down'))],
    ['the new line is refused', () => (net.meet = (socket) => socket.refuse(503))],
  ])('keeps the old line when %s, and tries again after a minute', async (_what, fail) => {
    const old = await started();
    fail();
    await pass(life - ahead);
    expect(old.isOpen).toBe(true);
    await hear(old, '42/notifications,["notification"]');
    expect(heard).toEqual(['wake push']);

    net.meet = welcome;
    graph.answer = () => endpoint();
    await pass(minute + 1000);
    expect([old.isClosed, net.open.length]).toEqual([true, 1]);
    expect(heard).toEqual(['wake push', 'wake joined']);
  });

  it('that never works ends the line at its expiry', async () => {
    const old = await started();
    graph.answer = () => failure('microsoft-down');
    await pass(life - 1);
    expect([old.isOpen, heard]).toEqual([true, []]);
    await pass(1);
    expect([old.isClosed, heard]).toEqual([true, ['down push-lost']]);
  });
});

describe('a connection that fails', () => {
  it.each<[string, (socket: PushSocket) => void, number, string]>([
    ['a join without an answer', (socket) => socket.open(), 10_000, 'push-silent'],
    ['an upgrade without an answer', () => undefined, 10_000, 'push-silent'],
    ['a refused upgrade', (socket) => socket.refuse(403), 1000, 'push-refused'],
    ['an upgrade refused for its token', (socket) => socket.refuse(401), 1000, 'push-refused'],
    ['a broken connection', (socket) => socket.drop(), 1000, 'push-lost'],
    [
      'a refused namespace',
      (socket) => {
        socket.onFrame = () => socket.say('44/notifications,{"message":"No"}');
        socket.open();
      },
      1000,
      'push-refused',
    ],
  ])('%s says so and tries again', async (_what, meet, withinMs, reason) => {
    net.meet = meet;
    push.start();
    await pass(withinMs);
    expect(heard[0]).toBe(`down ${reason}`);
    expect(heard).not.toContain('live');

    net.meet = welcome;
    await pass(5000);
    expect(heard.slice(-2)).toEqual(['live', 'wake joined']);
    expect(net.open).toHaveLength(1);
  });

  it('is met less and less often', async () => {
    net.meet = (socket) => socket.drop();
    push.start();
    await pass(10 * minute);
    const tries = graph.asked.length;
    await pass(10 * minute);
    expect(graph.asked.length - tries).toBe(10);
  });

  it.each([
    ['is not tried for five minutes', 'refused', 'push-not-offered', 5 * minute],
    ['is tried again soon', 'not-found', 'push-refused', 2000],
  ] as const)('an endpoint that %s after %s', async (_what, code, reason, waitMs) => {
    graph.answer = () => failure(code);
    push.start();
    await pass(waitMs - 1);
    expect([heard, reached, graph.asked.length]).toEqual([[`down ${reason}`], [null], 1]);
    await pass(1);
    expect(graph.asked).toHaveLength(2);
  });

  it('passes on that Graph cannot be asked, and waits longer than it says', async () => {
    graph.answer = () => failure('throttled', 7 * minute);
    push.start();
    await pass(7 * minute + 999);
    expect([heard, reached, graph.asked.length]).toEqual([['down push-lost'], ['throttled'], 1]);
    await pass(1);
    expect(graph.asked).toHaveLength(2);
  });

  it('never connects to a host that is not the push service', async () => {
    graph.answer = () => answerOf({ notificationUrl: 'https://evil.example/notifications?t=1' });
    push.start();
    await pass(minute);
    expect(new Set(heard)).toEqual(new Set(['down endpoint-foreign-host']));
    expect(net.sockets).toEqual([]);
  });
});

describe('the documented form of the URL, …/callback', () => {
  function answering(namespace: string): (socket: PushSocket) => void {
    return (socket) => {
      socket.onFrame = (frame) => {
        const asked = frame.slice(2, -1);
        socket.say(
          asked === namespace
            ? `40${asked},{"sid":"s"}`
            : `44${asked},{"message":"Invalid namespace"}`,
        );
      };
      socket.open();
    };
  }

  it('joins the whole path where that is known', async () => {
    graph.answer = () => endpoint('/abc/callback');
    net.meet = answering('/abc/callback');
    push.start();
    await pass(0);
    expect(net.sockets.map((socket) => socket.heard)).toEqual([['40/abc/callback,']]);
    expect(heard).toEqual(['live', 'wake joined']);
  });

  it('falls back on the path without it', async () => {
    graph.answer = () => endpoint('/abc/callback');
    net.meet = answering('/abc');
    push.start();
    await pass(0);
    expect(net.sockets.map((socket) => socket.heard)).toEqual([['40/abc/callback,'], ['40/abc,']]);
    expect(net.open).toHaveLength(1);
    expect(heard).toEqual(['live', 'wake joined']);
  });

  it('is the only one that falls back', async () => {
    net.meet = answering('/other');
    push.start();
    await pass(500);
    expect(net.sockets).toHaveLength(1);
    expect(heard).toEqual(['down push-refused']);
  });
});

describe('a line that is lost', () => {
  it.each<[string, (socket: PushSocket) => void, number]>([
    ['when the service throws us out', (socket) => socket.say('41/notifications,'), 0],
    ['when the connection breaks', (socket) => socket.drop(), 0],
    ['when pings stay out', (socket) => socket.stopPinging(), pingInterval + pingTimeout],
  ])('%s says so and comes back', async (_what, lose, afterMs) => {
    const socket = await started();
    lose(socket);
    if (afterMs > 0) {
      await pass(afterMs - 1);
      expect(heard).toEqual([]);
    }
    await pass(1);
    expect(heard).toEqual(['down push-lost']);
    await pass(1000);
    expect(heard).toEqual(['down push-lost', 'live', 'wake joined']);
    expect([socket.isClosed, net.open.length, graph.asked.length]).toEqual([true, 1, 2]);
  });

  it('again and again at once is not met at full speed', async () => {
    net.meet = (socket) => {
      welcome(socket);
      setTimeout(() => socket.say('41/notifications,'), 100);
    };
    push.start();
    await pass(10 * minute);
    expect(graph.asked.length).toBeLessThan(20);
  });
});

describe('reconnect', () => {
  it('drops the line and connects anew at once', async () => {
    const old = await started();
    push.reconnect();
    await pass(0);
    expect([old.isClosed, net.open.length, graph.asked.length]).toEqual([true, 1, 2]);
    expect(heard).toEqual(['live', 'wake joined']);
  });

  it('ends a wait', async () => {
    graph.answer = () => failure('refused');
    await begun();
    graph.answer = () => endpoint();
    push.reconnect();
    await pass(0);
    expect(heard).toEqual(['live', 'wake joined']);
  });

  it.each<[string, (socket: PushSocket) => void]>([
    ['a join', (socket) => socket.open()],
    ['an upgrade', () => undefined],
  ])('does not wait for %s under way', async (_what, meet) => {
    net.meet = meet;
    const stuck = await started();
    net.meet = welcome;
    push.reconnect();
    await pass(0);
    expect([stuck.isClosed, heard]).toEqual([true, ['live', 'wake joined']]);
  });
});

describe('stop', () => {
  it.each<[string, () => void]>([
    ['while joined', () => undefined],
    ['while a join is under way', () => (net.meet = (socket) => socket.open())],
    ['while an upgrade is under way', () => (net.meet = () => undefined)],
    ['while waiting', () => (graph.answer = () => failure('no-network'))],
    ['while Graph is asked', () => (graph.answer = () => new Promise(() => undefined))],
    ['after a refusal', () => (net.meet = (socket) => socket.refuse(429))],
  ])('%s ends everything and tells nothing more', async (_what, arrange) => {
    arrange();
    await begun();
    push.stop();
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(net.sockets.filter((socket) => !socket.isClosed)).toEqual([]);
    await pass(10 * minute);
    expect(heard).toEqual([]);
  });

  it('during a renewal closes both lines', async () => {
    await started();
    net.meet = (socket) => socket.open();
    await pass(life - 2 * minute);
    expect(net.open).toHaveLength(2);
    push.stop();
    await pass(0);
    expect([net.open, vi.getTimerCount(), heard]).toEqual([[], 0, []]);
  });
});

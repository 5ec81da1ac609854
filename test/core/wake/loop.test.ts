import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { host, LineBench, search } from '../support/push-lines.ts';
import { answering, pingInterval, pingTimeout, type PushSocket } from '../support/push-net.ts';

let bench: LineBench;

beforeEach(() => {
  bench = new LineBench();
});

afterEach(() => bench.end());

/** What EIO=4 gets; EIO=3 is taken in as old servers do it. */
function oldUnless(meet: (socket: PushSocket) => void): (socket: PushSocket) => void {
  return (socket) => (protocolOf(socket) === 3 ? oldServer : meet)(socket);
}

/** Its own `40` comes unasked; the client is the one to ping. */
function oldServer(socket: PushSocket): void {
  answering((namespace) => (namespace === '/' ? [] : [`40${namespace},`]))(socket);
  socket.stopPinging();
  socket.say('40');
}

function protocolOf(socket: PushSocket): number {
  return Number(socket.url.searchParams.get('EIO'));
}

function answerPings(socket: PushSocket): void {
  const { onFrame } = socket;
  socket.onFrame = (frame) => (frame === '2' ? socket.say('3') : onFrame(frame));
}

describe('a join by the loop', () => {
  it('asks for the default namespace, then for the one that the URL names', async () => {
    const socket = await bench.joined('loop');
    expect(socket.url.href).toBe(`wss://${host}/socket.io/${search}&EIO=4&transport=websocket`);
    expect(socket.heard).toEqual(['40', '40/notifications']);
  });

  it('says nothing before the open packet', async () => {
    bench.net.meet = (socket) => void (socket.isOpen = true);
    await bench.begin('loop');
    expect(bench.net.last.heard).toEqual([]);
  });

  it.each([
    ['40{"sid":"d"}', '40/notifications,{"sid":"s"}'],
    ['40{"sid":"d"}', '40/notifications{"sid":"s"}'],
    ['40{"sid":"d"}', '40/notifications,'],
    ['40{"sid":"d"}', '40/notifications'],
    ['40', '40/notifications,{"sid":"s"}'],
    ['44{"message":"Invalid namespace"}', '40/notifications,{"sid":"s"}'],
    ['44', '40/notifications'],
    ['41', '40/notifications'],
    ['2', '40/notifications'],
  ])('takes %s and %s', async (first, second) => {
    bench.net.meet = answering((namespace) => [namespace === '/' ? first : second]);
    await bench.joined('loop');
    expect(bench.net.sockets).toHaveLength(1);
    await bench.pass(3 * pingInterval);
    expect(bench.lost).toBeNull();
  });

  it('takes the default namespace for an answer only where that is meant', async () => {
    bench.net.meet = answering(() => ['40{"sid":"d"}']);
    await bench.begin('loop');
    expect(bench.outcome).toBeNull();
    bench.abort.abort();
    await bench.begin('loop', '/');
    expect(bench.net.last.heard).toEqual(['40']);
  });

  it('that is joined loses its line by a bare 41, too', async () => {
    await bench.joined('loop');
    await bench.hear('41');
    expect(bench.lost).toBe('push-lost');
  });

  it('that is joined does not care for a no to the default namespace', async () => {
    await bench.joined('loop');
    await bench.hear('44{"message":"No"}');
    await bench.hear('41/others,');
    expect(bench.lost).toBeNull();
  });

  it('ends where pings stay out before an answer', async () => {
    bench.net.meet = (socket) => {
      socket.open('0{"pingInterval":1000,"pingTimeout":1000}');
      socket.stopPinging();
    };
    await bench.begin('loop');
    await bench.pass(2000);
    expect([bench.outcome, vi.getTimerCount()]).toEqual(['push-silent unanswered', 0]);
  });
});

describe('the other protocol', () => {
  it.each<[string, (socket: PushSocket) => void]>([
    ['is refused with 400', (socket) => socket.refuse(400)],
    [
      'is closed at once',
      (socket) => {
        socket.open();
        socket.drop(1002);
      },
    ],
    [
      'is ended by 1',
      (socket) => {
        socket.open();
        socket.say('1');
      },
    ],
    ['is taken in without sids', oldServer],
  ])('is tried where the first %s', async (_what, meet) => {
    bench.net.meet = oldUnless(meet);
    await bench.begin('loop');
    expect([bench.outcome, bench.net.sockets.map(protocolOf)]).toEqual(['joined loop 3', [4, 3]]);
    expect(bench.net.open).toHaveLength(1);
    expect(bench.net.last.heard).toEqual(['40', `40/notifications${search},`]);
  });

  it('is tried where old answers came, but none to the join', async () => {
    bench.net.meet = oldUnless(answering((namespace) => (namespace === '/' ? ['40'] : [])));
    await bench.begin('loop');
    await bench.pass(10_000);
    expect([bench.outcome, bench.net.open.length]).toEqual(['joined loop 3', 1]);
  });

  it('is 4 where 3 is refused', async () => {
    const { meet } = bench.net;
    bench.net.meet = (socket) => {
      if (protocolOf(socket) === 3) socket.refuse(400);
      else meet(socket);
    };
    await bench.begin('loop', '/notifications', 3);
    expect([bench.outcome, bench.net.sockets.map(protocolOf)]).toEqual(['joined loop 4', [3, 4]]);
  });

  it('leaves the line there is where it is refused itself', async () => {
    bench.net.meet = (socket) => {
      if (protocolOf(socket) === 3) socket.refuse(400);
      else answering((namespace) => [`40${namespace === '/' ? '' : namespace}`])(socket);
    };
    await bench.begin('loop');
    expect([bench.outcome, bench.net.open.map(protocolOf)]).toEqual(['joined loop 4', [4]]);
    await bench.pass(3 * pingInterval);
    expect(bench.lost).toBeNull();
  });

  it('tells why it failed, and what the first one showed', async () => {
    bench.net.meet = (socket) => socket.refuse(protocolOf(socket) === 3 ? 403 : 400);
    await bench.begin('loop');
    expect(bench.outcome).toBe('push-refused foreign');
    const unknown = answering((namespace) => [`44${namespace},"Invalid namespace"`]);
    bench.net.meet = (socket) => {
      if (protocolOf(socket) === 3) unknown(socket);
      else socket.refuse(400);
    };
    await bench.begin('loop');
    expect(bench.outcome).toBe('push-refused namespace');
  });

  it.each<[string, (socket: PushSocket) => void, number]>([
    ['refusals', (socket) => socket.refuse(403), 0],
    ['a broken connection', (socket) => socket.drop(), 0],
    ['an upgrade without an answer', () => undefined, 10_000],
    ['a join without an answer', (socket) => socket.open(), 10_000],
  ])('is not tried for %s', async (_what, meet, afterMs) => {
    bench.net.meet = meet;
    await bench.begin('loop');
    await bench.pass(afterMs);
    expect([bench.outcome === null, bench.net.sockets.length]).toEqual([false, 1]);
  });

  it('is not tried any more once the join is given up', async () => {
    bench.net.meet = answering((namespace) => (namespace === '/' ? ['40'] : []));
    await bench.begin('loop');
    bench.abort.abort();
    await bench.pass(0);
    expect([bench.outcome, bench.net.sockets.length]).toEqual(['push-silent foreign', 1]);
  });
});

describe('a line in protocol 3', () => {
  beforeEach(() => {
    bench.net.meet = oldServer;
  });

  it('pings, and lives while it is answered', async () => {
    const socket = await bench.joined('loop', 3);
    answerPings(socket);
    await bench.pass(4 * pingInterval + pingTimeout);
    expect(socket.heard.filter((frame) => frame === '2')).toHaveLength(4);
    expect(bench.lost).toBeNull();
    await bench.hear('42/notifications,["notification"]');
    expect(bench.wakes).toBe(1);
  });

  it('is lost when a ping is not answered in time', async () => {
    const socket = await bench.joined('loop', 3);
    await bench.pass(pingInterval + pingTimeout - 1);
    expect([bench.lost, socket.heard.at(-1)]).toEqual([null, '2']);
    await bench.pass(1);
    expect([bench.lost, vi.getTimerCount()]).toEqual(['push-silent', 0]);
  });

  it('is not kept waiting by pings that follow faster than answers are due', async () => {
    const openPacket = '0{"pingInterval":1000,"pingTimeout":5000}';
    bench.net.meet = answering((namespace) => [`40${namespace},`], openPacket);
    await bench.joined('loop', 3);
    await bench.pass(5999);
    expect(bench.lost).toBeNull();
    await bench.pass(1);
    expect([bench.lost, vi.getTimerCount()]).toEqual(['push-silent', 0]);
  });

  it('answers a ping all the same', async () => {
    const socket = await bench.joined('loop', 3);
    await bench.hear('2');
    expect(socket.heard.at(-1)).toBe('3');
  });
});

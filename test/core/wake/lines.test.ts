import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineBench } from '../support/push-lines.ts';
import { answering, pingInterval, pingTimeout, type PushSocket } from '../support/push-net.ts';

let bench: LineBench;

beforeEach(() => {
  bench = new LineBench();
});

afterEach(() => bench.end());

const opened =
  (frame: string) =>
  (socket: PushSocket): void => {
    socket.open();
    socket.say(frame);
  };

const closed =
  (code: number) =>
  (socket: PushSocket): void => {
    socket.open();
    socket.drop(code);
  };

describe.each(['library', 'loop'] as const)('a line by the %s', (via) => {
  it.each([
    ['a string of JSON', '42/notifications,["notification","{\\"value\\":[]}"]'],
    ['an object', '42/notifications,["notification",{"clientState":null}]'],
    ['nothing', '42/notifications,["notification"]'],
    ['two arguments', '42/notifications,["notification",{},2]'],
    ['a wish for an acknowledgement', '42/notifications,1["notification",{}]'],
    ['binary parts', '451-/notifications,["notification",{"_placeholder":true,"num":0}]'],
    ['the default namespace', '42["notification",{}]'],
    ['the default namespace and nothing', '42["notification"]'],
  ])('wakes at a notification with %s', async (_what, frame) => {
    const socket = await bench.joined(via);
    await bench.hear(frame);
    expect([bench.wakes, bench.lost, socket.isOpen]).toEqual([1, null, true]);
    expect(bench.log.events).toEqual([]);
  });

  it('wakes at one with broken JSON, and notes it without a word of it', async () => {
    await bench.joined(via);
    await bench.hear('42/notifications,["notification","secret-2 {"]');
    expect([bench.wakes, bench.log.events]).toEqual([1, ['push-event-not-json']]);
    expect(bench.log.text()).not.toContain('secret');
  });

  it.each([
    ['another event', '42/notifications,["other",{}]'],
    ['another on the default namespace', '42["other",{}]'],
    ['one in a namespace of others', '42/others,["notification",{}]'],
    [
      'one of theirs with binary parts',
      '451-/others,["notification",{"_placeholder":true,"num":0}]',
    ],
    ['one of theirs of absurd size', `42/others,["notification","${'x'.repeat(1024 * 1024)}"]`],
    ['an answer to nothing', '43/notifications,1[]'],
    ['a frame of no kind', '6'],
  ])('does not wake at %s, and stays', async (_what, frame) => {
    await bench.joined(via);
    await bench.hear(frame);
    expect([bench.wakes, bench.lost]).toEqual([0, null]);
    await bench.hear('42/notifications,["notification"]');
    expect(bench.wakes).toBe(1);
  });

  it.each([
    '42/notifications,',
    '42',
    '42/notifications,[]',
    '42/notifications,{',
    '45/notifications,',
    '451-/notifications,["notification"',
    '43/notifications,',
    '0',
    '0{',
  ])('bears whatever is said to it once joined: %j', async (frame) => {
    await bench.joined(via);
    await bench.hear(frame);
    await bench.hear('42/notifications,["notification"]');
    await bench.pass(0);
    expect([bench.lost, bench.wakes > 0]).toEqual([null, true]);
  });

  it.each(['44/notifications,', '44/notifications', '44/notifications,null', '44/notifications,3'])(
    'is ended, but nothing else, by a refusal that says nothing: %j',
    async (frame) => {
      await bench.joined(via);
      await bench.hear(frame);
      await bench.pass(0);
      expect(bench.lost).toMatch(/^push-/);
    },
  );

  it.each(['44/notifications,', '44/notifications', '44/notifications,null'])(
    'answered by a refusal that says nothing is not joined: %j',
    async (frame) => {
      bench.net.meet = opened(frame);
      await bench.begin(via);
      await bench.pass(0);
      expect(bench.outcome).toMatch(/^push-refused/);
    },
  );

  it('thrown out of the default namespace is lost', async () => {
    await bench.joined(via);
    await bench.hear('41');
    await bench.pass(0);
    expect(bench.lost).toBe('push-lost');
  });

  it.each<[string, (socket: PushSocket) => void, string]>([
    ['1', (socket) => socket.say('1'), 'push-lost'],
    ['41', (socket) => socket.say('41/notifications,'), 'push-lost'],
    ['44', (socket) => socket.say('44/notifications,{"message":"m"}'), 'push-refused'],
    ['a clean close', (socket) => socket.drop(1000), 'push-lost'],
    ['going away', (socket) => socket.drop(1001), 'push-lost'],
    ['a reset', (socket) => socket.drop(1006), 'push-lost'],
    ['an error', (socket) => socket.fail(''), 'push-lost'],
  ])('is lost at once by %s', async (_what, end, reason) => {
    const socket = await bench.joined(via);
    end(socket);
    await bench.pass(0);
    expect(bench.lost).toBe(reason);
    bench.close();
    await bench.pass(0);
    expect([socket.isClosed, vi.getTimerCount()]).toEqual([true, 0]);
  });

  it('answers pings, and is lost when they stay out for as long as was agreed', async () => {
    const socket = await bench.joined(via);
    await bench.pass(3 * pingInterval);
    expect(socket.heard.filter((frame) => frame === '3')).toHaveLength(3);
    socket.stopPinging();
    await bench.pass(pingInterval + pingTimeout - 1);
    expect(bench.lost).toBeNull();
    await bench.pass(1);
    expect(bench.lost).toBe('push-silent');
  });

  it.each(['0', '0null', '0{"sid":', '0{"pingInterval":"x","pingTimeout":-5}'])(
    'takes usual times where the open packet is %s',
    async (openPacket) => {
      const meet = answering((namespace) => [`40${namespace},{"sid":"s"}`], openPacket);
      bench.net.meet = (socket) => {
        meet(socket);
        socket.stopPinging();
      };
      await bench.joined(via);
      await bench.pass(85_000 - 1);
      expect(bench.lost).toBeNull();
      await bench.pass(1);
      expect(bench.lost).toBe('push-silent');
    },
  );

  it('takes a second open packet for nothing new', async () => {
    const socket = await bench.joined(via);
    const before = socket.heard.length;
    await bench.hear('0{"sid":"e2","pingInterval":100,"pingTimeout":100}');
    await bench.pass(pingInterval - 1);
    expect([bench.lost, socket.heard.length]).toEqual([null, before]);
  });

  it('loses its socket where it was refused later, whoever closes it', async () => {
    const socket = await bench.joined(via);
    await bench.hear('44/notifications,{"message":"m"}');
    expect([socket.isClosed, vi.getTimerCount()]).toEqual([true, 0]);
  });

  it('once closed hears nothing more, and leaves nothing running', async () => {
    const socket = await bench.joined(via);
    bench.close();
    socket.say('42/notifications,["notification"]');
    socket.say('42["notification"]');
    await bench.pass(0);
    expect([bench.wakes, bench.lost, socket.isClosed]).toEqual([0, null, true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, (socket: PushSocket) => void, string]>([
    ['no upgrade', () => undefined, 'push-unreachable'],
    ['no open packet', (socket) => void (socket.isOpen = true), 'push-unreachable'],
    ['no answer', (socket) => socket.open(), 'push-silent'],
  ])('gives a join up while there is %s', async (_what, meet, outcome) => {
    bench.net.meet = meet;
    await bench.begin(via);
    bench.abort.abort();
    await bench.pass(0);
    const [reason] = bench.outcome?.split(' ') ?? [];
    expect([reason, bench.net.last.isClosed]).toEqual([outcome, true]);
    expect([vi.getTimerCount(), bench.net.sockets.length]).toEqual([0, 1]);
  });

  it.each<[string, (socket: PushSocket) => void, string]>([
    ['401', (socket) => socket.refuse(401), 'push-refused'],
    ['403', (socket) => socket.refuse(403), 'push-refused'],
    ['429', (socket) => socket.refuse(429), 'push-refused full'],
    ['503', (socket) => socket.refuse(503), 'push-refused'],
    ['nothing but an end', (socket) => socket.drop(), 'push-unreachable'],
    ['an end after the open packet', closed(1006), 'push-lost'],
    ['going away', closed(1001), 'push-lost'],
    ['a restart', closed(1012), 'push-lost'],
    ['a clean close', closed(1000), 'push-refused foreign'],
    ['1', opened('1'), 'push-refused foreign'],
    ['41', opened('41/notifications,'), 'push-refused foreign'],
    ['a no', opened('44/notifications,{"message":"No"}'), 'push-refused'],
    [
      'a no to the namespace',
      opened('44/notifications,{"message":"Invalid namespace"}'),
      'push-refused namespace',
    ],
  ])('answered by %s is not joined', async (_what, meet, outcome) => {
    bench.net.meet = meet;
    await bench.begin(via);
    expect([bench.outcome, bench.net.sockets[0]?.isClosed]).toEqual([outcome, true]);
    await bench.pass(0);
    expect([bench.net.last.isClosed, vi.getTimerCount()]).toEqual([true, 0]);
  });

  it.each(['1', '41/notifications,'])(
    'answered by %s is not joined, even if the service does not let go',
    async (frame) => {
      bench.net.meet = (socket) => {
        // Half open: what we say does not get through any more.
        socket.close = () => undefined;
        opened(frame)(socket);
        socket.stopPinging();
      };
      await bench.begin(via);
      expect(bench.outcome).toBe('push-refused foreign');
    },
  );

  it.each<[string, (socket: PushSocket) => void, string]>([
    ['an upgrade', () => undefined, 'push-unreachable'],
    ['an open packet', (socket) => void (socket.isOpen = true), 'push-unreachable'],
    ['a join', (socket) => socket.open(), 'push-silent unanswered'],
  ])('waits ten seconds for %s', async (_what, meet, outcome) => {
    bench.net.meet = meet;
    await bench.begin(via);
    await bench.pass(9999);
    expect(bench.outcome).toBeNull();
    await bench.pass(1);
    expect([bench.outcome, bench.net.last.isClosed]).toEqual([outcome, true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('survives a network that throws', async () => {
    bench.net.connect = () => {
      throw new SyntaxError('secret-1');
    };
    await bench.begin(via);
    expect([bench.outcome, vi.getTimerCount()]).toEqual(['push-unreachable', 0]);
  });
});

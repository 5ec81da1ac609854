import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { host, LineBench, search } from '../support/push-lines.ts';
import { answering, type PushSocket } from '../support/push-net.ts';

let bench: LineBench;

beforeEach(() => {
  bench = new LineBench();
});

afterEach(() => bench.end());

describe('a join by the library', () => {
  it('asks for the namespace that the URL names, and for nothing else', async () => {
    const socket = await bench.joined('library');
    expect(socket.url.href).toBe(`wss://${host}/socket.io/${search}&EIO=4&transport=websocket`);
    expect(socket.heard).toEqual(['40/notifications,']);
  });

  it.each<[string, (socket: PushSocket) => void, string]>([
    ['no sid', answering((namespace) => [`40${namespace}`]), 'push-refused foreign'],
    ['a text', answering((namespace) => [`44${namespace},"No"`]), 'push-refused foreign'],
    ['400', (socket) => socket.refuse(400), 'push-refused foreign'],
    ['what cannot be read', answering(() => ['4{']), 'push-refused foreign'],
  ])('answered by %s shows that it may not be understood', async (_what, meet, outcome) => {
    bench.net.meet = meet;
    await bench.begin('library');
    expect([bench.outcome, bench.net.sockets.length]).toEqual([outcome, 1]);
    await bench.pass(0);
    expect([bench.net.last.isClosed, vi.getTimerCount()]).toEqual([true, 0]);
  });

  it('loses its line by what cannot be read', async () => {
    const socket = await bench.joined('library');
    await bench.hear('4{');
    expect([bench.lost, socket.isClosed]).toEqual(['push-lost', true]);
  });

  it('leaves by telling the service', async () => {
    const socket = await bench.joined('library');
    bench.close();
    await bench.pass(0);
    expect([socket.heard.at(-1), socket.isClosed]).toEqual(['41/notifications,', true]);
  });
});

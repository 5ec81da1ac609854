import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BusUser, SessionBus, theBus } from '../../../src/main/linux/session-bus.ts';
import { NotificationDaemon } from '../../support/notification-daemon.ts';
import { startBroker, type TestBus } from '../../support/test-bus.ts';
import { quietLog } from '../support/quiet-log.ts';

const getId = { ...theBus, member: 'GetId' };
let dir: string;
let bus: SessionBus;
let heard: string[];
let address: string | null;
let testBus: TestBus | null;
let server: Server | null;
const sockets = new Set<Socket>();

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-bus-'));
  heard = [];
  address = null;
  testBus = null;
  server = null;
  bus = new SessionBus({ address: () => address, log: quietLog, firstRetryMs: 10 });
});

afterEach(async () => {
  bus.stop();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server?.close();
  await testBus?.stop();
  rmSync(dir, { recursive: true });
});

const user: BusUser = {
  rules: [],
  onBus: () => heard.push('on'),
  offBus: () => heard.push('off'),
  onSignal: () => undefined,
};
const until = (look: () => void): Promise<void> =>
  vi.waitFor(look, { timeout: 10_000, interval: 5 });

/** Something that listens where a bus would, and is none. */
async function impostor(answer: (socket: Socket) => void): Promise<void> {
  const path = join(dir, 'socket');
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    answer(socket);
  });
  server.listen(path);
  await once(server, 'listening');
  address = `unix:path=${path}`;
}

it('answers calls when it is there, and says when not', async () => {
  testBus = await startBroker();
  expect(await bus.call(getId)).toEqual({ ok: false, why: 'no-bus' });
  ({ address } = testBus);
  bus.use(user);
  await until(() => expect(heard).toEqual(['on']));
  expect(await bus.call(getId)).toEqual({ ok: true, values: [expect.any(String)] });
  expect(await bus.call({ ...theBus, member: 'NoSuchThing' })).toMatchObject({ ok: false });
});

it('welcomes who comes later', async () => {
  testBus = await startBroker();
  ({ address } = testBus);
  bus.use(user);
  await until(() => expect(heard).toEqual(['on']));
  bus.use({ ...user });
  expect(heard).toEqual(['on', 'on']);
});

it('gives up a call that is not answered', async () => {
  testBus = await startBroker();
  ({ address } = testBus);
  bus.use(user);
  await until(() => expect(heard).toEqual(['on']));
  await using daemon = await NotificationDaemon.start(testBus.address, { isSlow: true });
  const name = 'org.freedesktop.Notifications';
  const notify = { destination: name, path: '/org/freedesktop/Notifications', interface: name };
  const body = ['app', 0, '', 'title', '', [], [], -1];
  const call = { ...notify, member: 'Notify', signature: 'susssasa{sv}i', body };
  expect(await bus.call(call, 50)).toEqual({
    ok: false,
    why: 'org.freedesktop.DBus.Error.NoReply',
  });
  await until(() => expect(daemon.notified).toHaveLength(1));
});

it('refuses what cannot be sent, and goes on', async () => {
  testBus = await startBroker();
  ({ address } = testBus);
  bus.use(user);
  await until(() => expect(heard).toEqual(['on']));
  const bad = { ...theBus, member: 'GetNameOwner', signature: 'u', body: ['not a number'] };
  expect(await bus.call(bad)).toMatchObject({ ok: false });
  expect(await bus.call(getId)).toMatchObject({ ok: true });
});

describe('where there is no bus', () => {
  it.each([
    ['is no address', null],
    ['is nothing at the address', 'unix:path=/nowhere/bus'],
    ['is an address that nobody understands', 'carrier-pigeon:coop=7'],
    ['is an address without an end', 'unix:'],
  ])('as there %s, it says so, and finds it when it comes', async (_what, given) => {
    address = given;
    bus.use(user);
    expect(heard).toEqual([]);
    await until(() => expect(heard.slice(0, 2)).toEqual(['off', 'off']));
    testBus = await startBroker();
    ({ address } = testBus);
    await until(() => expect(heard.at(-1)).toBe('on'));
  });

  it.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.end()],
    ['refuses everybody', (socket) => socket.on('data', () => socket.write('REJECTED\r\n'))],
    ['talks nonsense', (socket) => socket.on('data', () => socket.write('\u0000\u0001?\r\n'))],
    [
      'lets in, then talks nonsense',
      (socket) =>
        socket.on('data', (data) =>
          socket.write(/AUTH/.test(String(data)) ? 'OK 12\r\n' : Buffer.alloc(64, 0xff)),
        ),
    ],
  ])('but something that %s, it says so', async (_what, answer) => {
    await impostor(answer);
    bus.use(user);
    await until(() => expect(heard).toContain('off'));
    expect(await bus.call(getId, 50)).toMatchObject({ ok: false });
  });

  it('but something that never answers, nobody waits for it', async () => {
    await impostor(() => undefined);
    bus.use(user);
    expect(await bus.call(getId)).toEqual({ ok: false, why: 'no-bus' });
    expect(heard).toEqual([]);
  });
});

it('fails what waits when the bus goes, and comes back with it', async () => {
  testBus = await startBroker();
  ({ address } = testBus);
  bus.use(user);
  await until(() => expect(heard).toEqual(['on']));
  await testBus.stop();
  await until(() => expect(heard.slice(0, 2)).toEqual(['on', 'off']));
  expect(await bus.call(getId)).toEqual({ ok: false, why: 'no-bus' });
  testBus = await startBroker();
  ({ address } = testBus);
  await until(() => expect(heard.at(-1)).toBe('on'));
});

it('is silent once it has been stopped', async () => {
  testBus = await startBroker();
  ({ address } = testBus);
  bus.use(user);
  await until(() => expect(heard).toEqual(['on']));
  bus.stop();
  expect(await bus.call(getId)).toEqual({ ok: false, why: 'no-bus' });
  await testBus.stop();
  expect(heard).toEqual(['on']);
});

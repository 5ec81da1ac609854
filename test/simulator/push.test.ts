import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Simulator } from './simulator.ts';
import { connect, endpointUrl, next } from './support/listening.ts';

let simulator: Simulator;
let sockets: Socket[];

beforeEach(async () => {
  sockets = [];
  simulator = await Simulator.start();
});

afterEach(async () => {
  for (const socket of sockets) socket.disconnect();
  await simulator.stop();
});

function open(url: string, timeoutMs?: number): Socket {
  const socket = connect(url, timeoutMs);
  sockets.push(socket);
  return socket;
}

async function join(drive: 'finance' | 'product' | 'personal' = 'finance'): Promise<Socket> {
  const socket = open(await endpointUrl(simulator, drive));
  await next(socket, 'connect');
  return socket;
}

async function refusal(url: string): Promise<string> {
  const [error] = (await next(open(url), 'connect_error')) as [Error & { description?: Error }];
  return error.description?.message ?? error.message;
}

/** From now on; lines that stand are lost. */
async function pingEvery(pingIntervalMs: number, pingTimeoutMs: number): Promise<void> {
  Object.assign(simulator.knobs, { pingIntervalMs, pingTimeoutMs });
  await simulator.push.kill();
  await simulator.push.revive();
}

/** Of the connection below the namespace. */
async function pings(socket: Socket, count: number): Promise<void> {
  await new Promise<void>((resolve) => {
    let seen = 0;
    socket.io.on('ping', () => {
      seen += 1;
      if (seen === count) resolve();
    });
  });
}

describe('a joined socket', () => {
  test('hears of changes in its own drive only, as observed', async () => {
    const [finance, product] = [await join('finance'), await join('product')];
    let stray = 0;
    product.on('notification', () => (stray += 1));
    const heard = next(finance, 'notification');
    simulator.drives.finance.edit('/Budget/Budget.xlsx');
    const [text] = await heard;
    const [entry] = (JSON.parse(String(text)) as { value: Record<string, string>[] }).value;
    expect(entry).toMatchObject({ siteUrl: '/sites/Finance' });
    expect(entry?.['expirationDateTime']).toMatch(/\.\d{7}Z$/);
    expect(stray).toBe(0);
    expect([simulator.push.sockets('finance'), simulator.push.sockets()]).toEqual([1, 2]);
  });

  test('hears it twice, in another shape, or not at all, as the knobs say', async () => {
    const socket = await join();
    const heard: unknown[][] = [];
    socket.on('notification', (...parts: unknown[]) => heard.push(parts));
    simulator.knobs.doubleEvents = 1;
    simulator.knobs.eventArgument = 'object';
    simulator.push.wake('finance');
    simulator.knobs.doubleEvents = 0;
    simulator.knobs.eventArgument = 'broken';
    simulator.push.wake('finance');
    simulator.knobs.events = false;
    simulator.drives.finance.edit('/Budget/Budget.xlsx');
    simulator.knobs.eventArgument = 'none';
    const last = next(socket, 'notification');
    simulator.push.wake('finance');
    await last;
    while (heard.length < 4) await next(socket, 'notification');
    expect(heard.map(([first]) => typeof first)).toEqual([
      'object',
      'object',
      'string',
      'undefined',
    ]);
    expect(() => JSON.parse(String(heard[2]?.[0])) as unknown).toThrow(SyntaxError);
  });

  test('is told 41 by a kick', async () => {
    const socket = await join();
    const gone = next(socket, 'disconnect');
    simulator.push.kick('finance');
    expect((await gone)[0]).toBe('io server disconnect');
    await simulator.push.untilSockets('finance', 0);
  });

  test.each(['clean', 'going-away', 'reset'] as const)('is closed: %s', async (how) => {
    const socket = await join();
    const gone = next(socket, 'disconnect');
    simulator.push.close(how);
    expect((await gone)[0]).toBe('transport close');
  });

  test('finds out by its pings that the service froze, or said 1 and no more', async () => {
    await pingEvery(100, 2_000);
    const [one, other] = [await join('finance'), await join('product')];
    const ended = [next(one, 'disconnect'), next(other, 'disconnect')];
    simulator.push.close('engine', 'product');
    simulator.push.freeze();
    expect((await Promise.all(ended)).map(([reason]) => reason)).toEqual([
      'ping timeout',
      'ping timeout',
    ]);
  });

  test('outlives its endpoint in silence, or as the knob says', async () => {
    simulator.knobs.endpointLifeSeconds = 2;
    simulator.knobs.onExpiry = 'kick';
    const url = await endpointUrl(simulator, 'finance');
    const socket = open(url);
    await next(socket, 'connect');
    expect((await next(socket, 'disconnect'))[0]).toBe('io server disconnect');
    expect(await refusal(url)).toContain('401');
  });
});

describe('the upgrade', () => {
  test('asks for a token it gave, and for the app it gave it to', async () => {
    const url = await endpointUrl(simulator, 'finance');
    expect(await refusal(url.replace(/token=\w+/, 'token=other'))).toContain('401');
    expect(await refusal(url.replace(/applicationId=\w+/, 'applicationId=other'))).toContain('401');
  });

  test('can be refused so many times', async () => {
    const url = await endpointUrl(simulator, 'finance');
    simulator.push.refuse(429, { times: 1, retryAfter: 7 });
    expect(await refusal(url)).toContain('429');
    await next(open(url), 'connect');
    simulator.push.refuse(503);
    expect(await refusal(url)).toContain('503');
    simulator.push.accept();
    await next(open(url), 'connect');
  });

  test('is all there is: polling is answered 400', async () => {
    const { origin, search } = new URL(await endpointUrl(simulator, 'finance'));
    const answer = await fetch(`${origin}/socket.io/${search}&EIO=4&transport=polling`);
    expect(answer.status).toBe(400);
  });

  test('is left hanging while the service is frozen', async () => {
    const url = await endpointUrl(simulator, 'finance');
    simulator.push.freeze();
    const socket = open(url, 500);
    expect(((await next(socket, 'connect_error'))[0] as Error).message).toBe('timeout');
  });
});

describe('joining', () => {
  test('takes either namespace of a callback URL, and one only', async () => {
    simulator.knobs.endpointForm = 'callback';
    const url = await endpointUrl(simulator, 'finance');
    expect(url).toContain('/zbaehwg/callback?snthgk=');
    await next(open(url), 'connect');
    expect(await refusal(url.replace('/callback', ''))).toBe('Invalid namespace');
    simulator.knobs.callbackNamespace = 'without-callback';
    expect(await refusal(url)).toBe('Invalid namespace');
    await next(open(url.replace('/callback', '')), 'connect');
  });

  test('can be refused, or answered as servers of version 2 do', async () => {
    simulator.knobs.join = 'refuse';
    expect(await refusal(await endpointUrl(simulator, 'finance'))).toBe('Not authorized');
    simulator.knobs.join = 'without-sid';
    expect(await refusal(await endpointUrl(simulator, 'finance'))).toContain('v2.x');
  });

  test('can be left without an answer, while the connection stands', async () => {
    simulator.knobs.join = 'silent';
    await pingEvery(100, 20_000);
    const socket = open(await endpointUrl(simulator, 'finance'));
    await pings(socket, 2);
    expect(socket.connected).toBe(false);
    expect(simulator.push.sockets('finance')).toBe(0);
  });
});

test('the service dies and returns on its port, with the same endpoints', async () => {
  const url = await endpointUrl(simulator, 'finance');
  const socket = open(url);
  await next(socket, 'connect');
  const gone = next(socket, 'disconnect');
  const { pushOrigin } = simulator;
  await simulator.push.kill();
  expect((await gone)[0]).toBe('transport close');
  expect(await refusal(url)).toContain('ECONNREFUSED');
  await simulator.push.revive();
  expect(simulator.pushOrigin).toBe(pushOrigin);
  const back = open(url);
  await next(back, 'connect');
  const heard = next(back, 'notification');
  simulator.drives.finance.edit('/Budget/Budget.xlsx');
  await heard;
});

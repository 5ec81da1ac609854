import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, request as httpRequest, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listener } from '../../../src/core/webhook/listener.ts';
import { deliveriesIn } from '../../../src/core/webhook/notification.ts';

let listener: Listener;
let heard: string[];
let asked: number;
let origin: string;

async function open(port: number): Promise<Awaited<ReturnType<typeof Listener.open>>> {
  return Listener.open({
    port,
    path: () => '/hook',
    onValidation: () => (asked += 1),
    onBody: (body) => {
      heard.push(Buffer.from(body).toString('latin1'));
      // As it is read in the app, but there nothing that throws gets out.
      deliveriesIn(body);
    },
  });
}

beforeEach(async () => {
  heard = [];
  asked = 0;
  const opened = await open(0);
  if (!opened.ok) throw new Error(opened.code);
  listener = opened.listener;
  origin = `http://127.0.0.1:${listener.port}`;
});

afterEach(() => listener.close());

const post = (path: string, body?: string): Promise<Response> =>
  fetch(`${origin}${path}`, { method: 'POST', ...(body === undefined ? {} : { body }) });

describe('a question whether it is us', () => {
  it('is answered as plain text that no browser takes for a page', async () => {
    const answer = await post('/hook?validationToken=%3Ch1%3EHi%3C%2Fh1%3E+%3a+there');
    expect([answer.status, await answer.text()]).toEqual([200, '<h1>Hi</h1> : there']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect([answer.headers.get('server'), answer.headers.get('x-powered-by')]).toEqual([
      null,
      null,
    ]);
    expect([asked, heard]).toEqual([1, []]);
  });
});

describe('a notification', () => {
  it('is answered before anything is done with it', async () => {
    const onSent = (message: unknown): void => {
      const { response } = message as { response: ServerResponse };
      heard.push(`sent ${response.statusCode}`);
    };
    subscribe('http.server.response.finish', onSent);
    try {
      const answer = await post('/hook', '{"value":[]}');
      expect([answer.status, await answer.text()]).toEqual([202, '']);
      await expect.poll(() => heard.length).toBe(2);
      expect(heard).toEqual(['sent 202', '{"value":[]}']);
    } finally {
      unsubscribe('http.server.response.finish', onSent);
    }
  });

  it('that is too long is refused and never read', async () => {
    const answer = await post('/hook', 'x'.repeat(256 * 1024 + 1));
    expect([answer.status, await answer.text()]).toEqual([413, '']);
    expect((await post('/hook', 'x'.repeat(256 * 1024))).status).toBe(202);
    await expect.poll(() => heard.length).toBe(1);
  });
});

describe('nothing else is served', () => {
  it.each(['/', '/hook/', '/hook/more', '/favicon.ico', '/..%2fhook'])('at %s', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await fetch(`${origin}${path}`, { method });
      expect([answer.status, await answer.text()]).toEqual([404, '']);
    }
    expect(heard).toEqual([]);
  });

  it('to another method', async () => {
    const answer = await fetch(`${origin}/hook?validationToken=a`);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('to what is no HTTP', async () => {
    const socket = connect(listener.port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', () => undefined);
    socket.write('\u0016\u0003\u0001 this is no request\r\n\r\n');
    await once(socket, 'close');
    expect(said).toBe('');
  });
});

it('is bound to 127.0.0.1 alone', async () => {
  const own = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  const outside = own.filter((one) => !one.internal && one.family === 'IPv4');
  // Only Linux has all of 127.0.0.0/8, and not every computer has IPv6.
  const inside = own.filter((one) => one.address === '::1');
  const hosts = [...outside, ...inside].map((one) => one.address);
  if (process.platform === 'linux') hosts.push('127.0.0.2');
  const said = hosts.map(async (host) => [host, await connecting(host)]);
  expect(await Promise.all(said)).toEqual(hosts.map((host) => [host, 'ECONNREFUSED']));
  expect((await post('/hook', '{}')).status).toBe(202);
});

async function connecting(host: string): Promise<string | undefined> {
  const socket = connect({ port: listener.port, host });
  try {
    await once(socket, 'connect');
    return 'connected';
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code;
  } finally {
    socket.destroy();
  }
}

it('a port that is taken is an answer', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  expect(await open(port)).toEqual({ ok: false, code: 'port-taken' });
  other.close();
  await once(other, 'close');
  const opened = await open(port);
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.listener.close();
});

it('ends at once, whoever is still speaking', async () => {
  const half = httpRequest(`${origin}/hook`, { method: 'POST', headers: { 'content-length': 10 } });
  half.on('error', () => undefined);
  half.write('half');
  await once(half, 'socket');
  await post('/hook', '{}');
  await listener.close();
  expect(heard.length).toBeLessThan(2);
});

interface Sent {
  readonly method: string;
  readonly target: string;
  readonly body: Buffer;
  readonly isChunked: boolean;
}

/** Unlike `fetch`, leaves the target as it is. */
function send({ method, target, body, isChunked }: Sent): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const headers = isChunked
      ? { 'transfer-encoding': 'chunked' }
      : { 'content-length': body.byteLength };
    const options = { method, path: target, headers, agent: false };
    const request = httpRequest(origin, options, (response) => {
      text(response).then((said) => resolve([response.statusCode, said]), reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const most = 256 * 1024;
const json = fc.oneof(
  fc.json(),
  fc.json().map((value) => `{"value":${value}}`),
  fc.json().map((x) => `{"value":[{"__proto__":${x},"subscriptionId":${x},"clientState":${x}}]}`),
);
const shortBody = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  fc
    .uint8Array({ maxLength: 50 })
    .map((bytes) => Buffer.concat([Buffer.from('{"value":["'), bytes, Buffer.from([0xc3, 0x22])])),
  json.map((one) => Buffer.from(one)),
);
// Hardly longer than is taken: an answer given while more is still coming may be lost.
const longBody = fc.oneof(
  fc.integer({ min: 1, max: most / 2 - 16 }).map((deep) => '['.repeat(deep) + ']'.repeat(deep)),
  fc.integer({ min: 1, max: most / 16 }).map((deep) => `{"value":[${'{"a":'.repeat(deep)}`),
  fc.integer({ min: 1, max: most / 4 }).map((count) => `{"value":[${'{},'.repeat(count)}0]}`),
  fc.integer({ min: -2, max: 2 }).map((more) => 'x'.repeat(most + more)),
);
const isUs = (token: string): string => `/hook?validationToken=${encodeURIComponent(token)}`;
const nearby = [
  '/hookX',
  '/hook/',
  '//hook',
  '/HOOK',
  '/hoo%6b',
  '/hook%00',
  '/hook;a',
  '/a/../hook',
];
const odd = [
  '*',
  '/hookX?validationToken=a',
  '/hook#',
  '/hook%3f',
  'http://127.0.0.1/hook',
  `/hook?${'x'.repeat(9000)}`,
];
const target = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('/hook', '/hook?', '/hook?key=1') },
  fc.constantFrom(...nearby, ...odd),
  fc.constantFrom(isUs(''), `${isUs('a')}&validationToken=b`, isUs('x'.repeat(2049))),
  fc.string({ unit: 'grapheme', minLength: 1 }).map(isUs),
  fc.webQueryParameters().map((query) => `/hook?${query}`),
  fc.webPath(),
);
const method = fc.oneof(
  { weight: 3, arbitrary: fc.constant('POST') },
  fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
);
const isChunked = fc.boolean();
const sent: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ method, target, body: shortBody, isChunked }) },
  fc.record({
    method: fc.constant('POST'),
    target: fc.constant('/hook'),
    body: longBody.map((one) => Buffer.from(one)),
    isChunked,
  }),
);
const tooLong: Sent = {
  method: 'POST',
  target: '/hook',
  body: Buffer.alloc(most + 1, 'x'),
  isChunked: false,
};

it('whatever is sent, it goes on, and says nothing of its own', async () => {
  const met = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(sent, async (one) => {
      [heard, asked] = [[], 0];
      const [status, said] = await send(one);
      met.add(status);
      const [path = ''] = one.target.split('?', 1);
      const token = new URLSearchParams(one.target.slice(path.length)).get('validationToken');
      const isTooLong = one.body.byteLength > most;
      expect([200, 404, isTooLong ? 413 : 202]).toContain(status);
      if (status !== 404) expect([one.method, path]).toEqual(['POST', '/hook']);
      expect(said).toBe(status === 200 ? token : '');
      expect(asked).toBe(status === 200 ? 1 : 0);
      const bodies = status === 202 ? [one.body.toString('latin1')] : [];
      await expect.poll(() => heard, { interval: 1 }).toEqual(bodies);
    }),
    // Once in some hundred runs of this test, chance brings none that is too long.
    { numRuns: 300, examples: [[tooLong]] },
  );
  expect(met).toEqual(new Set([200, 202, 404, 413]));
  expect((await post('/hook', '{}')).status).toBe(202);
}, 120_000);

import dns from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loopbackPost } from '../../src/main/local-post.ts';

type Answer = (response: ServerResponse) => void;

let server: Server;
let url: string;
let asked: { method: string; path: string; type: string; body: string }[];
let answer: Answer;
let stop: AbortController;

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url: path = '', headers } = request;
  asked.push({ method, path, type: headers['content-type'] ?? '', body: await read(request) });
  answer(response);
}

beforeEach(async () => {
  asked = [];
  answer = (response) => response.end('thanks');
  stop = new AbortController();
  server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterEach(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

const post = (path = '/', json = '{}') =>
  loopbackPost().post(`${url}${path}`, json, { signal: stop.signal });

it('tells the server, as JSON', async () => {
  const json = JSON.stringify({ name: 'Übersicht.xlsx' });
  expect(await post('/changes?x=1', json)).toEqual({
    how: 'answer',
    status: 200,
    output: 'thanks',
  });
  expect(asked).toEqual([
    { method: 'POST', path: '/changes?x=1', type: 'application/json', body: json },
  ]);
});

it('finds it under its name', async () => {
  url = url.replace('127.0.0.1', 'localhost');
  expect(await post()).toMatchObject({ status: 200 });
});

it('finds it at the first of two addresses, though this program is held up meanwhile', async () => {
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  const named = (_name: string, _options: unknown, told: (...found: unknown[]) => void): void => {
    told(null, addresses);
    // Longer than Node waits for a connection before it tries the next address.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(named as never);
  url = url.replace('127.0.0.1', 'localhost');
  expect(await post()).toMatchObject({ status: 200 });
});

it.each<[string, Answer, number, string]>([
  ['nothing', (response) => response.writeHead(204).end(), 204, ''],
  ['a failure', (response) => response.writeHead(500).end('no'), 500, 'no'],
  [
    'half an answer',
    (response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    },
    200,
    'half',
  ],
])('hears %s', async (_what, how, status, output) => {
  answer = how;
  expect(await post()).toEqual({ how: 'answer', status, output });
});

it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
  answer = (response) => response.writeHead(status, { location: '/elsewhere' }).end();
  expect(await post('/here')).toMatchObject({ how: 'answer', status });
  expect(asked.map(({ path }) => path)).toEqual(['/here']);
});

it('hears the beginning of an endless answer', async () => {
  answer = (response) => {
    const more = (): boolean => response.destroyed || response.write('x'.repeat(10_000), more);
    more();
  };
  expect(await post()).toEqual({ how: 'answer', status: 200, output: 'x'.repeat(4096) });
});

it('an abort ends the waiting for an answer', async () => {
  const waiting = new Promise<void>((resolve) => {
    answer = () => resolve();
  });
  const posted = post();
  await waiting;
  stop.abort();
  expect(await posted).toEqual({ how: 'stopped', output: '' });
});

it('an abort before the start asks nobody', async () => {
  stop.abort();
  expect(await post()).toEqual({ how: 'stopped', output: '' });
  expect(asked).toEqual([]);
});

it('says that nobody is there', async () => {
  server.close();
  await once(server, 'close');
  expect(await post()).toEqual({ how: 'not-started' });
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './support/launch.ts';

let app: ElectronApplication;
let close: () => Promise<void>;
let server: Server;
let port: number;
let closedPort: number;
const upgradeStatus = new Map<string, number>();

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/redirect') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => request.socket.destroy());
    } else if (request.url === '/hang-up') request.socket.destroy();
    else {
      const { headers, method } = request;
      response.setHeader('x-two', ['a', 'b']);
      response.end(JSON.stringify({ method, agent: headers['user-agent'] }));
    }
  });
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'chat' });
  server.on('upgrade', (request, socket: Socket, head) => {
    const status = upgradeStatus.get(request.url ?? '');
    if (status !== undefined) socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    else if (request.url === '/hang-up') socket.destroy();
    else {
      sockets.handleUpgrade(request, socket, head, (client) => {
        client.on('message', (data, isBinary) => client.send(data, { binary: isBinary }));
        if (request.url === '/leave') client.close(4001, 'bye');
        if (request.url === '/cut') socket.destroy();
      });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
  const other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
  closedPort = (other.address() as AddressInfo).port;
  await once(other.close(), 'close');
  ({ app, close } = await launch('bare'));
}, 30_000);

afterAll(async () => {
  await close();
  server.close();
});

describe('net.fetch', () => {
  const failure = (path: string, init: object = {}): Promise<string> =>
    app.evaluate(
      async ({ net }, { url, options }) => {
        try {
          const response = await net.fetch(url, options);
          return await response.text();
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      },
      {
        url: path.startsWith('/') ? `http://127.0.0.1:${port}${path}` : path,
        options: init,
      },
    );

  test('answers know neither their URL nor their redirects, as in Electron', async () => {
    const seen = await app.evaluate(async ({ net, app: electronApp }, url) => {
      const response = await net.fetch(url);
      const { agent } = (await response.json()) as { agent: string };
      return [
        response.url,
        response.status,
        response.headers.get('x-two'),
        agent.startsWith(`${electronApp.name}/1.0.0 Chrome/`),
      ];
    }, `http://127.0.0.1:${port}/redirect`);
    expect(seen).toStrictEqual(['', 200, 'a, b', true]);
  });

  test.for([
    ['/redirect', { redirect: 'error' }, "Attempted to redirect, but redirect policy was 'error'"],
    ['/redirect', { redirect: 'manual' }, 'Redirect was cancelled'],
    ['/hang-up', {}, 'net::ERR_EMPTY_RESPONSE'],
    ['/cut', {}, 'net::ERR_CONTENT_LENGTH_MISMATCH'],
    ['/', { headers: { 'Content-Length': '0' } }, 'net::ERR_INVALID_ARGUMENT'],
    ['http://127.0.0.1:1/', {}, 'net::ERR_UNSAFE_PORT'],
    ['http://nowhere.invalid/', {}, 'net::ERR_NAME_NOT_RESOLVED'],
    ['file:///nowhere', {}, 'net::ERR_FILE_NOT_FOUND'],
    ['other://host/', {}, 'net::ERR_UNKNOWN_URL_SCHEME'],
  ] as const)('%s %o', async ([path, init, message]) => {
    expect(await failure(path, init)).toBe(`Error: ${message}`);
  });

  test('a port where nobody listens', async () => {
    expect(await failure(`http://127.0.0.1:${closedPort}/`)).toBe(
      'Error: net::ERR_CONNECTION_REFUSED',
    );
  });

  test('is aborted by its signal', async () => {
    const name = await app.evaluate(async ({ net }, url) => {
      const stop = new AbortController();
      const answer = net.fetch(url, { signal: stop.signal });
      stop.abort();
      return answer.catch((error: unknown) => (error as Error).name);
    }, `http://127.0.0.1:${port}/`);
    expect(name).toBe('AbortError');
  });

  test("uses the handlers of the session's own schemes only", async () => {
    const seen = await app.evaluate(async ({ net, session }) => {
      const other = session.fromPartition('other');
      other.protocol.handle('mine', () => new Response('mine'));
      const text = await (await other.fetch('mine://host/')).text();
      const refused = await net.fetch('mine://host/').catch((error: unknown) => String(error));
      return [text, refused, other.isPersistent(), session.fromPartition('other') === other];
    });
    expect(seen).toStrictEqual(['mine', 'Error: net::ERR_UNKNOWN_URL_SCHEME', false, true]);
  });
});

describe('net.WebSocket', () => {
  const events = (path: string, what = ''): Promise<unknown[]> =>
    app.evaluate(
      ({ net }, { url, sent }) =>
        new Promise<unknown[]>((resolve) => {
          const seen: unknown[] = [];
          const socket = new net.WebSocket(url, ['chat']);
          socket.addEventListener('open', () => {
            seen.push(['open', socket.protocol, socket.binaryType]);
            if (sent === 'text') socket.send('text');
            if (sent === 'bytes') socket.send(new Uint8Array([1, 2]));
            if (sent === 'close') socket.close(3001, 'done');
          });
          socket.addEventListener('message', (event) => {
            const { data } = event as { data?: unknown };
            seen.push(Buffer.isBuffer(data) ? [...data] : data);
            socket.close();
          });
          socket.addEventListener('error', () => seen.push(['error', socket.readyState]));
          socket.addEventListener('close', (event: unknown) => {
            const { code, reason, wasClean } = event as CloseEvent;
            resolve([...seen, [code, reason, wasClean]]);
          });
          if (sent === 'give up') socket.close();
        }),
      { url: path.startsWith('/') ? `ws://127.0.0.1:${port}${path}` : path, sent: what },
    );

  interface CloseEvent {
    code: number;
    reason: string;
    wasClean: boolean;
  }

  test('text is text, bytes are a Buffer by default', async () => {
    const open = ['open', 'chat', 'nodebuffer'];
    expect(await events('/', 'text')).toStrictEqual([open, 'text', [1005, '', true]]);
    expect(await events('/', 'bytes')).toStrictEqual([open, [1, 2], [1005, '', true]]);
    expect(await events('/', 'close')).toStrictEqual([open, [3001, 'done', true]]);
    expect(await events('/leave')).toStrictEqual([open, [4001, 'bye', true]]);
  });

  test('a connection lost closes without an error', async () => {
    expect(await events('/cut')).toStrictEqual([
      ['open', 'chat', 'nodebuffer'],
      [1006, '', false],
    ]);
  });

  test.for([
    [401, 'HTTP Authentication failed; no valid credentials available (net::OK)'],
    [407, 'Proxy authentication failed (net::OK)'],
    [403, 'Error during WebSocket handshake: Unexpected response code: 403 (net::ERR_FAILED)'],
    [429, 'Error during WebSocket handshake: Unexpected response code: 429 (net::ERR_FAILED)'],
    [503, 'Error during WebSocket handshake: Unexpected response code: 503 (net::ERR_FAILED)'],
  ] as const)(
    'an upgrade refused with %i says so in the reason of close',
    async ([status, reason]) => {
      upgradeStatus.set('/refused', status);
      expect(await events('/refused')).toStrictEqual([
        ['error', 3],
        [1006, reason, false],
      ]);
    },
  );

  test('a connection that cannot be made', async () => {
    expect(await events(`ws://127.0.0.1:${closedPort}/`)).toStrictEqual([
      ['error', 3],
      [1006, 'Error in connection establishment: net::ERR_CONNECTION_REFUSED', false],
    ]);
    expect(await events('/hang-up')).toStrictEqual([
      ['error', 3],
      [
        1006,
        'Connection closed before receiving a handshake response (net::ERR_EMPTY_RESPONSE)',
        false,
      ],
    ]);
  });

  test('given up while connecting: closed without an error', async () => {
    expect(await events('/', 'give up')).toStrictEqual([[1006, '', false]]);
  });

  test('refuses what the standard refuses', async () => {
    const seen = await app.evaluate(({ net }) => {
      const attempt = (...args: ConstructorParameters<typeof net.WebSocket>): string => {
        try {
          new net.WebSocket(...args).close();
          return 'ok';
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      };
      return [
        attempt('not a url'),
        attempt('ftp://host/'),
        attempt('ws://127.0.0.1:1/#part'),
        attempt('ws://127.0.0.1:1/', ['a', 'a']),
        attempt('http://127.0.0.1:1/'),
      ];
    });
    expect(seen).toStrictEqual([
      "SyntaxError: Invalid URL: 'not a url'",
      "SyntaxError: The URL's scheme must be either 'ws', 'wss', 'http', or 'https'. 'ftp' is not allowed.",
      'SyntaxError: The URL contains a fragment identifier, which is not allowed.',
      "SyntaxError: The subprotocol 'a' is invalid.",
      'ok',
    ]);
  });
});

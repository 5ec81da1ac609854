import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerTo, type ListenerAnswer, taken, tooLarge } from './answer.ts';

const mostBytes = 256 * 1024;
/** Of a request, as long as it may take to come. */
const limitMs = 5000;

export interface ListenerParts {
  readonly port: number;
  /** What we are asked for; all else is not found. */
  readonly path: () => string;
  readonly onValidation: () => void;
  /** Called after the answer has been given. */
  readonly onBody: (body: Uint8Array) => void;
}

/** `port-taken`: another program has the port; `failed`: the system does not give it. */
export type Listening =
  | { readonly ok: true; readonly listener: Listener }
  | { readonly ok: false; readonly code: 'port-taken' | 'failed' };

/** Hears what a proxy on this computer passes on. Bound to 127.0.0.1, never to another address. */
export class Listener {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static open(parts: ListenerParts): Promise<Listening> {
    const server = createServer(
      {
        headersTimeout: limitMs,
        requestTimeout: limitMs,
        // How often the limits are looked at.
        connectionsCheckingInterval: 1000,
        keepAliveTimeout: 5000,
      },
      (request, response) => hear(parts, request, response),
    );
    // Whoever sends slowly must not keep Microsoft out; all bodies at once are 64 MB at most.
    server.maxConnections = 256;
    // Whoever speaks no HTTP is told nothing.
    server.on('clientError', (_error, socket) => socket.destroy());
    return new Promise((resolve) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        resolve({ ok: false, code: error.code === 'EADDRINUSE' ? 'port-taken' : 'failed' });
      });
      server.listen(parts.port, '127.0.0.1', () => {
        server.removeAllListeners('error');
        // Of one that listens already nothing is to be feared but that it ends, which asks notice.
        server.on('error', () => undefined);
        resolve({ ok: true, listener: new Listener(server) });
      });
    });
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Frees the port. */
  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    return closed;
  }
}

function hear(parts: ListenerParts, request: IncomingMessage, response: ServerResponse): void {
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  const answer = answerTo(request.method ?? '', request.url ?? '', parts.path());
  if (answer === 'take') return take(parts, request, response);
  say(response, answer);
  if (answer.status === 200) parts.onValidation();
  request.resume();
}

function take(parts: ListenerParts, request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
    // What still comes is let go, and the time limit ends it: cut off, the answer might not arrive.
    if (bytes > mostBytes && !response.headersSent) say(response, tooLarge);
  });
  request.once('end', () => {
    if (bytes > mostBytes) return;
    say(response, taken);
    // The answer has left before anything else is done.
    response.once('finish', () => setImmediate(() => parts.onBody(Buffer.concat(chunks))));
  });
}

function say(response: ServerResponse, { status, text }: ListenerAnswer): void {
  const isLast = status === 404 || status === 413;
  response.writeHead(status, {
    ...(text === null ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text ?? ''),
    ...(isLast ? { connection: 'close' } : {}),
  });
  response.end(text ?? '');
}

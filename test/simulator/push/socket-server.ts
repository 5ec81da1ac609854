import { type IncomingMessage, STATUS_CODES, createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import type { Knobs } from '../knobs.ts';
import type { Endpoint } from './endpoints.ts';
import type { Front } from './front.ts';
import type { Gate } from './gate.ts';
import { Line } from './line.ts';

export interface SocketServerSurroundings {
  readonly knobs: Knobs;
  readonly gate: Gate;
  readonly front: () => Front;
  /** A line came, joined, left its namespace or ended. */
  readonly onLines: () => void;
}

const namespaces = ['/notifications', '/zbaehwg/callback', '/zbaehwg'];
/** The library would hang up on a client that is not let in; being left waiting is a case of its own. */
const never = 2_147_483_647;

/** A Socket.IO server as Microsoft's seems to be: websocket only, both protocol versions (sheet 1.6). */
export class SocketServer {
  readonly lines = new Set<Line>();
  readonly #surroundings: SocketServerSurroundings;
  readonly #http = createServer((_request, response) => {
    const body = JSON.stringify({ code: 0, message: 'Transport unknown' });
    response.writeHead(400, { 'content-type': 'application/json' }).end(body);
  });
  /** Socket.IO listens to this one, which has no port: upgrades reach it after the gate. */
  readonly #inner = createServer();
  readonly #endpoints = new WeakMap<IncomingMessage, Endpoint>();
  readonly #byRequest = new WeakMap<IncomingMessage, Line>();

  constructor(surroundings: SocketServerSurroundings) {
    this.#surroundings = surroundings;
    const { pingIntervalMs, pingTimeoutMs } = surroundings.knobs;
    const io = new Server(this.#inner, {
      pingInterval: pingIntervalMs,
      pingTimeout: pingTimeoutMs,
      connectTimeout: never,
      allowEIO3: true,
      transports: ['websocket'],
      serveClient: false,
    });
    io.engine.on('connection', (connection) => this.#open(connection));
    for (const name of namespaces) {
      const namespace = io.of(name);
      namespace.use((socket, next) => this.#admit(socket, name, next));
      namespace.on('connection', (socket) => this.#join(socket));
    }
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  connect(serverEnd: Duplex): void {
    this.#http.emit('connection', serverEnd);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const admission = this.#surroundings.gate.admit(request);
    if ('status' in admission) {
      const { status, headers } = admission;
      const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}\r\n${head}\r\n`);
      return;
    }
    this.#endpoints.set(request, admission.endpoint);
    this.#inner.emit('upgrade', request, socket, head);
  }

  #open(connection: { request: IncomingMessage; transport: object } & EngineEvents): void {
    const { request } = connection;
    const endpoint = this.#endpoints.get(request);
    const wire = this.#surroundings.front().wireOf(request.socket);
    if (!endpoint || !wire) return;
    const line = new Line(endpoint, wire, connection);
    this.lines.add(line);
    this.#byRequest.set(request, line);
    const timer = setTimeout(() => this.#expire(line), endpoint.expiresAt - Date.now());
    connection.on('close', () => {
      clearTimeout(timer);
      this.lines.delete(line);
      this.#surroundings.onLines();
    });
    this.#surroundings.onLines();
  }

  #admit(socket: Socket, name: string, next: (error?: Error) => void): void {
    const { knobs } = this.#surroundings;
    const line = this.#byRequest.get(socket.request);
    if (!line || name !== this.#namespaceOf(line.endpoint))
      return next(new Error('Invalid namespace'));
    switch (knobs.join) {
      case 'answer':
        return next();
      case 'silent':
        return;
      case 'refuse':
        return next(new Error('Not authorized'));
      case 'without-sid':
        line.sendPacket(`0${name}`);
        line.joinedWithoutSid = true;
        return this.#surroundings.onLines();
    }
  }

  /** The two documented recipes name different ones for a `/callback` URL (sheet 1.8). */
  #namespaceOf({ form }: Endpoint): string {
    if (form === 'notifications') return '/notifications';
    const { callbackNamespace } = this.#surroundings.knobs;
    return callbackNamespace === 'with-callback' ? '/zbaehwg/callback' : '/zbaehwg';
  }

  #join(socket: Socket): void {
    const line = this.#byRequest.get(socket.request);
    if (!line) return;
    line.joined = socket;
    socket.on('disconnect', () => {
      line.joined = null;
      this.#surroundings.onLines();
    });
    this.#surroundings.onLines();
  }

  #expire(line: Line): void {
    const { onExpiry } = this.#surroundings.knobs;
    if (onExpiry === 'kick') line.kick();
    if (onExpiry === 'close') line.close('clean');
  }
}

interface EngineEvents {
  send(data: string): unknown;
  on(event: 'close', listener: () => void): unknown;
}

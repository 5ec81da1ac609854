import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as Server4 } from 'socket.io';
import listen2 from 'socket.io-2';
import { Server as Server3 } from 'socket.io-3';

/** What the versions have in common. */
interface SocketIo {
  of(namespace: string): {
    on(event: 'connection', listener: (socket: Joined) => void): unknown;
    emit(event: string, argument: unknown): unknown;
  };
  readonly engine: { on(event: 'connection', listener: (connection: Engine) => void): unknown };
  close(): unknown;
}

interface Engine {
  readonly transport: object;
}

interface Joined {
  readonly conn: { on(event: 'heartbeat', listener: () => void): unknown };
}

const options = {
  pingInterval: 50,
  // Long enough for a busy computer.
  pingTimeout: 5000,
  transports: ['websocket' as const],
  serveClient: false,
};

const listen: Record<2 | 3 | 4, (http: HttpServer) => SocketIo> = {
  2: (http) => listen2(http, options) as SocketIo,
  3: (http) => new Server3(http, options) as SocketIo,
  4: (http) => new Server4(http, options),
};

/** A real server of one version of the library, and what was seen of its clients. */
export class SocketIoServer implements AsyncDisposable {
  connections = 0;
  joins = 0;
  /** Pings answered, by whoever was the one to answer. */
  heartbeats = 0;
  readonly #http: HttpServer;
  readonly #io: SocketIo;
  #last: Engine | null = null;

  static async start(version: 2 | 3 | 4): Promise<SocketIoServer> {
    const http = createServer();
    const server = new SocketIoServer(http, listen[version](http));
    const listening = Promise.withResolvers<void>();
    http.listen(0, '127.0.0.1', listening.resolve);
    await listening.promise;
    return server;
  }

  private constructor(http: HttpServer, io: SocketIo) {
    this.#http = http;
    this.#io = io;
    io.engine.on('connection', (connection) => {
      this.connections += 1;
      this.#last = connection;
    });
    io.of('/notifications').on('connection', ({ conn }) => {
      this.joins += 1;
      conn.on('heartbeat', () => (this.heartbeats += 1));
    });
  }

  url(path = '/notifications'): URL {
    const { port } = this.#http.address() as AddressInfo;
    return new URL(`http://127.0.0.1:${port}${path}?token=secret-1&applicationId=app`);
  }

  notify(): void {
    this.#io.of('/notifications').emit('notification', '{"value":[]}');
  }

  /** A frame that the library would not send, to whoever came last. */
  say(frame: string): void {
    const socket = Reflect.get(this.#last?.transport ?? {}, 'socket') as {
      send(data: string): void;
    };
    socket.send(frame);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = Promise.withResolvers<void>();
    this.#http.once('close', closed.resolve);
    this.#io.close();
    await closed.promise;
  }
}

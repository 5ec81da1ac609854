import type { Socket as Joined } from 'socket.io';
import type { Endpoint } from './endpoints.ts';
import type { Wire } from './wire.ts';

/** What of an Engine.IO connection is used; its frames below the library's own are raw. */
export interface EngineConnection {
  send(data: string): unknown;
  readonly transport: object;
}

interface RawWebSocket {
  send(data: string, done: () => void): void;
  close(code: number): void;
}

/** One client that got through the upgrade. */
export class Line {
  readonly endpoint: Endpoint;
  readonly #wire: Wire;
  readonly #connection: EngineConnection;
  /** Set while the client is in its namespace. */
  joined: Joined | null = null;
  /** Joined by an answer the library would never give. */
  joinedWithoutSid = false;

  constructor(endpoint: Endpoint, wire: Wire, connection: EngineConnection) {
    this.endpoint = endpoint;
    this.#wire = wire;
    this.#connection = connection;
  }

  get isJoined(): boolean {
    return this.joined !== null || this.joinedWithoutSid;
  }

  /** A Socket.IO packet as text, without Engine.IO's leading `4`. */
  sendPacket(packet: string): void {
    this.#connection.send(packet);
  }

  /** `41` (sheet 1.6). */
  kick(): void {
    this.joined?.disconnect();
  }

  close(how: 'clean' | 'going-away' | 'reset' | 'engine'): void {
    switch (how) {
      case 'clean':
        return this.#webSocket().close(1_000);
      case 'going-away':
        return this.#webSocket().close(1_001);
      case 'reset':
        return this.#wire.reset();
      case 'engine':
        // Clients do not act on it, so nothing may follow it, not even a ping (sheet 1.8). The wire
        // freezes at once, so only once this has left.
        return this.#webSocket().send('1', () => setImmediate(() => this.#wire.freeze()));
    }
  }

  #webSocket(): RawWebSocket {
    return Reflect.get(this.#connection.transport, 'socket') as RawWebSocket;
  }
}

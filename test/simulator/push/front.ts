import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { Wire } from './wire.ts';

/** The push service's port: can be closed, opened again as the same one, and frozen. */
export class Front {
  readonly #onConnection: (serverEnd: Duplex) => void;
  readonly #wires = new Map<Duplex, Wire>();
  #server: Server | null = null;
  #port = 0;
  #isFrozen = false;

  constructor(onConnection: (serverEnd: Duplex) => void) {
    this.#onConnection = onConnection;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Without a port: the one it had before. */
  async open(port = this.#port): Promise<void> {
    if (this.#server) return;
    const server = createServer((client) => this.#connect(client));
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
    await promise;
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    this.#isFrozen = false;
    const { promise, resolve } = Promise.withResolvers<void>();
    if (server) server.close(() => resolve());
    else resolve();
    for (const wire of this.#wires.values()) wire.reset();
    await promise;
  }

  freeze(): void {
    this.#isFrozen = true;
    for (const wire of this.#wires.values()) wire.freeze();
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const wire of this.#wires.values()) wire.thaw();
  }

  wireOf(serverEnd: Duplex): Wire | undefined {
    return this.#wires.get(serverEnd);
  }

  #connect(client: Socket): void {
    const wire = new Wire(client);
    this.#wires.set(wire.serverEnd, wire);
    wire.onClose(() => this.#wires.delete(wire.serverEnd));
    if (this.#isFrozen) wire.freeze();
    this.#onConnection(wire.serverEnd);
  }
}

import type { Socket } from 'node:net';
import { type Duplex, duplexPair } from 'node:stream';

/**
 * One TCP connection to the push service, between the client and the server's end of it. Standing between the two is what
 * makes it possible to go silent without the server's library knowing, or to vanish without a farewell.
 */
export class Wire {
  /** What the server talks to. */
  readonly serverEnd: Duplex;
  readonly #client: Socket;
  readonly #clientEnd: Duplex;

  constructor(client: Socket) {
    const [clientEnd, serverEnd] = duplexPair();
    this.serverEnd = serverEnd;
    this.#client = client;
    this.#clientEnd = clientEnd;
    client.setNoDelay(true);
    client.on('data', (chunk) => clientEnd.write(chunk));
    client.on('end', () => clientEnd.end());
    // A reset is told by 'close', too.
    client.on('error', () => undefined);
    client.on('close', () => serverEnd.destroy());
    clientEnd.on('data', (chunk) => client.write(chunk));
    clientEnd.on('end', () => client.end());
    serverEnd.on('error', () => undefined);
    // A pair does not hand on that one end was destroyed.
    serverEnd.on('close', () => clientEnd.push(null));
  }

  /** The connection stays; nothing passes either way. */
  freeze(): void {
    this.#client.pause();
    this.#clientEnd.pause();
  }

  thaw(): void {
    this.#client.resume();
    this.#clientEnd.resume();
  }

  reset(): void {
    // A socket that is being shut down cannot be reset: Node would wait for it for ever as it exits.
    if (this.#client.writableEnded) this.#client.destroy();
    else this.#client.resetAndDestroy();
  }

  onClose(listener: () => void): void {
    this.#client.on('close', listener);
  }
}

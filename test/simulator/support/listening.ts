import { once } from 'node:events';
import { type Socket, io } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { DriveKey, Simulator } from '../simulator.ts';
import { Asking } from './asking.ts';

/** A drive's notificationUrl, freshly asked for. */
export async function endpointUrl(simulator: Simulator, drive: DriveKey): Promise<string> {
  const { username } = simulator.accounts[drive === 'personal' ? 'personal' : 'work'];
  const path = `/v1.0/drives/${simulator.drives[drive].id}/root/subscriptions/socketIo`;
  const { body } = await new Asking(simulator, username).get(path);
  return String(body['notificationUrl']);
}

/** The official client, as Microsoft's page shows it but for polling. */
export function connect(url: string, timeout = 20_000): Socket {
  return io(url, { transports: ['websocket'], forceNew: true, reconnection: false, timeout });
}

/** The arguments of a socket's next event of that name. */
export async function next(socket: Socket, event: string): Promise<unknown[]> {
  return await new Promise((resolve) => {
    socket.once(event, (...parts: unknown[]) => resolve(parts));
  });
}

/** Frames of a client that knows nothing of the library. */
export class RawSocket {
  readonly #socket: WebSocket;
  readonly #frames: string[] = [];

  constructor(notificationUrl: string, protocol: 3 | 4) {
    const { host, search } = new URL(notificationUrl);
    const query = `EIO=${protocol}&transport=websocket&${search.slice(1)}`;
    this.#socket = new WebSocket(`ws://${host}/socket.io/?${query}`);
    this.#socket.on('message', (data: Buffer) => this.#frames.push(data.toString('utf8')));
  }

  send(frame: string): void {
    this.#socket.send(frame);
  }

  /** The next frame, in order. */
  async frame(): Promise<string> {
    while (this.#frames.length === 0) await once(this.#socket, 'message');
    return this.#frames.shift() ?? '';
  }

  close(): void {
    this.#socket.terminate();
  }
}

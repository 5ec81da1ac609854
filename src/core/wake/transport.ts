import { WebSocket as WebSocketTransport } from 'engine.io-client';
import type { Net, WebSocketLike } from '../ports.ts';

const mostFrameChars = 1024 * 1024;

/** Why a connection ended, as far as the network said. */
export interface SocketEnd {
  /** The HTTP status of a refused upgrade. */
  readonly status: number | null;
  readonly closeCode: number | null;
}

/**
 * An Engine.IO transport over our own network, and what became of its socket. The library drops a
 * refusal's status at the first error; `ended` hears it at the close that follows.
 */
export function transportOver(net: Net): {
  transport: typeof WebSocketTransport;
  ended: Promise<SocketEnd>;
} {
  const { promise: ended, resolve } = Promise.withResolvers<SocketEnd>();
  class NetTransport extends WebSocketTransport {
    override createSocket(uri: string): WebSocketLike {
      const socket = net.connect(uri);
      watch(socket, resolve);
      return socket;
    }

    protected override onData(data: unknown): void {
      if (typeof data === 'string' && data.length <= mostFrameChars) super.onData(data);
    }
  }
  return { transport: NetTransport, ended };
}

function watch(socket: WebSocketLike, resolve: (end: SocketEnd) => void): void {
  let status: number | null = null;
  socket.addEventListener('error', (event) => {
    status ??= statusIn((event as { message?: unknown }).message);
  });
  socket.addEventListener('close', (event) => {
    const { code, reason } = event as { code?: unknown; reason?: unknown };
    resolve({
      status: status ?? statusIn(reason),
      closeCode: typeof code === 'number' ? code : null,
    });
  });
}

// Chromium: "Unexpected response code: 403", but for 401 words of its own; ws: "Unexpected server response: 401".
function statusIn(text: unknown): number | null {
  if (typeof text === 'string' && text.startsWith('HTTP Authentication failed')) return 401;
  const found = typeof text === 'string' ? /response(?: code)?: (\d{3})\b/.exec(text) : null;
  return found ? Number(found[1]) : null;
}

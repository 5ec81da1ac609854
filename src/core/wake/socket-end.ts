import type { Reason } from '../../shared/snapshot.ts';
import type { WebSocketLike } from '../ports.ts';

/** Why a connection ended, as far as anybody said. */
export interface SocketEnd {
  /** The HTTP status of a refused upgrade. */
  readonly status: number | null;
  /** The service took us in and then ended it of its own will. */
  readonly isDeliberate: boolean;
}

export const broken: SocketEnd = { status: null, isDeliberate: false };
/** Engine.IO's own farewell, after which the socket may stand for ever. */
export const dismissed: SocketEnd = { ...broken, isDeliberate: true };

/**
 * Listens from before the connection to after its end: the library stops at the first error, and
 * Chromium says what was wrong only in the `close` that follows.
 */
export function endOf(socket: WebSocketLike): Promise<SocketEnd> {
  const { promise, resolve } = Promise.withResolvers<SocketEnd>();
  const said: string[] = [];
  socket.addEventListener('error', (event) => {
    const { message, error } = event as { message?: unknown; error?: { code?: unknown } | null };
    said.push(...[message, error?.code].filter(isText));
  });
  socket.addEventListener('close', (event) => {
    const { code, reason } = event as { code?: unknown; reason?: unknown };
    // With any other code the words are the service's own.
    if (code === brokenCode && isText(reason)) said.push(reason);
    resolve({
      status: statusIn(said),
      isDeliberate: typeof code === 'number' && !passingCodes.has(code),
    });
  });
  return promise;
}

/** Why a connection never came to be joined; `wasOpen`: the service had begun to speak. */
export function reasonUnjoined({ status, isDeliberate }: SocketEnd, wasOpen: boolean): Reason {
  if (status !== null || isDeliberate) return 'push-refused';
  return wasOpen ? 'push-lost' : 'push-unreachable';
}

/** The service does not understand the way we speak, or does not want to. */
export function isTurnedAway({ status, isDeliberate }: SocketEnd): boolean {
  return status === 400 || isDeliberate;
}

const brokenCode = 1006;
// Broken, going away, internal error, restarting, try again later: nothing against how we speak.
const passingCodes = new Set([brokenCode, 1001, 1011, 1012, 1013]);

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

// Chromium: "Unexpected response code: 403", but for 401 words of its own; ws: "Unexpected server response: 401".
function statusIn(said: readonly string[]): number | null {
  if (said.some((words) => words.startsWith('HTTP Authentication failed'))) return 401;
  const [, status] = /response(?: code)?: (\d{3})\b/.exec(said.join('\n')) ?? [];
  return status === undefined ? null : Number(status);
}

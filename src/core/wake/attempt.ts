import type { Reason } from '../../shared/snapshot.ts';
import type { Log, Net } from '../ports.ts';
import type { Protocol } from './packets.ts';
import { isTurnedAway, reasonUnjoined, type SocketEnd } from './socket-end.ts';

export const joinTimeoutMs = 10_000;

/** Which client keeps a line, and which of Engine.IO's protocols it speaks. */
export interface LineKind {
  readonly via: 'library' | 'loop';
  readonly protocol: Protocol;
}

/** What worked before and is therefore tried first; whoever owns it may keep it over a restart. */
export interface LineChoice {
  preferred: LineKind | null;
}

export interface LineParts {
  readonly net: Net;
  readonly log: Log;
  readonly choice: LineChoice;
  /** Gives up a join under way; a line once joined is ended by its `close`. */
  readonly signal: AbortSignal;
  /** Something changed in the drive. */
  readonly onNotification: () => void;
}

/** One joined connection to a drive's push service. */
export interface Line extends LineKind {
  /** Resolves once, when the line is dead for whatever reason but `close`. */
  readonly lost: Promise<Reason>;
  close(): void;
}

/**
 * What an answer gives away. `namespace`: it is not known there. `unanswered`: the service opened and
 * pings, but does not answer the join. `foreign`: it seems to speak another version than we do.
 * `full`: it takes in no more connections for now.
 */
export type Hint = 'namespace' | 'unanswered' | 'foreign' | 'full';

export type Attempt =
  | { readonly ok: true; readonly line: Line; readonly hint: Hint | null }
  | { readonly ok: false; readonly reason: Reason; readonly hint: Hint | null };

export function failed(reason: Reason, hint: Hint | null = null): Attempt {
  return { ok: false, reason, hint };
}

/** The connection ended before it was joined; `wasOpen`: the service had begun to speak. */
export function endedEarly(end: SocketEnd, wasOpen: boolean): Attempt {
  const reason = reasonUnjoined(end, wasOpen);
  if (end.status === 429) return failed(reason, 'full');
  return failed(reason, isTurnedAway(end) ? 'foreign' : null);
}

export function refusedWith(message: string): Attempt {
  return failed('push-refused', message === 'Invalid namespace' ? 'namespace' : null);
}

/** Any event of that name wakes; its argument only shows whether the service has changed its ways. */
export function notified(parts: LineParts, argument: unknown): void {
  parts.onNotification();
  if (typeof argument !== 'string' || warned.has(parts) || isJson(argument)) return;
  warned.add(parts);
  parts.log.warn('push-event-not-json');
}

/** Once a line: there may be very many. */
const warned = new WeakSet<LineParts>();

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

import { io, type Socket } from 'socket.io-client';
import type { Reason } from '../../shared/snapshot.ts';
import type { Log, Net } from '../ports.ts';
import { sleep } from '../timing.ts';
import { type SocketEnd, transportOver } from './transport.ts';

const joinTimeoutMs = 10_000;
const endGraceMs = 1000;

export interface LineParts {
  readonly net: Net;
  readonly log: Log;
  /** Gives up a join under way; a line once joined is ended by its `close`. */
  readonly signal: AbortSignal;
  /** Something changed in the drive. */
  readonly onNotification: () => void;
}

/** One joined connection to a drive's push service. */
export interface Line {
  /** Resolves once, when the line is dead for whatever reason but `close`. */
  readonly lost: Promise<Reason>;
  close(): void;
}

export type Joined =
  | { readonly ok: true; readonly line: Line }
  | { readonly ok: false; readonly reason: Reason };

/**
 * Joins the namespace that the URL's path names. For the documented `…/callback?` form the whole
 * path is tried first, then the path without it, as the two published recipes differ there.
 */
export async function joinLine(url: URL, parts: LineParts): Promise<Joined> {
  const first = await joinOnce(url, parts);
  if (first.ok || first.refusal !== 'namespace' || !url.pathname.endsWith('/callback'))
    return first;
  const shorter = new URL(url);
  shorter.pathname = url.pathname.slice(0, -'/callback'.length);
  return joinOnce(shorter, parts);
}

type Attempt = Joined & { readonly refusal?: 'namespace' };

function joinOnce(url: URL, { net, log, signal, onNotification }: LineParts): Promise<Attempt> {
  const { transport, ended } = transportOver(net);
  // The library changes the options it is given, so each call gets its own.
  const socket = io(url.href, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    timeout: joinTimeoutMs,
    autoConnect: false,
  });
  socket.on('notification', (argument: unknown) => {
    onNotification();
    if (!isReadable(argument)) log.warn('push-event-not-json');
  });
  return firstAnswer(socket, ended, signal);
}

async function firstAnswer(
  socket: Socket,
  ended: Promise<SocketEnd>,
  signal: AbortSignal,
): Promise<Attempt> {
  const joined = Promise.withResolvers<Attempt>();
  const refused = Promise.withResolvers<Error>();
  const over = new AbortController();
  socket.on('connect', () => joined.resolve({ ok: true, line: lineOf(socket) }));
  socket.on('connect_error', (error) => refused.resolve(error));
  socket.connect();
  const first = await Promise.race([
    joined.promise,
    refused.promise,
    ended.then((end) => failed(reasonOf(end))),
    // A join that is never answered would otherwise hang for ever.
    sleep(joinTimeoutMs, AbortSignal.any([signal, over.signal])).then(() => failed('push-silent')),
  ]);
  over.abort();
  const attempt = first instanceof Error ? await refusalOf(first, ended) : first;
  socket.off('connect').off('connect_error');
  if (!attempt.ok) socket.disconnect();
  return attempt;
}

function failed(reason: Reason): Attempt {
  return { ok: false, reason };
}

function reasonOf(end: SocketEnd | null): Reason {
  return end?.status ? 'push-refused' : 'push-lost';
}

function lineOf(socket: Socket): Line {
  const lost = new Promise<Reason>((resolve) => {
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') resolve('push-lost');
    });
  });
  return {
    lost,
    close: () => {
      socket.off('notification');
      socket.disconnect();
    },
  };
}

async function refusalOf(thrown: Error, ended: Promise<SocketEnd>): Promise<Attempt> {
  if (thrown.message === 'timeout') return failed('push-silent');
  // Anything but a broken transport is the service's own no to the namespace.
  if (!('type' in thrown) || thrown.type !== 'TransportError') {
    const refusal = thrown.message === 'Invalid namespace' ? { refusal: 'namespace' as const } : {};
    return { ok: false, reason: 'push-refused', ...refusal };
  }
  const over = new AbortController();
  const end = await Promise.race([ended, sleep(endGraceMs, over.signal).then(() => null)]);
  over.abort();
  return failed(reasonOf(end));
}

// The event's argument is only looked at to note a service that has changed its ways: any event wakes.
function isReadable(argument: unknown): boolean {
  if (typeof argument !== 'string') return true;
  try {
    JSON.parse(argument);
    return true;
  } catch {
    return false;
  }
}

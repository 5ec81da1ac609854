import { io, type Socket } from 'socket.io-client';
import type { Reason } from '../../shared/snapshot.ts';
import { aborted, sleep, timeLimit } from '../time/timing.ts';
import {
  type Attempt,
  endedEarly,
  failed,
  joinTimeoutMs,
  type Line,
  type LineParts,
  notified,
  refusedWith,
} from './attempt.ts';
import { defaultNamespace } from './packets.ts';
import { broken, dismissed } from './socket-end.ts';
import { type OurTransport, transportOver } from './transport.ts';

const endGraceMs = 1000;
const endsItself = new Set<string>(['io server disconnect', 'parse error']);

/** Joins the namespace that the URL's path names, by socket.io-client. */
export async function joinByLibrary(url: URL, parts: LineParts): Promise<Attempt> {
  let isMuted = false;
  const hear = (argument: unknown): void => {
    if (!isMuted) notified(parts, argument);
  };
  const ours = transportOver(parts.net, url, ({ namespace, name, argument }) => {
    const isOurs = namespace === url.pathname || namespace === defaultNamespace;
    if (isOurs && name === 'notification') hear(argument);
  });
  // The library changes the options it is given, so each call gets its own.
  const socket = io(`${url.origin}${url.pathname}`, {
    transports: [ours.transport],
    forceNew: true,
    reconnection: false,
    timeout: joinTimeoutMs,
    autoConnect: false,
  });
  const close = (): void => {
    isMuted = true;
    socket.disconnect();
  };
  const attempt = await firstAnswer({ socket, ours, close, signal: parts.signal });
  if (!attempt.ok) close();
  return attempt;
}

interface Joining {
  readonly socket: Socket;
  readonly ours: OurTransport;
  readonly close: () => void;
  readonly signal: AbortSignal;
}

async function firstAnswer({ socket, ours, close, signal }: Joining): Promise<Attempt> {
  const joined = Promise.withResolvers<Attempt>();
  const refused = Promise.withResolvers<Error>();
  socket.once('connect', () =>
    joined.resolve({ ok: true, line: lineOf(socket, close), hint: null }),
  );
  socket.once('connect_error', (error) => refused.resolve(error));
  socket.once('disconnect', (reason) => {
    // Of any other end the connection tells more.
    if (endsItself.has(reason)) joined.resolve(endedEarly(dismissed, true));
  });
  socket.connect();
  // Where nothing opens the library's own limit comes first; an unanswered join has none there.
  using limit = timeLimit(signal, joinTimeoutMs);
  const first = await Promise.race([
    joined.promise,
    refused.promise,
    ours.ended.then((end) => endedEarly(end, ours.hasOpened())),
    aborted(limit.signal).then(() => unanswered(ours)),
  ]);
  return first instanceof Error ? await refusalOf(first, ours) : first;
}

function unanswered({ hasOpened }: OurTransport): Attempt {
  return hasOpened() ? failed('push-silent', 'unanswered') : failed('push-unreachable');
}

async function refusalOf(thrown: Error, ours: OurTransport): Promise<Attempt> {
  if (thrown.message === 'timeout') return unanswered(ours);
  // A message is missing where an old server's refusal was not understood.
  if (thrown.message === '' || thrown.message.startsWith('It seems you are trying to reach')) {
    return failed('push-refused', 'foreign');
  }
  // Anything but a broken transport is the service's own no to the namespace.
  if (!('type' in thrown) || thrown.type !== 'TransportError') return refusedWith(thrown.message);
  const over = new AbortController();
  const end = await Promise.race([ours.ended, sleep(endGraceMs, over.signal).then(() => broken)]);
  over.abort();
  return endedEarly(end, ours.hasOpened());
}

function lineOf(socket: Socket, close: () => void): Line {
  const lost = new Promise<Reason>((resolve) => {
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') {
        resolve(reason === 'ping timeout' ? 'push-silent' : 'push-lost');
      }
    });
    // Of a namespace refused after all, the library tells no other way that it is gone.
    socket.on('connect_error', () => resolve('push-refused'));
  });
  return { via: 'library', protocol: 4, lost, close };
}

import type { Reason } from '../../shared/snapshot.ts';
import type { Attempt, Line, LineKind, LineParts } from './attempt.ts';
import { joinByLibrary } from './library-line.ts';
import { joinByLoop } from './loop.ts';

export type { Line, LineChoice, LineKind, LineParts } from './attempt.ts';

export type Joined =
  | { readonly ok: true; readonly line: Line }
  | {
      readonly ok: false;
      readonly reason: Reason;
      /** The service takes in no more connections for now. */
      readonly isFull: boolean;
    };

type Client = (url: URL, parts: LineParts) => Promise<Attempt>;

/**
 * Joins the namespace that the URL's path names: by the library, and where that is not answered or
 * not understood, by a loop of our own. What worked is tried first the next time.
 */
export async function joinLine(url: URL, parts: LineParts): Promise<Joined> {
  const [first, second] = clients(parts.choice.preferred);
  let attempt = await joinEitherPath(first, url, parts);
  if (mayBeUs(attempt) && !parts.signal.aborted) {
    parts.log.warn('push-not-understood', { why: attempt.hint });
    attempt = await joinEitherPath(second, url, parts);
  }
  if (!attempt.ok) return { ok: false, reason: attempt.reason, isFull: attempt.hint === 'full' };
  remember(attempt.line, parts);
  return { ok: true, line: attempt.line };
}

function clients(preferred: LineKind | null): [Client, Client] {
  const loop: Client = (url, parts) => joinByLoop(url, parts, preferred?.protocol ?? 4);
  return preferred?.via === 'loop' ? [loop, joinByLibrary] : [joinByLibrary, loop];
}

/**
 * For the documented `…/callback?` form the whole path is tried first, then the path without it, as
 * the two published recipes differ there.
 */
async function joinEitherPath(join: Client, url: URL, parts: LineParts): Promise<Attempt> {
  const whole = await join(url, parts);
  const mayBeShorter = whole.hint === 'namespace' && url.pathname.endsWith('/callback');
  if (!mayBeShorter || parts.signal.aborted) return whole;
  const shorter = new URL(url);
  shorter.pathname = url.pathname.slice(0, -'/callback'.length);
  return join(shorter, parts);
}

/** Not a no, nor a network that is down: another client might be understood. */
function mayBeUs({ ok, hint }: Attempt): boolean {
  return !ok && (hint === 'unanswered' || hint === 'foreign');
}

function remember({ via, protocol }: Line, { choice, log }: LineParts): void {
  const known = choice.preferred;
  if (known?.via === via && known.protocol === protocol) return;
  choice.preferred = { via, protocol };
  log.info('push-client', { via, protocol });
}

import type { WebSocketLike } from '../ports.ts';
import { aborted, timeLimit } from '../time/timing.ts';
import { type Attempt, failed, joinTimeoutMs, type LineParts } from './attempt.ts';
import { EngineLine } from './engine-line.ts';
import type { Protocol } from './packets.ts';
import { socketUrl } from './socket-url.ts';

/** Joins the namespace that the URL's path names, in the other protocol where this one seems foreign. */
export async function joinByLoop(url: URL, parts: LineParts, protocol: Protocol): Promise<Attempt> {
  const attempt = await joinAs(url, parts, protocol);
  if (attempt.hint !== 'foreign' || parts.signal.aborted) return attempt;
  const other = await joinAs(url, parts, protocol === 4 ? 3 : 4);
  if (!attempt.ok) return { ...other, hint: other.hint ?? attempt.hint };
  // An old server takes in a new client, but waits for pings that do not come.
  if (!other.ok) return attempt;
  attempt.line.close();
  return other;
}

async function joinAs(url: URL, parts: LineParts, protocol: Protocol): Promise<Attempt> {
  let socket: WebSocketLike;
  try {
    socket = parts.net.connect(socketUrl(url, protocol));
  } catch {
    return failed('push-unreachable');
  }
  const line = new EngineLine(socket, url, parts, protocol);
  using limit = timeLimit(parts.signal, joinTimeoutMs);
  const attempt = await Promise.race([
    line.answer,
    aborted(limit.signal).then(() => line.unanswered()),
  ]);
  if (!attempt.ok) line.close();
  return attempt;
}

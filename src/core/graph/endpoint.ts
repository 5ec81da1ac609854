import { z } from 'zod';
import type { Reason } from '../../shared/snapshot.ts';
import { checkPushUrl, type Hosts } from '../hosts.ts';
import type { Clock } from '../ports.ts';
import type { Asking, Graph, GraphFailure } from './graph.ts';
import { utcOf } from './utc.ts';

const wireEndpoint = z.object({
  notificationUrl: z.unknown(),
  expirationDateTime: z.string().nullish().catch(null),
});

const lifeWhenUnsaidMs = 25 * 60 * 1000;
const shortestLifeMs = 10_000;
const longestLifeMs = 24 * 60 * 60 * 1000;

/** Where a drive's push service listens. The URL is a secret: it is never kept or logged. */
export interface Endpoint {
  readonly ok: true;
  readonly url: URL;
  /** ms since 1970, for the words. */
  readonly expiresAt: number;
  /** By the steady clock, which nobody sets. */
  readonly endsAt: number;
}

export type EndpointFailure =
  | { readonly ok: false; readonly kind: 'push'; readonly reason: Reason }
  | { readonly ok: false; readonly kind: 'graph'; readonly failure: GraphFailure };

/** Asks for a drive's endpoint: each call gives a new one. */
export async function askEndpoint(
  graph: Graph,
  driveId: string,
  hosts: Hosts,
  at: Pick<Asking, 'signal' | 'onLeave'> & { readonly clock: Clock },
): Promise<Endpoint | EndpointFailure> {
  const path = `/drives/${encodeURIComponent(driveId)}/root/subscriptions/socketIo`;
  const answer = await graph.get(path, { ...at, urgency: 'upkeep' });
  if (!answer.ok) return understand(answer);
  const parsed = wireEndpoint.safeParse(answer.value);
  const url = checkPushUrl(parsed.data?.notificationUrl, hosts);
  if (!url.ok) return { ok: false, kind: 'push', reason: url.code };
  const expiry = utcOf(parsed.data?.expirationDateTime ?? '');
  const lifeMs = lifeOf(expiry - graph.serverTime());
  return {
    ok: true,
    url: url.url,
    expiresAt: at.clock.now() + lifeMs,
    endsAt: performance.now() + lifeMs,
  };
}

// What has just been given has not expired yet: if it seems so, a clock is wrong.
function lifeOf(saidMs: number): number {
  if (!Number.isFinite(saidMs) || saidMs <= 0) return lifeWhenUnsaidMs;
  return Math.min(Math.max(saidMs, shortestLifeMs), longestLifeMs);
}

// A drive without push says 400 or `notSupported`; a 404 or 403 here may pass.
function understand(failure: GraphFailure): EndpointFailure {
  if (failure.code === 'refused' || failure.graphCode === 'notSupported') {
    return { ok: false, kind: 'push', reason: 'push-not-offered' };
  }
  return ['not-found', 'no-access', 'gone'].includes(failure.code)
    ? { ok: false, kind: 'push', reason: 'push-refused' }
    : { ok: false, kind: 'graph', failure };
}

import { z } from 'zod';
import { type Answer, type Asking, failure, type Graph, type GraphFailure } from './graph.ts';
import { utcOf } from './utc.ts';

/** A day: Microsoft allows nearly thirty, but what is left behind should end soon. */
const lifeMs = 24 * 60 * 60_000;
const mostPages = 20;
/** Microsoft asks for another token ahead of its end: the one we have already would be of no use. */
const tokenLastsMs = 30 * 60_000;

const wireSubscription = z.object({
  id: z.string().regex(/^[\w-]{1,128}$/),
  expirationDateTime: z.string(),
  notificationUrl: z.string().nullish(),
  clientState: z.string().nullish(),
});

const wireRenewed = wireSubscription.pick({ expirationDateTime: true });

const wirePage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});

const wireListed = z.object({
  id: wireSubscription.shape.id,
  notificationUrl: z.string().nullish(),
});

/** When Microsoft lets it end. */
export interface Life {
  /** ms from now. */
  readonly lifeMs: number;
}

export interface SubscriptionOrder {
  readonly driveId: string;
  readonly url: string;
  readonly clientState: string;
}

/** Microsoft has understood us, but what it says makes no subscription. */
const odd = failure('unexpected-answer');

/** Microsoft asks at the address whether it is ours, and answers after that. */
export async function createSubscription(
  graph: Graph,
  { driveId, url, clientState }: SubscriptionOrder,
  signal: AbortSignal,
): Promise<Answer<Life & { readonly id: string }>> {
  const answer = await graph.change('POST', '/subscriptions', {
    signal,
    urgency: 'upkeep',
    tokenLastsMs,
    body: {
      changeType: 'updated',
      notificationUrl: url,
      lifecycleNotificationUrl: url,
      resource: `/drives/${driveId}/root`,
      expirationDateTime: inADay(graph),
      clientState,
      latestSupportedTlsVersion: 'v1_2',
    },
  });
  if (!answer.ok) return answer;
  const made = wireSubscription.safeParse(answer.value).data;
  if (!made) return odd;
  const life = lifeUntil(graph, made.expirationDateTime);
  const isOurs = isSameUrl(made.notificationUrl ?? url, url);
  const isSecret = (made.clientState ?? clientState) === clientState;
  if (life === null || !isOurs || !isSecret) {
    // It would send to somebody else, or what nobody could believe.
    await deleteSubscription(graph, made.id, { signal });
    return odd;
  }
  return { ok: true, value: { id: made.id, lifeMs: life } };
}

/** For another day; that also lets Microsoft go on with the account's present token. */
export async function renewSubscription(
  graph: Graph,
  id: string,
  signal: AbortSignal,
): Promise<Answer<Life>> {
  const answer = await graph.change('PATCH', `/subscriptions/${encodeURIComponent(id)}`, {
    signal,
    urgency: 'upkeep',
    tokenLastsMs,
    body: { expirationDateTime: inADay(graph) },
  });
  if (!answer.ok) return answer;
  const renewed = wireRenewed.safeParse(answer.value).data;
  const life = lifeUntil(graph, renewed?.expirationDateTime ?? '');
  return life === null ? odd : { ok: true, value: { lifeMs: life } };
}

/** Null: it is gone, whoever it was that deleted it. */
export async function deleteSubscription(
  graph: Graph,
  id: string,
  asking: Pick<Asking, 'signal' | 'urgency'>,
): Promise<GraphFailure | null> {
  const path = `/subscriptions/${encodeURIComponent(id)}` as const;
  const answer = await graph.change('DELETE', path, asking);
  return answer.ok || answer.code === 'not-found' || answer.code === 'gone' ? null : answer;
}

/** The ids of those that lead to this address. */
export async function subscriptionsLeadingTo(
  graph: Graph,
  url: string,
  signal: AbortSignal,
): Promise<Answer<readonly string[]>> {
  const ids: string[] = [];
  let target = '/subscriptions';
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await graph.get(target, { signal, urgency: 'upkeep' });
    if (!answer.ok) return answer;
    const parsed = wirePage.safeParse(answer.value).data;
    if (!parsed) return odd;
    const listed = parsed.value.flatMap((one) => wireListed.safeParse(one).data ?? []);
    ids.push(...listed.filter((one) => isSameUrl(one.notificationUrl, url)).map(({ id }) => id));
    const next = parsed['@odata.nextLink'];
    if (next === undefined) break;
    target = next;
  }
  return { ok: true, value: ids };
}

function inADay(graph: Graph): string {
  return new Date(graph.serverTime() + lifeMs).toISOString();
}

// What has just been given has not ended yet, and nobody asked for longer.
function lifeUntil(graph: Graph, time: string): number | null {
  const left = utcOf(time) - graph.serverTime();
  return Number.isFinite(left) && left > 0 ? Math.min(left, lifeMs) : null;
}

/** Microsoft may spell it in another way than it was told. `ours` is a URL. */
function isSameUrl(listed: string | null | undefined, ours: string): boolean {
  return URL.parse(listed ?? '')?.href === new URL(ours).href;
}

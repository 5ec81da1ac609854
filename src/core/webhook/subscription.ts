import type { Reason } from '../../shared/snapshot.ts';
import { Backoff } from '../time/backoff.ts';
import { describe } from '../describe.ts';
import { failure, type Graph, type GraphFailure } from '../graph/graph.ts';
import type { Urgency } from '../graph/request-budget.ts';
import {
  createSubscription,
  deleteSubscription,
  subscriptionsLeadingTo,
} from '../graph/subscriptions.ts';
import type { Clock, Log } from '../ports.ts';
import { aborted, sleep, unlessAborted } from '../time/timing.ts';
import { SupervisedLoop } from '../wake/supervised-loop.ts';
import type { WakeEvents } from '../wake/wake-events.ts';
import { isSameState, newClientState } from './client-state.ts';
import { isLasting, isUnheard, reasonOf } from './failure-reason.ts';
import { HeldSubscription } from './held-subscription.ts';
import type { Kept } from './kept.ts';
import type { Delivery } from './notification.ts';

const leaveMs = 5000;
const steadyAfterMs = 30_000;

/** Whether we can be reached at all, as far as this computer knows; null: not known yet. */
export type Door =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: Reason | null };

export interface SubscriptionParts extends WakeEvents {
  readonly driveId: string;
  readonly graph: Graph;
  readonly clock: Clock;
  readonly log: Log;
  readonly door: () => Door;
  /** How often Microsoft, or whoever, has asked whether it is us. */
  readonly validations: () => number;
  /** What outlives a crash. */
  readonly kept: {
    readonly of: () => Promise<Kept | null>;
    readonly keep: (one: Kept | null) => Promise<void>;
  };
  /** Null: it is known what of ours is left at Microsoft, so that one made from now on is not taken for it; else why not. */
  readonly ready: (signal: AbortSignal) => Promise<GraphFailure | null>;
  /** It could not be deleted at the end, and nobody holds it any more. */
  readonly onLeft: (id: string) => void;
}

/**
 * Keeps one drive's subscription: creates, takes over, comes back. Ends by `stop`, and then it is deleted.
 * Only where one is made does Microsoft ask whether it reaches us, so one of before is never taken up again.
 */
export class Subscription {
  readonly #parts: SubscriptionParts;
  readonly #loop = new SupervisedLoop({
    round: (signal) => this.#hold(signal),
    onBroken: (thrown) => this.#broke(thrown),
  });
  /** Requests under way outlive the end for a moment: what they make has to be deleted. */
  readonly #requests = new AbortController();
  readonly #backoff = new Backoff(2000, 5 * 60_000);
  readonly #slowly = new Backoff(60_000, 60 * 60_000);
  #held: HeldSubscription | null = null;
  /** Gives way to another; until then Microsoft tells by it. */
  #former: Kept | null = null;
  #done: Promise<void> = Promise.resolve();
  #lastDelivery: number | null = null;
  #ignored = 0;

  constructor(parts: SubscriptionParts) {
    this.#parts = parts;
  }

  get isThere(): boolean {
    return this.#held !== null;
  }

  knows(id: string): boolean {
    return this.#held?.kept.id === id || this.#former?.id === id;
  }

  /** Deliveries that were not from Microsoft do not count as the last one. ms since 1970. */
  get deliveries(): { readonly last: number | null; readonly ignored: number } {
    return { last: this.#lastDelivery, ignored: this.#ignored };
  }

  start(): void {
    this.#done = this.#loop.run().then(() => this.#leave());
  }

  /** Done once it is deleted, or that has taken too long. */
  stop(): Promise<void> {
    if (!this.#loop.isStopped) {
      this.#loop.stop();
      const limit = setTimeout(() => this.#requests.abort(), leaveMs);
      this.#done = this.#done.finally(() => clearTimeout(limit));
    }
    return this.#done;
  }

  /** Makes another at once, as after sleep, when the way in has changed, or where it is in doubt. */
  again(): void {
    this.#backoff.reset();
    this.#slowly.reset();
    this.#parts.onState({ state: 'connecting' });
    this.#parts.onAsking();
    this.#loop.again();
  }

  /** Whether Microsoft alone could have said this. */
  deliver({ subscriptionId, clientState, what }: Delivery): boolean {
    const one = [this.#held?.kept, this.#former].find((each) => each?.id === subscriptionId);
    if (!one || !isSameState(clientState, one.clientState)) {
      this.#ignored += 1;
      return false;
    }
    this.#lastDelivery = this.#parts.clock.now();
    if (what === 'changed' || what === 'missed') this.#parts.onWake('webhook');
    else this.#held?.renewNow();
    return true;
  }

  #broke(thrown: unknown): number {
    this.#parts.log.warn('webhook-broke', { why: describe(thrown) });
    this.#down('webhook-refused');
    return this.#backoff.next();
  }

  /** One subscription's life, with all its renewals, and the wait after it. */
  async #hold(signal: AbortSignal): Promise<void> {
    const door = this.#parts.door();
    if (!door.ok) {
      if (door.reason !== null) this.#down(door.reason);
      return aborted(signal);
    }
    const before = this.#parts.validations();
    const failed = await this.#have(door.url, signal);
    if (signal.aborted) return;
    this.#parts.onGraph(failed && isUnreached(failed) ? failed : null);
    if (failed) {
      const wasAsked = this.#parts.validations() > before;
      return this.#failed(failed, wasAsked, signal);
    }
    const since = performance.now();
    this.#slowly.reset();
    this.#parts.onWake('joined');
    const end = await this.#held?.keep(signal);
    if (signal.aborted) return;
    if (end === 'gone') await this.#forget();
    const isSteady = performance.now() - since >= steadyAfterMs;
    if (!isSteady || end === 'given-up') this.#down('webhook-refused');
    // A service that takes it only to end it is not met at full speed for ever.
    if (isSteady) this.#backoff.reset();
    else await sleep(this.#backoff.next(), signal);
  }

  async #failed(failed: GraphFailure, wasAsked: boolean, signal: AbortSignal): Promise<void> {
    this.#down(reasonOf(failed, wasAsked));
    const asked = failed.retryAfterMs ?? 0;
    const wait = isLasting(failed)
      ? asked + this.#slowly.next()
      : this.#backoff.after(asked, this.#parts.graph.pace.factor);
    await sleep(wait, signal);
  }

  /** Null: there is one now. */
  async #have(url: string, signal: AbortSignal): Promise<GraphFailure | null> {
    const { ready, onAsking, kept } = this.#parts;
    onAsking();
    this.#former = this.#held?.kept ?? this.#former ?? (await unlessAborted(kept.of(), signal));
    this.#held = null;
    const unready = await unlessAborted(ready(signal), signal);
    if (unready || signal.aborted) return unready;
    const formerId = this.#former?.id;
    if (formerId !== undefined) {
      const failed = await this.#delete(formerId, 'upkeep');
      if (failed && isUnheard(failed)) return failed;
      await this.#forget();
    }
    const failed = await this.#create(url);
    if (failed?.inUse === undefined) return failed;
    // Microsoft does not know yet of what it has just done.
    if (failed.inUse === formerId) return failure('microsoft-down');
    return this.#takeOver(failed.inUse, failed, url);
  }

  async #create(url: string): Promise<GraphFailure | null> {
    const { driveId, kept } = this.#parts;
    const clientState = newClientState();
    const order = { driveId, url, clientState };
    const made = await createSubscription(this.#parts.graph, order, this.#requests.signal);
    if (!made.ok) return made;
    const one = { id: made.value.id, clientState };
    this.#held = new HeldSubscription(one, made.value.lifeMs, {
      ...this.#parts,
      requests: this.#requests.signal,
    });
    await kept.keep(one);
    return null;
  }

  /** What Microsoft has already brings a secret that nobody knows any more: another has to take its place. */
  async #takeOver(id: string, failed: GraphFailure, url: string): Promise<GraphFailure | null> {
    const listed = await subscriptionsLeadingTo(this.#parts.graph, url, this.#requests.signal);
    if (!listed.ok) return listed;
    // It leads elsewhere: to another computer of this person's, which is not ours to silence.
    if (!listed.value.includes(id)) return failed;
    this.#parts.log.info('webhook-taken-over');
    await this.#delete(id, 'upkeep');
    return this.#create(url);
  }

  async #leave(): Promise<void> {
    const one = this.#held?.kept ?? this.#former;
    if (!one) return;
    const failed = await this.#delete(one.id, 'awaited');
    if (failed) this.#parts.onLeft(one.id);
    else await this.#forget();
    this.#held = this.#former = null;
  }

  #delete(id: string, urgency: Urgency): Promise<GraphFailure | null> {
    return deleteSubscription(this.#parts.graph, id, { signal: this.#requests.signal, urgency });
  }

  async #forget(): Promise<void> {
    this.#held = this.#former = null;
    await this.#parts.kept.keep(null);
  }

  #down(reason: Reason): void {
    this.#parts.log.warn('webhook-down', { why: reason });
    this.#parts.onState({ state: 'down', reason });
  }
}

/** Graph has not answered, or not to us. */
function isUnreached({ code, graphCode }: GraphFailure): boolean {
  const isPassing = code === 'no-network' || code === 'throttled' || code === 'microsoft-down';
  return (isPassing && graphCode === null) || code === 'signed-out' || code === 'keys-locked';
}

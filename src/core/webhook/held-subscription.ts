import type { ConnectionView, Reason } from '../../shared/snapshot.ts';
import { Backoff } from '../time/backoff.ts';
import type { Graph, GraphFailure } from '../graph/graph.ts';
import { renewSubscription } from '../graph/subscriptions.ts';
import type { Clock, Log } from '../ports.ts';
import { sleep } from '../time/timing.ts';
import type { WakeEvents } from '../wake/wake-events.ts';
import { isLasting, reasonOf } from './failure-reason.ts';
import type { Kept } from './kept.ts';

/** How long Microsoft goes on telling once it has asked for a renewal: no shorter, as far as is known. */
const owesAtMostMs = 5 * 60_000;

export interface HeldParts extends Pick<WakeEvents, 'onWake' | 'onState'> {
  readonly graph: Graph;
  /** Of requests under way. */
  readonly requests: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
}

/** A subscription that Microsoft has for us, from when it was made until it is gone. */
export class HeldSubscription {
  readonly kept: Kept;
  readonly #parts: HeldParts;
  readonly #soon = new Backoff(2000, 5 * 60_000);
  readonly #slowly = new Backoff(60_000, 60 * 60_000);
  /** ms since 1970. */
  readonly #since: number;
  /** By the steady clock, as all that follows. */
  #endsAt: number;
  #renewAt = 0;
  /** Asked to renew, and not done yet: soon Microsoft says nothing. */
  #owesSince: number | null = null;
  /** Aborts when Microsoft asks for it. */
  #renewNow = new AbortController();

  constructor(kept: Kept, lifeMs: number, parts: HeldParts) {
    this.kept = kept;
    this.#parts = parts;
    this.#since = parts.clock.now();
    this.#endsAt = performance.now() + lifeMs;
  }

  /** Microsoft wants it before it is due. */
  renewNow(): void {
    this.#renewNow.abort();
  }

  /** Renews it ahead of each end. `given-up`: Microsoft has it, and will tell nothing more. */
  async keep(signal: AbortSignal): Promise<'gone' | 'given-up' | 'stopped'> {
    this.#due();
    this.#isLive();
    for (;;) {
      await this.#untilDue(signal);
      if (signal.aborted) return 'stopped';
      const { graph, requests, log } = this.#parts;
      const either = AbortSignal.any([signal, requests]);
      const renewed = await renewSubscription(graph, this.kept.id, either);
      if (signal.aborted) return 'stopped';
      if (renewed.ok) this.#renewed(renewed.value.lifeMs);
      else {
        log.warn('webhook-not-renewed', { why: renewed.code });
        if (performance.now() >= this.#endsAt || isGone.has(renewed.code)) return 'gone';
        if (this.#owesSince !== null && isLasting(renewed)) return 'given-up';
        this.#notRenewed(renewed);
      }
    }
  }

  async #untilDue(signal: AbortSignal): Promise<void> {
    const { signal: asked } = this.#renewNow;
    await sleep(this.#renewAt - performance.now(), AbortSignal.any([signal, asked]));
    if (!asked.aborted) return;
    this.#renewNow = new AbortController();
    this.#owesSince ??= performance.now();
  }

  #renewed(lifeMs: number): void {
    this.#soon.reset();
    this.#slowly.reset();
    this.#endsAt = performance.now() + lifeMs;
    this.#due();
    // Where that came late, Microsoft has said nothing meanwhile.
    if (this.#owesSince !== null) this.#parts.onWake('joined');
    this.#owesSince = null;
    this.#isLive();
  }

  #notRenewed(failed: GraphFailure): void {
    const now = performance.now();
    const silentAt = this.#owesSince === null ? Infinity : this.#owesSince + owesAtMostMs;
    const pause = this.#owesSince === null ? this.#slowly : this.#soon;
    const wanted = now + pause.next() + (failed.retryAfterMs ?? 0);
    this.#renewAt = Math.min(wanted, this.#endsAt, now < silentAt ? silentAt : wanted);
    if (now < silentAt) this.#isLive();
    else this.#down(reasonOf(failed, true));
  }

  /** Halfway: there is as much time again to try in. */
  #due(): void {
    const now = performance.now();
    this.#renewAt = now + (this.#endsAt - now) / 2;
  }

  #isLive(): void {
    const steady = this.#parts.clock.now() - performance.now();
    const expiresAt = Math.round(steady + this.#endsAt);
    const renewsAt = Math.round(steady + this.#renewAt);
    const connection: ConnectionView = { via: 'webhook', since: this.#since, expiresAt, renewsAt };
    this.#parts.onState({ state: 'live', connection });
  }

  #down(reason: Reason): void {
    this.#parts.log.warn('webhook-down', { why: reason });
    this.#parts.onState({ state: 'down', reason });
  }
}

/** A subscription that answers so will never be again. */
const isGone = new Set<GraphFailure['code']>(['not-found', 'gone']);

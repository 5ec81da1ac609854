import { Backoff } from '../time/backoff.ts';
import type { Graph, GraphFailure } from '../graph/graph.ts';
import { deleteSubscription, subscriptionsLeadingTo } from '../graph/subscriptions.ts';
import { sleep } from '../time/timing.ts';
import { isUnheard } from './failure-reason.ts';
import type { KeptSubscriptions } from './kept.ts';

export interface LeftoversParts {
  readonly graph: Graph;
  readonly kept: KeptSubscriptions;
  /** The address that subscriptions of ours lead to now; null: none. */
  readonly url: () => string | null;
  /** Subscriptions that somebody keeps. */
  readonly isHeld: (id: string) => boolean;
  readonly signal: AbortSignal;
}

/** One account's subscriptions at Microsoft that nobody holds, as after a crash: nobody would ever hear what they say. */
export class Leftovers {
  readonly #parts: LeftoversParts;
  readonly #backoff = new Backoff(5000, 10 * 60_000);
  /** Found, and not deleted yet. */
  readonly #left = new Set<string>();
  #lookedAt: string | null | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #tidying: Promise<void> | null = null;

  constructor(parts: LeftoversParts) {
    this.#parts = parts;
  }

  /** Whoever kept it could not delete it. */
  add(id: string): void {
    this.#left.add(id);
    void this.tidy();
  }

  /** Looks for them, once for each address: later, what was made a moment ago may be nobody's yet. */
  look(signal: AbortSignal): Promise<GraphFailure | null> {
    const next = this.#turn.then(() => this.#look(signal));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Done once all have been found and deleted, or nothing of the account is wanted any more. */
  tidy(): Promise<void> {
    this.#tidying ??= this.#tidy();
    return this.#tidying;
  }

  async #look(signal: AbortSignal): Promise<GraphFailure | null> {
    const { graph, kept, url, isHeld } = this.#parts;
    const at = url();
    if (this.#lookedAt === at) return null;
    const listed = at === null ? null : await subscriptionsLeadingTo(graph, at, signal);
    const ids = [...(await kept.entries()).values()].map(({ id }) => id);
    if (listed?.ok) ids.push(...listed.value);
    for (const id of ids) if (!isHeld(id)) this.#left.add(id);
    if (listed && !listed.ok && isUnheard(listed)) return listed;
    this.#lookedAt = at;
    if (this.#left.size > 0) void this.tidy();
    return null;
  }

  async #tidy(): Promise<void> {
    const { graph, signal } = this.#parts;
    while (!signal.aborted) {
      const failed = await this.look(signal);
      await this.#delete(signal);
      if (!failed && this.#left.size === 0) break;
      await sleep(this.#backoff.after(failed?.retryAfterMs ?? 0, graph.pace.factor), signal);
    }
    this.#backoff.reset();
    this.#tidying = null;
  }

  async #delete(signal: AbortSignal): Promise<void> {
    const { graph, isHeld } = this.#parts;
    for (const id of this.#left) {
      if (signal.aborted) return;
      const failed = isHeld(id)
        ? null
        : await deleteSubscription(graph, id, { signal, urgency: 'upkeep' });
      if (failed && isUnheard(failed)) continue;
      this.#left.delete(id);
      if (!failed) await this.#forget(id);
    }
  }

  // What Microsoft would not delete is remembered: the next start tries again.
  async #forget(id: string): Promise<void> {
    const { kept, isHeld } = this.#parts;
    if (isHeld(id)) return;
    for (const [driveId, one] of await kept.entries())
      if (one.id === id) await kept.keep(driveId, null);
  }
}

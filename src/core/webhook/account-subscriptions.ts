import type { Graph } from '../graph/graph.ts';
import { oneSpelling } from '../graph/same-id.ts';
import type { Clock, Log } from '../ports.ts';
import type { DriveWebhook } from '../wake/sources.ts';
import type { WakeEvents } from '../wake/wake-events.ts';
import type { Doorway } from './doorway.ts';
import { KeptSubscriptions, type WebhookSecrets } from './kept.ts';
import { Leftovers } from './leftovers.ts';
import { SharedSubscription } from './shared-subscription.ts';
import type { Subscription } from './subscription.ts';

export interface AccountSubscriptionsParts {
  readonly accountId: string;
  readonly graph: Graph;
  readonly doorway: Pick<Doorway, 'door' | 'validations'>;
  /** The address that is wished now; null: none. */
  readonly url: () => string | null;
  readonly secrets: WebhookSecrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** One account's subscriptions, one for each drive: held while a watch wants it, deleted before another is made. */
export class AccountSubscriptions {
  readonly #parts: AccountSubscriptionsParts;
  readonly #end = new AbortController();
  readonly #kept: KeptSubscriptions;
  readonly #leftovers: Leftovers;
  /** By drive, in one spelling. */
  readonly #held = new Map<string, SharedSubscription>();
  /** Being deleted, by drive. */
  readonly #ending = new Map<string, Promise<unknown>>();

  constructor(parts: AccountSubscriptionsParts) {
    const { accountId, graph, url, secrets, log, signal } = parts;
    this.#parts = parts;
    this.#kept = new KeptSubscriptions(secrets, accountId, log);
    this.#leftovers = new Leftovers({
      graph,
      kept: this.#kept,
      url,
      isHeld: (id) => this.subscriptions.some((one) => one.knows(id)),
      signal: AbortSignal.any([signal, this.#end.signal]),
    });
  }

  /** Those that are held. */
  get subscriptions(): readonly Subscription[] {
    return [...this.#held.values()].map((one) => one.subscription);
  }

  /** Microsoft has none of ours that wants to be deleted before the end. */
  get isIdle(): boolean {
    return this.#held.size === 0 && this.#ending.size === 0;
  }

  /** Deletes what a crash has left. */
  tidy(): Promise<void> {
    return this.#leftovers.tidy();
  }

  hold(driveId: string, holder: WakeEvents): ReturnType<DriveWebhook['hold']> {
    const key = oneSpelling(driveId);
    const shared = this.#held.get(key) ?? this.#begin(key, driveId);
    shared.add(holder);
    return {
      get state() {
        return shared.state;
      },
      get vitals() {
        const { last, ignored } = shared.subscription.deliveries;
        return { lastDelivery: last, ignored };
      },
      again: () => shared.subscription.again(),
      release: () => {
        shared.drop(holder);
        if (shared.isFree && this.#held.get(key) === shared) this.#letGo(key, shared);
      },
    };
  }

  /** Deletes all that are held now. */
  async letGo(): Promise<void> {
    for (const [key, shared] of this.#held) this.#letGo(key, shared);
    await Promise.all(this.#ending.values());
  }

  /** Nothing more of this account is wanted. */
  end(): void {
    this.#end.abort();
  }

  #letGo(key: string, { subscription }: SharedSubscription): void {
    this.#held.delete(key);
    const done = Promise.all([this.#ending.get(key), subscription.stop()]).finally(() => {
      if (this.#ending.get(key) === done) this.#ending.delete(key);
    });
    this.#ending.set(key, done);
  }

  #begin(key: string, driveId: string): SharedSubscription {
    const { graph, clock, log, doorway } = this.#parts;
    const shared = new SharedSubscription({
      driveId,
      graph,
      clock,
      log,
      door: () => doorway.door,
      validations: () => doorway.validations,
      kept: {
        of: async () => {
          await this.#ending.get(key);
          return this.#kept.of(key);
        },
        keep: (one) => this.#kept.keep(key, one),
      },
      onLeft: (id) => this.#leftovers.add(id),
      ready: (signal) => this.#leftovers.look(signal),
    });
    this.#held.set(key, shared);
    shared.subscription.start();
    return shared;
  }
}

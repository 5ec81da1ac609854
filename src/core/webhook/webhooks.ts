import type { WebhookReport } from '../../shared/diagnostics.ts';
import type { WakeSource, WebhookView } from '../../shared/snapshot.ts';
import { describe } from '../describe.ts';
import type { Graph } from '../graph/graph.ts';
import type { Clock, Log } from '../ports.ts';
import { timeLimit, unlessAborted } from '../time/timing.ts';
import type { DriveWebhook } from '../wake/sources.ts';
import { AccountSubscriptions } from './account-subscriptions.ts';
import { addressOf } from './address.ts';
import { Doorway } from './doorway.ts';
import type { WebhookSecrets } from './kept.ts';
import { deliveriesIn, type Delivery } from './notification.ts';
import type { Subscription } from './subscription.ts';

const stopMs = 7000;

export interface WebhooksParts {
  readonly choice: () => WebhookView;
  /** A stand-in for Microsoft on this computer may be given an address on this computer. */
  readonly allowsLoopback: boolean;
  readonly secrets: WebhookSecrets;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SubscribedDrive {
  readonly driveId: string;
  readonly accountId: string;
  readonly graph: Graph;
  readonly wakeBy: () => WakeSource;
}

/** The one address where Microsoft can reach this computer: who may use it, and to whom it brings what comes in. */
export class Webhooks {
  readonly #parts: WebhooksParts;
  readonly #doorway: Doorway;
  readonly #end = new AbortController();
  readonly #accounts = new Map<string, AccountSubscriptions>();
  #ignored = 0;
  #lastDelivery: number | null = null;

  constructor(parts: WebhooksParts) {
    this.#parts = parts;
    this.#doorway = new Doorway({
      ...parts,
      onBody: (body) => this.#hear(body),
      onChange: () => this.doubt(),
    });
  }

  /** Opens, closes or moves the way in, as is wished now. */
  follow(): void {
    this.#doorway.follow();
  }

  /** Deletes what a crash has left of this account's. */
  tidy(accountId: string, graph: Graph): Promise<void> {
    return this.#account(accountId, graph).tidy();
  }

  of(drive: SubscribedDrive): DriveWebhook {
    return {
      use: () => {
        const { use } = this.#parts.choice();
        if (!this.#hasAddress || this.#end.signal.aborted) return 'off';
        return use === 'all' || drive.wakeBy() === 'webhook' ? 'first' : 'fallback';
      },
      hold: (holder) => this.#account(drive.accountId, drive.graph).hold(drive.driveId, holder),
    };
  }

  get report(): WebhookReport {
    return {
      state: this.#state,
      subscriptions: this.#subscriptions.filter((one) => one.isThere).length,
      lastDelivery: this.#lastDelivery,
      ignored: this.#ignored,
    };
  }

  /** Somebody else may have written the configuration. */
  get #hasAddress(): boolean {
    const { choice, allowsLoopback } = this.#parts;
    return addressOf(choice().url ?? '', allowsLoopback) !== null;
  }

  get #state(): WebhookReport['state'] {
    const { door } = this.#doorway;
    if (!this.#hasAddress) return 'off';
    if (door.ok) return 'listening';
    return door.reason === null ? 'opening' : 'port-taken';
  }

  /** Tries again what has failed so far. */
  retry(): void {
    for (const one of this.#subscriptions) if (!one.isThere) one.again();
  }

  /** The way in may be closed: Microsoft has to say. */
  doubt(): void {
    for (const one of this.#subscriptions) one.again();
  }

  /** Deletes an account's subscriptions, before its tokens go. Done in a few seconds at most, whatever hangs. */
  async leave(accountId: string): Promise<void> {
    const account = this.#accounts.get(accountId);
    if (!account) return;
    await inTime(account.letGo());
    // It may have come back meanwhile.
    if (account.subscriptions.length > 0 || this.#accounts.get(accountId) !== account) return;
    account.end();
    this.#accounts.delete(accountId);
  }

  /** Microsoft has no subscriptions of ours that want to be deleted before the end, or the end has begun. */
  get isIdle(): boolean {
    return this.#end.signal.aborted || this.#accounts.values().every((one) => one.isIdle);
  }

  /** Deletes all. Done in a few seconds at most, whatever else hangs. */
  async stop(): Promise<void> {
    this.#end.abort();
    await inTime(this.#stop());
  }

  async #stop(): Promise<void> {
    await Promise.all(Array.from(this.#accounts.values(), (one) => one.letGo()));
    await this.#doorway.stop();
  }

  get #subscriptions(): readonly Subscription[] {
    return [...this.#accounts.values()].flatMap((one) => one.subscriptions);
  }

  #account(accountId: string, graph: Graph): AccountSubscriptions {
    const known = this.#accounts.get(accountId);
    if (known) return known;
    const { choice, secrets, clock, log } = this.#parts;
    const account = new AccountSubscriptions({
      accountId,
      graph,
      doorway: this.#doorway,
      url: () => choice().url,
      secrets,
      clock,
      log,
      signal: this.#end.signal,
    });
    this.#accounts.set(accountId, account);
    return account;
  }

  #hear(body: Uint8Array): void {
    try {
      const { deliveries, strange } = deliveriesIn(body);
      this.#ignored += strange;
      for (const delivery of deliveries) this.#deliver(delivery);
    } catch (thrown) {
      // Whoever is woken must not be able to end the listening.
      this.#parts.log.warn('webhook-broke', { why: describe(thrown) });
    }
  }

  #deliver(delivery: Delivery): void {
    const meant = this.#subscriptions.find((one) => one.knows(delivery.subscriptionId));
    if (meant?.deliver(delivery)) this.#lastDelivery = meant.deliveries.last;
    else this.#ignored += 1;
  }
}

async function inTime(work: Promise<unknown>): Promise<void> {
  using limit = timeLimit(new AbortController().signal, stopMs);
  await unlessAborted(work, limit.signal);
}

import { randomUUID } from 'node:crypto';
import type { Changed } from '../cloud/change.ts';
import type { DriveFacts } from '../cloud/drive-facts.ts';
import type { Fetch } from '../http/fetch.ts';
import type { Knobs } from '../knobs.ts';
import { Book, type Combination } from './book.ts';
import { concerns } from './concerns.ts';
import { Courier } from './courier.ts';
import { DeliveryLog } from './delivery-log.ts';
import { validate } from './handshake.ts';
import { type Forgery, forgedBody } from './notification.ts';
import { Outbox } from './outbox.ts';
import { Reminders } from './reminders.ts';
import { type Subscription, isDelivered } from './subscription.ts';
import { Timers } from './timers.ts';

type AnyKey = DriveFacts['key'];

/** Webhook subscriptions, their deliveries, and what can be done to them. */
export class Webhooks {
  readonly deliveries = new DeliveryLog();
  readonly #knobs: Knobs;
  readonly #courier: Courier;
  readonly #book = new Book();
  readonly #timers = new Timers();
  readonly #outbox: Outbox;
  readonly #reminders: Reminders;

  constructor(knobs: Knobs, fetch: Fetch) {
    this.#knobs = knobs;
    this.#courier = new Courier(fetch);
    this.#outbox = new Outbox({
      knobs,
      courier: this.#courier,
      log: this.deliveries,
      timers: this.#timers,
      isWanted: (one, kind) =>
        this.#book.find(one.id) === one && (kind === 'lifecycle' || isDelivered(one)),
    });
    this.#reminders = new Reminders(knobs, this.#timers, (one) => this.#outbox.remind(one));
  }

  stop(): void {
    this.#timers.end();
    this.#courier.stop();
  }

  all(drive?: AnyKey): Subscription[] {
    return this.#book.all.filter((one) => drive === undefined || one.drive.key === drive);
  }

  /** Resolves once there are exactly that many. */
  async untilSubscriptions(drive: AnyKey, count: number, timeoutMs = 20_000): Promise<void> {
    const what = () => `${count} subscriptions to ${drive}, saw ${this.all(drive).length}`;
    await this.#book.waiting.until(() => this.all(drive).length === count, what, timeoutMs);
  }

  /** Its time is over: it is gone, and nobody is told. */
  expire(id: string): void {
    this.#named(id).expiresAt = Date.now();
    this.#book.waiting.look();
  }

  /** Its access token's time is over. */
  endAuthorization(id: string): void {
    this.#named(id).authorizedUntil = Date.now();
  }

  /** `reauthorizationRequired` at once. */
  remind(id: string): void {
    this.#outbox.remind(this.#named(id));
  }

  /** As if something had changed. */
  notify(id: string): void {
    this.#outbox.notify(this.#named(id));
  }

  /** What anybody could send who knows the URL; once, and not logged. Resolves to the answer's status. */
  async forge(id: string, forgery: Forgery = {}): Promise<number> {
    const subscription = this.#named(id);
    const { kind, contentType = 'application/json' } = forgery;
    const lifecycleUrl = kind === 'lifecycle' ? subscription.lifecycleNotificationUrl : null;
    const url = lifecycleUrl ?? subscription.notificationUrl;
    const body = forgedBody(subscription, forgery);
    return (await this.#courier.post(url, contentType, body)).status;
  }

  announce(changed: Changed): void {
    if (!this.#knobs.webhookEvents) return;
    for (const one of this.all(changed.drive)) {
      if (isDelivered(one) && concerns(one, changed)) this.#outbox.notify(one);
    }
  }

  of(owner: Pick<Subscription, 'account' | 'clientId'>): Subscription[] {
    return this.#book.of(owner);
  }

  twin(wanted: Combination): Subscription | undefined {
    return this.#book.twin(wanted);
  }

  async validate(url: string) {
    return await validate(url, this.#courier, this.deliveries, this.#knobs);
  }

  add(draft: Omit<Subscription, 'id'>): Subscription {
    const subscription = { id: randomUUID(), ...draft };
    this.#book.add(subscription);
    this.#reminders.plan(subscription);
    return subscription;
  }

  change(
    subscription: Subscription,
    changes: Partial<Pick<Subscription, 'notificationUrl' | 'expiresAt' | 'authorizedUntil'>>,
  ): void {
    Object.assign(subscription, changes);
    this.#reminders.plan(subscription);
  }

  remove(subscription: Subscription): void {
    this.#book.remove(subscription);
  }

  #named(id: string): Subscription {
    const found = this.#book.find(id);
    if (!found) throw new Error(`No such subscription: ${id}`);
    return found;
  }
}

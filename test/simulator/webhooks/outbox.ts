import type { Knobs } from '../knobs.ts';
import type { Courier } from './courier.ts';
import type { Delivery, DeliveryLog } from './delivery-log.ts';
import { lifecycleJson, notificationJson } from './notification.ts';
import { Reputation } from './reputation.ts';
import type { Subscription } from './subscription.ts';
import type { Timers } from './timers.ts';

interface Letter {
  readonly kind: 'notification' | 'lifecycle';
  readonly url: string;
  /** One value each. */
  readonly about: readonly Subscription[];
  readonly firstAt: number;
  readonly attempt: number;
}

interface Surroundings {
  readonly knobs: Knobs;
  readonly courier: Courier;
  readonly log: DeliveryLog;
  readonly timers: Timers;
  readonly isWanted: (subscription: Subscription, kind: Letter['kind']) => boolean;
}

const promptMs = 3_000;
const slownessMs = 10_000;
const mostValues = 100;

/** What is on its way to listeners (sheet 3.3). */
export class Outbox {
  readonly #surroundings: Surroundings;
  readonly #gathered = new Map<string, Subscription[]>();
  readonly #reputations = new Map<string, Reputation>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** With all else that goes to the same listener before `webhookLagMs` is over. */
  notify(subscription: Subscription): void {
    const url = subscription.notificationUrl;
    const gathered = this.#gathered.get(url);
    if (gathered) {
      gathered.push(subscription);
      return;
    }
    const about = [subscription];
    this.#gathered.set(url, about);
    const { knobs, timers } = this.#surroundings;
    timers.after(knobs.webhookLagMs, () => {
      this.#gathered.delete(url);
      while (about.length > 0) this.#send('notification', url, about.splice(0, mostValues));
    });
  }

  remind(subscription: Subscription): void {
    const url = subscription.lifecycleNotificationUrl;
    if (url !== null) this.#send('lifecycle', url, [subscription]);
  }

  #send(kind: Letter['kind'], url: string, about: readonly Subscription[]): void {
    this.#attempt({ kind, url, about, firstAt: Date.now(), attempt: 1 });
  }

  #attempt(letter: Letter): void {
    const { timers } = this.#surroundings;
    switch (this.#reputation(letter.url).standing) {
      case 'good':
        void this.#post(letter);
        break;
      case 'slow':
        timers.after(slownessMs, () => void this.#post(letter));
        break;
      case 'drop':
        this.#log(letter, { at: Date.now(), status: 0, tookMs: 0, outcome: 'dropped' });
    }
  }

  async #post(letter: Letter): Promise<void> {
    const { courier, isWanted, knobs } = this.#surroundings;
    const { kind, url } = letter;
    const about = letter.about.filter((one) => isWanted(one, kind));
    if (about.length === 0) return;
    const value = about.map((one) =>
      kind === 'lifecycle' ? lifecycleJson(one) : notificationJson(one, knobs.webhookForm),
    );
    const at = Date.now();
    const reply = await courier.post(url, 'application/json', JSON.stringify({ value }));
    const { status, tookMs } = reply;
    this.#reputation(url).note(reply.isLate);
    const isTaken = status >= 200 && status <= 299 && tookMs <= promptMs;
    const outcome = isTaken ? 'taken' : this.#again({ ...letter, about });
    this.#log({ ...letter, about }, { at, status, tookMs, outcome });
  }

  /** With twice the pause each time, until `webhookRetryForMs` after the first. */
  #again(letter: Letter): 'retried' | 'given-up' {
    const { knobs, timers } = this.#surroundings;
    const pauseMs = knobs.webhookRetryMs * 2 ** (letter.attempt - 1);
    if (Date.now() + pauseMs > letter.firstAt + knobs.webhookRetryForMs) return 'given-up';
    timers.after(pauseMs, () => this.#attempt({ ...letter, attempt: letter.attempt + 1 }));
    return 'retried';
  }

  #log(
    { kind, url, about, attempt }: Letter,
    became: Pick<Delivery, 'at' | 'status' | 'tookMs' | 'outcome'>,
  ): void {
    const subscriptions = about.map(({ id }) => id);
    this.#surroundings.log.add({ kind, url, subscriptions, attempt, ...became });
  }

  #reputation(url: string): Reputation {
    const { origin } = new URL(url);
    const known = this.#reputations.get(origin) ?? new Reputation(this.#surroundings.knobs);
    this.#reputations.set(origin, known);
    return known;
  }
}

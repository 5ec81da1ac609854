import { Waiting } from '../http/waiting.ts';
import type { Subscription } from './subscription.ts';

/** What makes two subscriptions the same to Microsoft (sheet 3.4). */
export type Combination = Pick<
  Subscription,
  'account' | 'clientId' | 'drive' | 'folderId' | 'isList' | 'notificationUrl'
>;
type Owner = Pick<Subscription, 'account' | 'clientId'>;

/** The subscriptions there are; one that has expired is none. */
export class Book {
  readonly waiting = new Waiting();
  readonly #kept = new Map<string, Subscription>();

  get all(): Subscription[] {
    const now = Date.now();
    return [...this.#kept.values()].filter(({ expiresAt }) => now < expiresAt);
  }

  of({ account, clientId }: Owner): Subscription[] {
    return this.all.filter(
      (one) => one.account.username === account.username && one.clientId === clientId,
    );
  }

  find(id: string): Subscription | undefined {
    return this.all.find((one) => one.id === id.toLowerCase());
  }

  twin(wanted: Combination): Subscription | undefined {
    const { drive, folderId, isList, notificationUrl } = wanted;
    return this.of(wanted).find(
      (one) =>
        one.drive === drive &&
        one.folderId === folderId &&
        one.isList === isList &&
        one.notificationUrl === notificationUrl,
    );
  }

  add(subscription: Subscription): void {
    this.#kept.set(subscription.id, subscription);
    this.waiting.look();
  }

  remove({ id }: Subscription): void {
    this.#kept.delete(id);
    this.waiting.look();
  }
}

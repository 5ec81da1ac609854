import { Waiting } from '../http/waiting.ts';

export type DeliveryKind = 'validation' | 'notification' | 'lifecycle';

/** One request to a listener, or what became of one that was not made. */
export interface Delivery {
  readonly at: number;
  readonly kind: DeliveryKind;
  readonly url: string;
  /** One entry per value of the body. */
  readonly subscriptions: readonly string[];
  /** From 1. */
  readonly attempt: number;
  /** Zero: no answer. */
  readonly status: number;
  readonly tookMs: number;
  /** `retried`: another attempt follows; `given-up`: none does; `dropped`: not even sent. */
  readonly outcome: 'taken' | 'refused' | 'retried' | 'given-up' | 'dropped';
}

export class DeliveryLog {
  #deliveries: Delivery[] = [];
  readonly #waiting = new Waiting();

  all(kind?: DeliveryKind): Delivery[] {
    return this.#deliveries.filter((one) => kind === undefined || one.kind === kind);
  }

  async until(kind: DeliveryKind, count: number, timeoutMs = 20_000): Promise<Delivery[]> {
    const what = () => `${count} × ${kind}, saw ${this.all(kind).length}`;
    await this.#waiting.until(() => this.all(kind).length >= count, what, timeoutMs);
    return this.all(kind);
  }

  clear(): void {
    this.#deliveries = [];
  }

  add(delivery: Delivery): void {
    this.#deliveries.push(delivery);
    this.#waiting.look();
  }
}

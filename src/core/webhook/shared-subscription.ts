import type { SourceState, WakeEvents } from '../wake/wake-events.ts';
import { Subscription, type SubscriptionParts } from './subscription.ts';

/** One drive's subscription, for all watches of that drive: Microsoft gives an account but one. */
export class SharedSubscription {
  readonly subscription: Subscription;
  readonly #holders = new Set<WakeEvents>();
  #state: SourceState = { state: 'connecting' };

  constructor(parts: Omit<SubscriptionParts, keyof WakeEvents>) {
    this.subscription = new Subscription({
      ...parts,
      onWake: (cause) => this.#tell((one) => one.onWake(cause)),
      onAsking: () => this.#tell((one) => one.onAsking()),
      onGraph: (failure) => this.#tell((one) => one.onGraph(failure)),
      onState: (state) => {
        this.#state = state;
        this.#tell((one) => one.onState(state));
      },
    });
  }

  get state(): SourceState {
    return this.#state;
  }

  get isFree(): boolean {
    return this.#holders.size === 0;
  }

  add(holder: WakeEvents): void {
    this.#holders.add(holder);
  }

  drop(holder: WakeEvents): void {
    this.#holders.delete(holder);
  }

  #tell(what: (holder: WakeEvents) => void): void {
    for (const holder of Array.from(this.#holders)) what(holder);
  }
}

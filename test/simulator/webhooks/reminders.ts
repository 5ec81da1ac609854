import type { Knobs } from '../knobs.ts';
import type { Subscription } from './subscription.ts';
import type { Timers } from './timers.ts';

interface Planned {
  /** The end that it warns of. */
  readonly until: number;
  readonly undo: () => void;
}

/** Says `reauthorizationRequired` before a token or a subscription ends (sheet 3.4), once for each end. */
export class Reminders {
  readonly #knobs: Knobs;
  readonly #timers: Timers;
  readonly #remind: (subscription: Subscription) => void;
  readonly #planned = new Map<string, Planned>();

  constructor(knobs: Knobs, timers: Timers, remind: (subscription: Subscription) => void) {
    this.#knobs = knobs;
    this.#timers = timers;
    this.#remind = remind;
  }

  plan(subscription: Subscription): void {
    const until = Math.min(subscription.authorizedUntil, subscription.expiresAt);
    const before = this.#planned.get(subscription.id);
    if (before && until <= before.until) return;
    before?.undo();
    const leftMs = until - Date.now();
    const leadMs = this.#knobs.reauthorizeLeadSeconds * 1_000;
    const dueMs = leftMs > leadMs ? leftMs - leadMs : leftMs / 2;
    const undo = this.#timers.after(dueMs, () => this.#remind(subscription));
    this.#planned.set(subscription.id, { until, undo });
  }
}

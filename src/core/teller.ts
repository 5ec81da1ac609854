import { decide, type Gatherings, type Notice } from './notices.ts';
import type { Clock, Notifier } from './ports.ts';
import type { Activity } from './store/activity.ts';

const noticesKept = 200;

export interface TellerParts {
  readonly activity: Activity;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly isPaused: () => boolean;
}

/** Turns activity into notices and sees that each is shown, or was meant not to be, exactly once. */
export class Teller {
  readonly #parts: TellerParts;
  readonly #shown = new Map<string, Notice>();
  #gatherings: Gatherings = new Map();

  constructor(parts: TellerParts) {
    this.#parts = parts;
  }

  /** Tells everything written down and not yet told, be it of this run or of an earlier one. */
  tell(): void {
    const { activity, notifier, clock, isPaused } = this.#parts;
    const untold = activity.untold();
    if (untold.length === 0) return;
    const decision = decide(untold, this.#gatherings, clock.now(), isPaused());
    this.#gatherings = decision.gatherings;
    for (const notice of decision.show) {
      notifier.show(notice);
      this.#remember(notice);
    }
    activity.markTold(untold.map((row) => row.id));
  }

  /** The notice a toast stands for, if it is still known. */
  notice(noticeId: string): Notice | null {
    return this.#shown.get(noticeId) ?? null;
  }

  #remember(notice: Notice): void {
    this.#shown.delete(notice.noticeId);
    this.#shown.set(notice.noticeId, notice);
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > noticesKept && oldest !== undefined) this.#shown.delete(oldest);
  }
}

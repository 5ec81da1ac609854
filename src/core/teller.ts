import type { ActivityRow } from '../shared/activity.ts';
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
  /** Told, and not yet marked as such. */
  readonly #told = new Set<number>();
  #gatherings: Gatherings = new Map();

  constructor(parts: TellerParts) {
    this.#parts = parts;
  }

  /** Tells everything written down and not yet told, be it of this run or of an earlier one. */
  tell(): void {
    const untold = this.#parts.activity.untold().filter((row) => !this.#told.has(row.id));
    const failures: unknown[] = [];
    for (const rows of Map.groupBy(untold, (row) => row.watchId).values()) {
      try {
        this.#tellDrive(rows);
      } catch (thrown) {
        // One drive's toast that cannot be shown must not silence the others.
        failures.push(thrown);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #tellDrive(rows: readonly ActivityRow[]): void {
    const { activity, notifier, clock, isPaused } = this.#parts;
    const decision = decide(rows, this.#gatherings, clock.now(), isPaused());
    for (const notice of decision.show) {
      notifier.show(notice);
      this.#remember(notice);
    }
    this.#gatherings = decision.gatherings;
    // Known here at once: a full disk must not make a notice come again and again.
    for (const row of rows) this.#told.add(row.id);
    activity.markTold([...this.#told]);
    this.#told.clear();
  }

  /** The notice a toast stands for, if it is still known. */
  notice(noticeId: string): Notice | null {
    return this.#shown.get(noticeId) ?? null;
  }

  /** Takes back the toasts of drives whose activity is gone. */
  forget(watchIds: readonly string[]): void {
    for (const { noticeId, watchId } of this.#shown.values()) {
      if (!watchIds.includes(watchId)) continue;
      this.#shown.delete(noticeId);
      this.#parts.notifier.close(noticeId);
    }
  }

  #remember(notice: Notice): void {
    this.#shown.delete(notice.noticeId);
    this.#shown.set(notice.noticeId, notice);
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > noticesKept && oldest !== undefined) this.#shown.delete(oldest);
  }
}

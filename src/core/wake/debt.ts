// A push can come before its change is to be seen in the feed, a minute before at worst.
const waitsMs = [2000, 8000, 20_000, 60_000] as const;
// The service often says one thing twice, in the same breath.
const sameBreathMs = 100;

/**
 * What pushes have announced and readings have not found yet. A reading that finds one change may
 * have found an earlier push's: each push is owed one of its own, until the feed has had its time.
 */
export class Debt {
  #owed = 0;
  #waits = 0;
  #dueAt = Number.NEGATIVE_INFINITY;
  #heardAt = Number.NEGATIVE_INFINITY;

  /** `at`: in ms, of any steady clock. */
  announced(at: number): void {
    const isRepeated = at - this.#heardAt < sameBreathMs;
    // Of many in a row every other one counts: as many changes may have been announced.
    this.#heardAt = isRepeated ? Number.NEGATIVE_INFINITY : at;
    if (isRepeated) return;
    this.#owed += 1;
    this.#waits = 0;
    this.#dueAt = Number.NEGATIVE_INFINITY;
  }

  /** Whether nothing had announced it: one push may stand for many changes. */
  found(changes: number): boolean {
    const isUnannounced = changes > 0 && this.#owed === 0;
    this.#owed = Math.max(0, this.#owed - changes);
    return isUnannounced;
  }

  /** How long to wait before looking again, in ms; null: nothing is owed any more. */
  nextWait(at: number): number | null {
    // Readings for other reasons use up none of the time that the feed is given.
    if (this.#owed > 0 && at < this.#dueAt) return this.#dueAt - at;
    const wait = this.#owed > 0 ? waitsMs[this.#waits] : undefined;
    if (wait === undefined) this.#owed = 0;
    else this.#waits += 1;
    this.#dueAt = at + (wait ?? 0);
    return wait ?? null;
  }
}

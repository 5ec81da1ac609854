// A push can come before its change is to be seen in the feed, a minute before at worst.
const waitsMs = [2000, 8000, 20_000, 60_000] as const;

/**
 * What pushes have announced and readings have not found yet. A reading that finds one change may
 * have found an earlier push's: each push is owed one of its own, until the feed has had its time.
 */
export class Debt {
  #owed = 0;
  #waits = 0;

  announced(): void {
    this.#owed += 1;
    this.#waits = 0;
  }

  found(changes: number): void {
    this.#owed = Math.max(0, this.#owed - changes);
  }

  /** How long to wait before looking again, in ms; null: nothing is owed any more. */
  nextWait(): number | null {
    const wait = this.#owed > 0 ? waitsMs[this.#waits] : undefined;
    if (wait === undefined) this.#owed = 0;
    else this.#waits += 1;
    return wait ?? null;
  }
}

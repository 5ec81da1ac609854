/** A longer one would fire at once. */
const longestMs = 2 ** 31 - 1;

/** Timers that end together, by the global clock: tests may have put another in its place. */
export class Timers {
  readonly #pending = new Set<NodeJS.Timeout>();
  #isOver = false;

  /** Returns its undo. */
  after(ms: number, act: () => void): () => void {
    if (this.#isOver) return () => undefined;
    const timer = setTimeout(
      () => {
        this.#pending.delete(timer);
        act();
      },
      Math.min(Math.max(ms, 0), longestMs),
    );
    this.#pending.add(timer);
    return () => {
      this.#pending.delete(timer);
      clearTimeout(timer);
    };
  }

  /** For good: none can be set any more. */
  end(): void {
    this.#isOver = true;
    for (const timer of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }
}

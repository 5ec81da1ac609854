/** Chance from a seed (Mulberry32), so that what failed fails again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0, below this one. */
  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  is(percent: number): boolean {
    return this.below(100) < percent;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((one) => ({ one, at: this.#next() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ one }) => one);
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

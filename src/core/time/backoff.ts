const spreadMs = 20_000;

/** Full-jitter delays between `firstMs` and `mostMs`, doubling until told of a success. */
export class Backoff {
  readonly #firstMs: number;
  readonly #mostMs: number;
  readonly #random: () => number;
  #attempt = 0;

  constructor(firstMs: number, mostMs: number, random: () => number = Math.random) {
    this.#firstMs = firstMs;
    this.#mostMs = mostMs;
    this.#random = random;
  }

  /** The next delay in ms: never under half of `firstMs`, so that a loop cannot spin. */
  next(): number {
    return this.#nextUpTo(this.#mostMs);
  }

  /**
   * The delay where a wait was asked for: what is added keeps many from coming back all at once, but
   * the asked wait has been backing off enough. `factor`: how many times longer than usual to wait.
   */
  after(askedMs: number, factor = 1): number {
    if (askedMs === 0) return this.next();
    const spread = this.#nextUpTo(Math.min(this.#mostMs, spreadMs));
    // The first refusal is no crowd yet: somebody waits for the change it kept back.
    return askedMs + (factor > 2 ? Math.round(this.#random() * spreadMs * factor) : spread);
  }

  #nextUpTo(mostMs: number): number {
    const ceiling = Math.min(mostMs, this.#firstMs * 2 ** this.#attempt);
    this.#attempt = Math.min(this.#attempt + 1, 30);
    return Math.max(this.#firstMs / 2, Math.round(this.#random() * ceiling));
  }

  reset(): void {
    this.#attempt = 0;
  }
}

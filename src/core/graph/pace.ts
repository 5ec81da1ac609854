const mostSteps = 6;
const climbMs = 5 * 60_000;
const lastingMs = 30 * 60_000;
const easeMs = 60 * 60_000;

/**
 * How far one account holds back. Limits are counted per app and tenant: only Microsoft knows when
 * everybody together asks too much. As long as it goes on saying so all waits double, every five
 * minutes at most; each hour that it does not they are halved.
 */
export class Pace {
  #steps = 0;
  #at = 0;
  #saidAt = 0;

  /** Microsoft said that too much is asked. */
  throttled(): void {
    this.#ease();
    const now = performance.now();
    const isLasting = this.#steps > 0 && now - this.#saidAt < lastingMs;
    this.#saidAt = now;
    if (this.#steps > 0 && now - this.#at < climbMs) return;
    // Now and then is no reason to hold back more and more.
    if (this.#steps === 0 || isLasting) this.#steps = Math.min(this.#steps + 1, mostSteps);
    this.#at = now;
  }

  /** How many times longer than usual to wait. */
  get factor(): number {
    this.#ease();
    return 2 ** this.#steps;
  }

  /** Nothing has helped so far. */
  get isSlowest(): boolean {
    return this.factor === 2 ** mostSteps;
  }

  #ease(): void {
    while (this.#steps > 0 && performance.now() - this.#at >= easeMs) {
      this.#steps -= 1;
      this.#at += easeMs;
    }
  }
}

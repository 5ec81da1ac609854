import type { PausedUntil } from './pause.ts';
import type { Clock } from './ports.ts';
import { sleep } from './timing.ts';

const longestTimerMs = 2 ** 31 - 1;

/** Tells when a pause runs out by itself, so that the words change. */
export class PauseTimer {
  readonly #clock: Clock;
  readonly #onOver: () => void;
  #running = new AbortController();

  constructor(clock: Clock, onOver: () => void) {
    this.#clock = clock;
    this.#onOver = onOver;
  }

  arm(until: PausedUntil): void {
    this.stop();
    this.#running = new AbortController();
    if (typeof until === 'number') void this.#wait(until, this.#running.signal);
  }

  stop(): void {
    this.#running.abort();
  }

  async #wait(until: number, signal: AbortSignal): Promise<void> {
    // A clock that is set back makes it longer, and a timer has its limit.
    for (let left = this.#left(until); left > 0 && !signal.aborted; left = this.#left(until)) {
      await sleep(Math.min(left, longestTimerMs), signal);
    }
    if (!signal.aborted) this.#onOver();
  }

  #left(until: number): number {
    return until - this.#clock.now();
  }
}

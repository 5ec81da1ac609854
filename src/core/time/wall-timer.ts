import type { Clock } from '../ports.ts';
import { sleep } from './timing.ts';

const longestTimerMs = 2 ** 31 - 1;

/** Tells when the clock on the wall has come to a time. */
export class WallTimer {
  readonly #clock: Clock;
  readonly #onTime: () => void;
  #running = new AbortController();

  constructor(clock: Clock, onTime: () => void) {
    this.#clock = clock;
    this.#onTime = onTime;
  }

  /** At this time, in ms since 1970, and at no other; null: never. */
  arm(at: number | null): void {
    this.stop();
    this.#running = new AbortController();
    if (at !== null) void this.#wait(at, this.#running.signal);
  }

  stop(): void {
    this.#running.abort();
  }

  async #wait(at: number, signal: AbortSignal): Promise<void> {
    // A clock that is set back makes it longer, and a timer has its limit.
    for (let left = this.#left(at); left > 0 && !signal.aborted; left = this.#left(at)) {
      await sleep(Math.min(left, longestTimerMs), signal);
    }
    if (!signal.aborted) this.#onTime();
  }

  #left(at: number): number {
    return at - this.#clock.now();
  }
}

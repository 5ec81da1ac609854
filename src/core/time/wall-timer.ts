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

  /**
   * At this time, in ms since 1970, and at no other; null: never. `mostMs`: but not later than after
   * running for so long, whatever the clock says.
   */
  arm(at: number | null, mostMs = Number.POSITIVE_INFINITY): void {
    this.stop();
    this.#running = new AbortController();
    if (at !== null) void this.#wait(at, performance.now() + mostMs, this.#running.signal);
  }

  stop(): void {
    this.#running.abort();
  }

  async #wait(at: number, end: number, signal: AbortSignal): Promise<void> {
    // A clock that is set back makes it longer, and a timer has its limit.
    for (let left = this.#left(at, end); left > 0 && !signal.aborted; left = this.#left(at, end)) {
      await sleep(Math.min(left, longestTimerMs), signal);
    }
    if (!signal.aborted) this.#onTime();
  }

  #left(at: number, end: number): number {
    return Math.min(at - this.#clock.now(), Math.ceil(end - performance.now()));
  }
}

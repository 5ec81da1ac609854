import { second } from './fault-time.ts';

const longMs = 300 * second;

/** How many of something came in any one second, and in any five minutes, at most. */
export class Meter {
  #times: number[] = [];
  total = 0;
  mostInSecond = 0;
  mostInFiveMinutes = 0;

  count(): void {
    // The steady clock: nobody sets it.
    const now = performance.now();
    this.total += 1;
    this.#times.push(now);
    while ((this.#times[0] ?? now) <= now - longMs) this.#times.shift();
    const first = this.#times.findIndex((at) => at > now - second);
    this.mostInSecond = Math.max(this.mostInSecond, this.#times.length - first);
    this.mostInFiveMinutes = Math.max(this.mostInFiveMinutes, this.#times.length);
  }
}

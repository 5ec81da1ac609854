export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** What all users of a tenant may ask for together, in resource units. */
export interface Limits {
  readonly perMinute: number;
  readonly perDay: number;
}

/** How Microsoft may count, and what it may answer: it does not say. */
export interface Manner {
  /** Whether it counts the last sixty seconds instead of each minute of the clock. */
  readonly isSliding: boolean;
  /** ms; null: the rest of the minute and up to half a minute more. */
  readonly retryAfter: number | null;
}

const spreadMs = 30_000;

/** Counts what a tenant asks for and refuses what is too much. What it refuses counts as well. */
export class Service {
  readonly #limits: Limits;
  readonly #manner: Manner;
  #minute = 0;
  #before = 0;
  #units = 0;
  #today = 0;

  constructor(limits: Limits, manner: Manner) {
    this.#limits = limits;
    this.#manner = manner;
  }

  /** Retry-After in ms; 0: it is answered. */
  ask(units: number): number {
    const now = performance.now();
    this.#turn(Math.floor(now / minuteMs));
    this.#units += units;
    this.#today += units;
    if (this.#today > this.#limits.perDay) return dayMs - now;
    const restMs = minuteMs - (now % minuteMs);
    // What counters do that keep no list: of the minute before, the share that is not yet over.
    const before = this.#manner.isSliding ? (this.#before * restMs) / minuteMs : 0;
    if (before + this.#units <= this.#limits.perMinute) return 0;
    const asked = this.#manner.retryAfter ?? restMs + Math.random() * spreadMs;
    return Math.ceil(asked / 1000) * 1000;
  }

  #turn(minute: number): void {
    if (minute === this.#minute) return;
    this.#before = minute === this.#minute + 1 ? this.#units : 0;
    this.#units = 0;
    this.#minute = minute;
  }
}

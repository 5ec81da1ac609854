const whileLive = { firstMs: 5 * 60_000, mostMs: 30 * 60_000 };
const whileNotLiveMs = 60_000;
// Checking many drives must leave room in the budget for bringing them back.
const perDriveMs = 500;
const jitter = 0.1;

/**
 * How long until the next poll. Limits are counted per app and tenant, so while push works polls
 * grow rare, and come back to five minutes as soon as one finds something push did not announce.
 */
export class PollSchedule {
  readonly #drives: () => number;
  readonly #random: () => number;
  #liveMs = whileLive.firstMs;

  /** `drives`: how many drives share the account's budget of requests. */
  constructor(drives: () => number, random: () => number = Math.random) {
    this.#drives = drives;
    this.#random = random;
  }

  /** For the words, too. */
  get secondsWhileNotLive(): number {
    return Math.max(whileNotLiveMs, this.#drives() * perDriveMs) / 1000;
  }

  /** ms until the next poll. */
  next(live: boolean): number {
    const base = live ? this.#liveMs : this.secondsWhileNotLive * 1000;
    return Math.round(base * (1 - jitter + 2 * jitter * this.#random()));
  }

  /** A poll ended while live. */
  polled(foundUnannounced: boolean): void {
    this.#liveMs = foundUnannounced
      ? whileLive.firstMs
      : Math.min(this.#liveMs * 2, whileLive.mostMs);
  }

  reset(): void {
    this.#liveMs = whileLive.firstMs;
  }
}

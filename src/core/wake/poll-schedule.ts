const whileLive = { firstMs: 5 * 60_000, mostMs: 30 * 60_000 };
const whileNotLiveMs = 60_000;
const jitter = 0.1;

/**
 * How long until the next poll. Limits are counted per app and tenant, so while push works polls
 * grow rare, and come back to five minutes as soon as one finds something push did not announce.
 */
export class PollSchedule {
  readonly #random: () => number;
  #liveMs = whileLive.firstMs;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** ms until the next poll. */
  next(live: boolean): number {
    const base = live ? this.#liveMs : whileNotLiveMs;
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

/** Seconds between polls while push is not live, for the words. */
export const pollSecondsWhileNotLive = whileNotLiveMs / 1000;

import type { Pace } from '../graph/pace.ts';

const whileLive = { firstMs: 5 * 60_000, mostMs: 30 * 60_000, slowestMs: 2 * 60 * 60_000 };
const whileNotLive = { usualMs: 60_000, slowestMs: 60 * 60_000 };
// Checking many drives must leave room in the budget for bringing them back.
const perDriveMs = 500;
const jitter = 0.1;

export interface PollScheduleParts {
  /** How many drives of the account are polled for want of a line: they share its budget. */
  readonly drives: () => number;
  readonly pace: Pick<Pace, 'factor' | 'isSlowest'>;
}

/**
 * How long until the next poll. Limits are counted per app and tenant, so while push works polls
 * grow rare, and come back to five minutes as soon as one finds something push did not announce.
 */
export class PollSchedule {
  readonly #parts: PollScheduleParts;
  readonly #random: () => number;
  #liveMs = whileLive.firstMs;

  constructor(parts: PollScheduleParts, random: () => number = Math.random) {
    this.#parts = parts;
    this.#random = random;
  }

  /** For the words, too. */
  get secondsWhileNotLive(): number {
    const { drives, pace } = this.#parts;
    const slowed = Math.min(whileNotLive.usualMs * pace.factor, whileNotLive.slowestMs);
    return Math.max(slowed, drives() * perDriveMs) / 1000;
  }

  /** How much longer to wait than where drives are few. */
  get stretch(): number {
    return Math.max(1, (this.#parts.drives() * perDriveMs) / whileNotLive.usualMs);
  }

  /** ms until the next poll. */
  next(live: boolean): number {
    const whileLiveMs = this.#parts.pace.isSlowest ? whileLive.slowestMs : this.#liveMs;
    const base = live ? whileLiveMs : this.secondsWhileNotLive * 1000;
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

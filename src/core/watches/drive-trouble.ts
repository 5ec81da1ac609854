import type { Reason } from '../../shared/snapshot.ts';
import type { ReadOutcome } from '../reading/watcher.ts';
import { Backoff } from '../time/backoff.ts';

// About one in a hundred of these is not true.
const refusalsBelieved = { times: 3, afterMs: 45_000 };
const slowFirstMs = 5 * 60_000;
const slowMostMs = 60 * 60_000;

export type ReadFailure = Exclude<ReadOutcome, { readonly ok: true }>;

/** Why a drive cannot be read, as far as that is believed, and when to try again. */
export class DriveTrouble {
  /** How much slower the account's requests go at present. */
  readonly #pace: { readonly factor: number };
  readonly #backoff = new Backoff(2000, 60_000);
  readonly #slowly = new Backoff(slowFirstMs, slowMostMs);
  readonly #afterRefusal = new Backoff(60_000, slowMostMs);
  #refused: { readonly times: number; readonly since: number } | null = null;
  #reason: Reason | null = null;
  #askedMs = 0;

  constructor(pace: { readonly factor: number }) {
    this.#pace = pace;
  }

  get reason(): Reason | null {
    return this.#reason;
  }

  /** For how long Microsoft wants to be left alone; 0: it is not throttling. */
  get throttledSeconds(): number {
    return this.#reason === 'throttled' ? Math.round(this.#askedMs / 1000) : 0;
  }

  /** Over as soon as Graph answers anything for this drive. */
  get isPassing(): boolean {
    return this.#reason !== null && passing.has(this.#reason);
  }

  /** Somebody is waiting. */
  hurry(): void {
    this.#backoff.reset();
  }

  over(): void {
    this.#backoff.reset();
    this.#slowly.reset();
    this.#afterRefusal.reset();
    this.#refused = null;
    this.#reason = null;
  }

  /** Returns in how many ms to try again. */
  failed(outcome: ReadFailure): number {
    this.#askedMs = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    this.#reason = this.#reasonOf(outcome.code);
    if (this.#reason === 'no-access' || this.#reason === 'drive-gone')
      return this.#askedMs + this.#afterRefusal.next();
    // Only somebody can end it.
    const needsSomebody = this.#reason === 'signed-out' || this.#reason === 'client-id-wrong';
    return needsSomebody
      ? this.#askedMs + this.#slowly.next()
      : this.#backoff.after(this.#askedMs, this.#pace.factor);
  }

  #reasonOf(code: ReadFailure['code']): Reason | null {
    if (code === 'not-found' || code === 'no-access') {
      const believed = code === 'not-found' ? 'drive-gone' : code;
      return this.#isRefusedForLong() ? believed : this.#reason;
    }
    return code === 'gone' || code === 'refused' || code === 'endless' ? 'unexpected-answer' : code;
  }

  #isRefusedForLong(): boolean {
    const now = performance.now();
    const { times, since } = this.#refused ?? { times: 0, since: now };
    this.#refused = { times: times + 1, since };
    return times + 1 >= refusalsBelieved.times && now - since >= refusalsBelieved.afterMs;
  }
}

const passing = new Set<Reason>(['no-network', 'microsoft-down', 'signed-out', 'keys-locked']);

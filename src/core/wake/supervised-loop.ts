import { sleep } from '../time/timing.ts';

/** Where not even that could be told. */
const brokenMs = 60_000;

export interface SupervisedLoopParts {
  /** Ends by itself, or soon after the signal aborts. */
  readonly round: (signal: AbortSignal) => Promise<void>;
  /** A round has thrown: how long to wait before the next, in ms. */
  readonly onBroken: (thrown: unknown) => number;
}

/** Round after round, whatever becomes of each. Ends by `stop` alone. */
export class SupervisedLoop {
  readonly #parts: SupervisedLoopParts;
  readonly #end = new AbortController();
  #round = new AbortController();

  constructor(parts: SupervisedLoopParts) {
    this.#parts = parts;
  }

  get isStopped(): boolean {
    return this.#end.signal.aborted;
  }

  /** Done once it is stopped and the last round is over. */
  async run(): Promise<void> {
    while (!this.isStopped) {
      const { signal } = this.#round;
      try {
        await this.#parts.round(signal);
      } catch (thrown) {
        await sleep(this.#pauseAfter(thrown), signal);
      }
    }
  }

  #pauseAfter(thrown: unknown): number {
    try {
      return this.#parts.onBroken(thrown);
    } catch {
      return brokenMs;
    }
  }

  /** Gives up the round under way, or the wait after it, and begins another. */
  again(): void {
    const before = this.#round;
    this.#round = new AbortController();
    before.abort();
  }

  stop(): void {
    this.#end.abort();
    this.#round.abort();
  }
}

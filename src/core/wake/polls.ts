import { sleep } from '../time/timing.ts';
import { PollSchedule, type PollScheduleParts } from './poll-schedule.ts';

interface PollsParts extends PollScheduleParts {
  readonly isLive: () => boolean;
  readonly onWake: () => void;
}

/** Wakes a drive every now and then: rarely while push does, often while it does not. */
export class Polls {
  readonly #parts: PollsParts;
  readonly #schedule: PollSchedule;
  readonly #end = new AbortController();
  #wait = new AbortController();

  constructor(parts: PollsParts) {
    this.#parts = parts;
    this.#schedule = new PollSchedule(parts);
  }

  get secondsWhileNotLive(): number {
    return this.#schedule.secondsWhileNotLive;
  }

  /** How much longer to wait than where drives are few. */
  get stretch(): number {
    return this.#schedule.stretch;
  }

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#end.abort();
    this.#wait.abort();
  }

  /** From now on, as after a poll. */
  waitAnew(): void {
    const waiting = this.#wait;
    this.#wait = new AbortController();
    waiting.abort();
  }

  /** The line came up, or was lost. */
  reset(): void {
    this.#schedule.reset();
    this.waitAnew();
  }

  /** A reading while live does what a poll would do. */
  looked(isPoll: boolean, foundUnannounced: boolean): void {
    if (isPoll || foundUnannounced) this.#schedule.polled(foundUnannounced);
    this.waitAnew();
  }

  async #run(): Promise<void> {
    while (!this.#end.signal.aborted) {
      const { signal } = this.#wait;
      await sleep(this.#schedule.next(this.#parts.isLive()), signal);
      if (!signal.aborted) this.#parts.onWake();
    }
  }
}

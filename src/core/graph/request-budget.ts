/** What somebody waits for the answer of; looking for changes; keeping lines up. */
export type Urgency = 'awaited' | 'reading' | 'upkeep';

const readingEvery = 4;

interface Waiting {
  readonly grant: () => void;
}

/**
 * How many requests one account may make: Microsoft allows a user 3,000 in five minutes over all
 * apps. Half of the budget is kept for what somebody waits for; each urgency is served in its order. Of the rest lines come first,
 * for without them there are ever more readings, but do not keep readings waiting for good.
 */
export class RequestBudget {
  readonly #total: Bucket;
  readonly #background: Bucket;
  readonly #queues: Readonly<Record<Urgency, Waiting[]>> = { awaited: [], reading: [], upkeep: [] };
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(perSecond = 8) {
    this.#total = new Bucket(perSecond);
    this.#background = new Bucket(perSecond / 2);
  }

  /** Resolves when a request may be made, or the signal has aborted. */
  take(urgency: Urgency, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const queue = this.#queues[urgency];
      const waiting = {
        grant: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      const leave = (): void => {
        queue.splice(queue.indexOf(waiting), 1);
        resolve();
        // The timer is not kept for nobody.
        this.#serve();
      };
      signal.addEventListener('abort', leave, { once: true });
      queue.push(waiting);
      this.#serve();
    });
  }

  #serve(): void {
    const { awaited, reading, upkeep } = this.#queues;
    clearTimeout(this.#timer);
    this.#total.refill();
    this.#background.refill();
    while (awaited.length > 0 && this.#total.take()) awaited.shift()?.grant();
    while (reading.length + upkeep.length > 0 && this.#background.has && this.#total.take()) {
      this.#background.take();
      this.#turn += 1;
      const isReading = upkeep.length === 0 || this.#turn % readingEvery === 0;
      (isReading && reading.length > 0 ? reading : upkeep).shift()?.grant();
    }
    const others = reading.length + upkeep.length;
    if (awaited.length + others === 0) return;
    const isForTotal = awaited.length > 0 || this.#background.has;
    const { waitMs } = isForTotal ? this.#total : this.#background;
    this.#timer = setTimeout(() => this.#serve(), waitMs);
  }
}

/** Fills up by itself, up to one second's worth. Not by the clock, which may be set back. */
class Bucket {
  readonly #perSecond: number;
  #tokens: number;
  #at = performance.now();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
  }

  get has(): boolean {
    return this.#tokens >= 1;
  }

  /** Until there is one more. */
  get waitMs(): number {
    return Math.ceil(((1 - this.#tokens) / this.#perSecond) * 1000);
  }

  take(): boolean {
    if (!this.has) return false;
    this.#tokens -= 1;
    return true;
  }

  refill(): void {
    const now = performance.now();
    const gained = (Math.max(now - this.#at, 0) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#tokens + gained, this.#perSecond);
    this.#at = now;
  }
}

import type { Asking } from '../graph/graph.ts';
import type { WakeCause } from '../../shared/diagnostics.ts';
import type { ReadOutcome } from './watcher.ts';

export interface ReadLoopParts {
  readonly read: (asking: Asking) => Promise<ReadOutcome>;
  readonly onBegin: () => void;
  readonly onEnd: (cause: WakeCause, outcome: ReadOutcome) => void;
}

/**
 * One reading at a time. What wakes before its request leaves is answered by it; whatever wakes
 * afterwards, by a single further one.
 */
export class ReadLoop {
  readonly #parts: ReadLoopParts;
  readonly #end = new AbortController();
  #woken: WakeCause | null = null;
  #now: Turn | null = null;
  #waiting: readonly Told[] = [];

  constructor(parts: ReadLoopParts) {
    this.#parts = parts;
  }

  /** A reading is about to begin. */
  get isWoken(): boolean {
    return this.#woken !== null;
  }

  get isReading(): boolean {
    return this.#now !== null;
  }

  stop(): void {
    this.#end.abort();
    this.#answer(this.#waiting, false);
    this.#waiting = [];
  }

  /** Wakes; resolves to whether a reading that left only now has succeeded. */
  next(cause: WakeCause): Promise<boolean> {
    if (this.#end.signal.aborted) return Promise.resolve(false);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#waiting = [...this.#waiting, resolve];
    this.wake(cause);
    return promise;
  }

  wake(cause: WakeCause): void {
    this.#woken = this.#woken !== null && awaited.has(this.#woken) ? this.#woken : cause;
    // What somebody waits for does not wait its turn among what nobody does.
    if (this.#now?.isQueued === true && awaited.has(cause) && !awaited.has(this.#now.cause)) {
      this.giveUp();
    }
    if (this.#now === null) void this.#run();
  }

  /** The reading under way, if any, counts for nothing. */
  giveUp(): void {
    this.#now?.over.abort();
  }

  async #run(): Promise<void> {
    while (this.#woken !== null && !this.#end.signal.aborted) {
      const over = new AbortController();
      const turn: Turn = { cause: this.#woken, waiting: [], isQueued: true, over };
      this.#now = turn;
      this.#woken = null;
      this.#parts.onBegin();
      const outcome = await this.#parts.read(this.#asking(turn));
      this.#ended(turn, outcome);
      if (this.#end.signal.aborted) break;
      // What it has written is there nevertheless.
      const counts = !turn.over.signal.aborted || outcome.rows.length > 0;
      if (counts) this.#parts.onEnd(turn.cause, outcome);
    }
    this.#now = null;
  }

  #ended({ waiting, isQueued, over }: Turn, outcome: ReadOutcome): void {
    this.#answer(waiting, outcome.ok && !over.signal.aborted);
    // It did not even leave: whoever waits might wait for long.
    if (!isQueued || over.signal.aborted) return;
    this.#answer(this.#waiting, false);
    this.#waiting = [];
  }

  #answer(waiting: readonly Told[], isRead: boolean): void {
    for (const tell of waiting) tell(isRead);
  }

  #asking(turn: Turn): Asking {
    return {
      signal: AbortSignal.any([this.#end.signal, turn.over.signal]),
      urgency: awaited.has(turn.cause) ? 'awaited' : 'reading',
      onLeave: () => {
        turn.isQueued = false;
        turn.waiting = [...turn.waiting, ...this.#waiting];
        this.#waiting = [];
        this.#woken = null;
      },
    };
  }
}

type Told = (isRead: boolean) => void;

interface Turn {
  readonly cause: WakeCause;
  /** Whoever waits for it. */
  waiting: readonly Told[];
  isQueued: boolean;
  readonly over: AbortController;
}

/** What somebody waits for the answer of. */
const awaited = new Set<WakeCause>(['push', 'webhook', 'asked']);

import type { Asking } from './graph/graph.ts';
import type { WakeCause } from './wake/cause.ts';
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

  constructor(parts: ReadLoopParts) {
    this.#parts = parts;
  }

  /** A reading is about to begin. */
  get isWoken(): boolean {
    return this.#woken !== null;
  }

  stop(): void {
    this.#end.abort();
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
      const turn: Turn = { cause: this.#woken, isQueued: true, over: new AbortController() };
      this.#now = turn;
      this.#woken = null;
      this.#parts.onBegin();
      const outcome = await this.#parts.read(this.#asking(turn));
      if (this.#end.signal.aborted) break;
      // What it has written is there nevertheless.
      const counts = !turn.over.signal.aborted || outcome.rows.length > 0;
      if (counts) this.#parts.onEnd(turn.cause, outcome);
    }
    this.#now = null;
  }

  #asking(turn: Turn): Asking {
    return {
      signal: AbortSignal.any([this.#end.signal, turn.over.signal]),
      urgency: awaited.has(turn.cause) ? 'awaited' : 'reading',
      onLeave: () => {
        turn.isQueued = false;
        this.#woken = null;
      },
    };
  }
}

interface Turn {
  readonly cause: WakeCause;
  isQueued: boolean;
  readonly over: AbortController;
}

/** What somebody waits for the answer of. */
const awaited = new Set<WakeCause>(['push', 'asked']);

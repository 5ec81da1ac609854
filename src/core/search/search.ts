import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ActivityRow } from '../../shared/activity.ts';
import { type Finding, type Found, matchOf } from './find.ts';
import { Words } from './words.ts';

const idleMs = 60_000;

export interface SearchParts {
  readonly database: DatabaseSync;
  readonly databasePath: string;
  /** The built `worker.ts`. */
  readonly searchWorkerPath: string | URL;
}

/** Searches the activity list, in a thread that lives as long as somebody searches. */
export class Search {
  readonly #parts: SearchParts;
  readonly #end = new AbortController();
  #words: Words | null = null;
  #thread: Thread | null = null;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** Rows below the id `before` that hold all words of the text, newest first. Throws when it cannot be searched. */
  async find(text: string, before: number | null, limit: number): Promise<readonly ActivityRow[]> {
    const match = matchOf(text);
    if (match === null) return [];
    this.#words ??= new Words(this.#parts.database);
    // A few at a time: nothing else may have to wait for it.
    while (this.#words.gather()) {
      await setImmediate();
      this.#end.signal.throwIfAborted();
    }
    // One that has ended may say so when another is at work.
    this.#thread ??= new Thread(this.#parts, (ended) => {
      if (this.#thread === ended) this.#thread = null;
    });
    return this.#thread.find({ match, before, limit });
  }

  stop(): void {
    this.#end.abort();
    this.#thread?.end();
  }
}

interface Waiting {
  readonly resolve: (rows: readonly ActivityRow[]) => void;
  readonly reject: (reason: Error) => void;
}

/** Answers come in the order of the questions. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #onEnd: (ended: Thread) => void;
  #idle: NodeJS.Timeout | undefined;

  constructor({ databasePath, searchWorkerPath }: SearchParts, onEnd: (ended: Thread) => void) {
    this.#onEnd = onEnd;
    this.#worker = new Worker(searchWorkerPath, { workerData: { databasePath } });
    this.#worker.unref();
    this.#worker.on('message', (found: Found) => {
      const waiting = this.#waiting.shift();
      if (found.ok) waiting?.resolve(found.rows);
      else waiting?.reject(Object.assign(new Error('Not searched.'), { code: found.code }));
      this.#rest();
    });
    this.#worker.on('error', (reason) => this.#broke(reason as Error));
    this.#worker.on('exit', () => this.#broke(new Error('The search has ended.')));
  }

  find(finding: Finding): Promise<readonly ActivityRow[]> {
    clearTimeout(this.#idle);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
      this.#worker.postMessage(finding);
    });
  }

  end(): void {
    clearTimeout(this.#idle);
    void this.#worker.terminate();
  }

  #rest(): void {
    if (this.#waiting.length > 0) return;
    this.#idle = setTimeout(() => {
      this.#onEnd(this);
      this.end();
    }, idleMs);
    this.#idle.unref();
  }

  #broke(reason: Error): void {
    this.#onEnd(this);
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}

import { Worker } from 'node:worker_threads';
import type { Answer, Question, Questions, Topic } from './questions.ts';

const idleMs = 60_000;

export interface ThreadParts {
  readonly databasePath: string;
  /** The built `worker.ts`. */
  readonly searchWorkerPath: string | URL;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Answers come in the order of the questions. It ends after a minute without one. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #onEnd: (ended: Thread) => void;
  #idle: NodeJS.Timeout | undefined;

  constructor({ databasePath, searchWorkerPath }: ThreadParts, onEnd: (ended: Thread) => void) {
    this.#onEnd = onEnd;
    this.#worker = new Worker(searchWorkerPath, { workerData: { databasePath } });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if (answer.ok) waiting?.resolve(answer.value);
      else waiting?.reject(Object.assign(new Error('Not searched.'), { code: answer.code }));
      this.#rest();
    });
    this.#worker.on('error', (reason) => this.#broke(reason as Error));
    this.#worker.on('exit', () => this.#broke(new Error('The search has ended.')));
  }

  async ask<K extends Topic>(
    topic: K,
    ...asked: Parameters<Questions[K]>
  ): Promise<ReturnType<Questions[K]>> {
    clearTimeout(this.#idle);
    const question: Question<K> = { topic, asked };
    const answered = new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread, no window.
      this.#worker.postMessage(question);
    });
    return (await answered) as ReturnType<Questions[K]>;
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

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ask, LiveDrives, Memory, Parts } from './drives-client.ts';

/** A client in a process of its own, so that its memory and its work are its own. */
export class ClientProcess implements AsyncDisposable {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'drives-client.ts'), {
    execArgv: ['--expose-gc'],
  });

  /** Resolves when all drives are live, with the ms that took. */
  start(how: 'drivebell' | 'bare', parts: Parts): Promise<number> {
    return this.#ask({ do: 'start', how, parts });
  }

  live(): Promise<LiveDrives> {
    return this.#ask({ do: 'live' });
  }

  memory(): Promise<Memory> {
    return this.#ask({ do: 'memory' });
  }

  /** ms of processor time since the process began. */
  cpu(): Promise<number> {
    return this.#ask({ do: 'cpu' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  // One at a time: answers carry no names.
  async #ask<T>(ask: Ask): Promise<T> {
    const ended = new AbortController();
    const exited = once(this.#child, 'exit', { signal: ended.signal }).then(() => {
      throw new Error('The client process ended.');
    });
    const answered = once(this.#child, 'message', { signal: ended.signal });
    this.#child.send(ask);
    try {
      const [value] = (await Promise.race([answered, exited])) as [T];
      return value;
    } finally {
      ended.abort();
      exited.catch(() => undefined);
      answered.catch(() => undefined);
    }
  }
}

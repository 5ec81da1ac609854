interface Waiter {
  readonly holds: () => boolean;
  readonly done: () => void;
}

/** Promises for a state, looked at again whenever `look` is called; no polling. */
export class Waiting {
  readonly #waiters = new Set<Waiter>();

  look(): void {
    for (const waiter of this.#waiters) {
      if (waiter.holds()) waiter.done();
    }
  }

  async until(holds: () => boolean, what: () => string, timeoutMs: number): Promise<void> {
    if (holds()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { holds, done: resolve };
    this.#waiters.add(waiter);
    const late = () => reject(new Error(`Waited ${timeoutMs} ms for ${what()}`));
    const timer = setTimeout(late, timeoutMs);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    }
  }
}

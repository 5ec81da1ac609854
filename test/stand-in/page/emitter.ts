// Runs in the page by its text: nothing may be imported here.

type Listener = (...args: unknown[]) => void;

/** The part of Node's EventEmitter a sandboxed preload script gets. */
export class Emitter {
  readonly #listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  on(name: string, listener: Listener): this {
    return this.#add(name, listener, false);
  }

  once(name: string, listener: Listener): this {
    return this.#add(name, listener, true);
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  off(name: string, listener: Listener): this {
    const list = this.#listeners.get(name) ?? [];
    const index = list.findLastIndex((entry) => entry.listener === listener);
    if (index >= 0) this.#listeners.set(name, list.toSpliced(index, 1));
    return this;
  }

  removeListener(name: string, listener: Listener): this {
    return this.off(name, listener);
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }

  listeners(name: string): Listener[] {
    return (this.#listeners.get(name) ?? []).map(({ listener }) => listener);
  }

  listenerCount(name: string): number {
    return this.#listeners.get(name)?.length ?? 0;
  }

  eventNames(): string[] {
    return [...this.#listeners.keys()];
  }

  emit(name: string, ...args: unknown[]): boolean {
    const list = this.#listeners.get(name) ?? [];
    for (const { listener, once } of list) {
      if (once) this.off(name, listener);
      listener.apply(this, args);
    }
    return list.length > 0;
  }

  #add(name: string, listener: Listener, once: boolean): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { listener, once }]);
    return this;
  }
}

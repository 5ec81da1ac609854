/** Shows the newest value to whoever listens: made when first asked for, told at most once per turn. */
export class Board<T> {
  readonly #make: () => T;
  readonly #listeners = new Set<(value: T) => void>();
  #value: { readonly made: T } | null = null;
  #isTelling = false;
  #isClosed = false;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    this.#value ??= { made: this.#make() };
    return this.#value.made;
  }

  /** Returns the undo. */
  onValue(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the value is made of has changed. */
  changed(): void {
    this.#value = null;
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => this.#tell());
  }

  close(): void {
    this.#isClosed = true;
    this.#listeners.clear();
  }

  #tell(): void {
    this.#isTelling = false;
    if (this.#isClosed) return;
    for (const listener of this.#listeners) listener(this.value);
  }
}

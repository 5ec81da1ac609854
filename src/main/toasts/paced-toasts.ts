import type { Toast, ToastSink } from './toast.ts';

/** Each time one is brought up to date some systems bring it up again, and Windows drops what comes too fast. */
const restMs = 3000;

interface Rest {
  next: Toast | null;
}

/** Hands toasts on at once, and news of the same toast not more often than a person can read it. */
export class PacedToasts implements ToastSink {
  readonly #sink: ToastSink;
  readonly #resting = new Map<string, Rest>();

  constructor(sink: ToastSink) {
    this.#sink = sink;
  }

  show(toast: Toast): void {
    const rest = this.#resting.get(toast.id);
    // What makes a sound is something else.
    if (rest && toast.isSilent && this.has(toast.id)) rest.next = toast;
    else this.#hand(toast);
  }

  close(id: string): void {
    this.#resting.delete(id);
    this.#sink.close(id);
  }

  has(id: string): boolean {
    return this.#sink.has(id);
  }

  #hand(toast: Toast): void {
    const rest: Rest = { next: null };
    this.#resting.set(toast.id, rest);
    setTimeout(() => this.#rested(toast.id, rest), restMs).unref();
    this.#sink.show(toast);
  }

  #rested(id: string, rest: Rest): void {
    if (this.#resting.get(id) !== rest) return;
    this.#resting.delete(id);
    // Put away meanwhile, it had said nearly as much.
    if (rest.next && this.has(id)) this.#hand(rest.next);
  }
}

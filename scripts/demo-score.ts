import type { Changed } from '../test/simulator/simulator.ts';

interface Announced {
  readonly changed: Changed;
  readonly line: string;
  /** How many toasts there were before it. */
  readonly after: number;
}

/** Which announced changes have got their toast. */
export class DemoScore {
  readonly #announced: Announced[] = [];
  readonly #toasts: string[] = [];

  announce(changed: Changed, line: string): void {
    this.#announced.push({ changed, line, after: this.#toasts.length });
  }

  toast(words: string): void {
    this.#toasts.push(words);
  }

  /** Announced changes that no toast shown since has told of, by name or as one of several in their drive. */
  missing(): readonly string[] {
    return this.#announced
      .filter(
        ({ changed, after }) => !this.#toasts.slice(after).some((toast) => tells(toast, changed)),
      )
      .map(({ line }) => line);
  }

  get announced(): number {
    return this.#announced.length;
  }
}

function tells(toast: string, { name, driveName }: Changed): boolean {
  // A summary names the newest changes and counts the others.
  const countsOthers = / in .*and \d+ more$/.test(toast);
  return toast.includes(name) || (countsOthers && toast.includes(driveName));
}

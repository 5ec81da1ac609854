import { shortName } from '../../src/shared/texts/toast-words.ts';
import type { Changed } from '../../test/simulator/simulator.ts';

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

/** `toast` is "title | body": the body of one change begins with the drive. */
function tells(toast: string, { name, driveName }: Changed): boolean {
  const [title = '', body = ''] = toast.split(' | ');
  const isSummary = isSummaryOf(title, driveName);
  if (!isSummary && !body.startsWith(driveName)) return false;
  // A summary names the newest changes and counts the others.
  return toast.includes(shortName(name)) || (isSummary && /and [\d,]+ more$/.test(body));
}

/** Its title ends with the drive, the folder that all are in, or how many drives they are in. */
function isSummaryOf(title: string, driveName: string): boolean {
  const drive = ` in ${driveName}`;
  return title.endsWith(drive) || title.includes(`${drive} / `) || / in \d+ drives$/.test(title);
}

import type { Log } from '../../../src/core/ports.ts';
import { noon } from './doubles.ts';

const kept = 150;

/** The last of what was logged, each with the time since noon. */
export class FaultLog implements Log {
  readonly #lines: string[];
  readonly #now: () => number;
  readonly #part: string;

  constructor(now: () => number, part = '', lines: string[] = []) {
    this.#now = now;
    this.#part = part;
    this.#lines = lines;
  }

  readonly info: Log['info'] = (event, details = {}) => {
    const at = ((this.#now() - noon) / 1000).toFixed(1);
    this.#lines.push(`${at} ${this.#part} ${event} ${JSON.stringify(details)}`);
    if (this.#lines.length > kept) this.#lines.shift();
  };

  readonly warn: Log['warn'] = (event, details) => this.info(event, details);

  child(part: string): Log {
    return new FaultLog(this.#now, part, this.#lines);
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}

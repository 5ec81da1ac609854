import { z } from 'zod';
import type { Changed } from '../cloud/change.ts';
import type { Drives } from '../cloud/cloud.ts';
import { driveKeys } from '../cloud/drive-facts.ts';
import { Colleagues } from '../colleagues.ts';

export const colleaguesRequestSchema = z.strictObject({
  do: z.enum(['start', 'stop', 'next']),
  everyMs: z.number().int().min(1).optional(),
  seed: z.number().int().optional(),
  drives: z.array(z.enum(driveKeys)).min(1).optional(),
});

/** Colleagues who work while nobody in this process waits for them. */
export class OfficeHours {
  readonly #drives: Drives;
  #colleagues: Colleagues | null = null;
  #closing: AbortController | null = null;

  constructor(drives: Drives) {
    this.#drives = drives;
  }

  control({ do: deed, ...options }: z.output<typeof colleaguesRequestSchema>): Changed[] {
    if (deed !== 'next') this.stop();
    if (deed === 'stop') return [];
    if (deed === 'start') {
      this.#colleagues = new Colleagues(this.#drives, options);
      this.#closing = new AbortController();
      void this.#run(this.#colleagues, this.#closing.signal);
      return [];
    }
    this.#colleagues ??= new Colleagues(this.#drives, options);
    return [this.#colleagues.next()];
  }

  stop(): void {
    this.#closing?.abort();
    this.#closing = null;
    this.#colleagues = null;
  }

  async #run(colleagues: Colleagues, signal: AbortSignal): Promise<void> {
    // What they did is read from the change log.
    for await (const _changed of colleagues.work(signal));
  }
}

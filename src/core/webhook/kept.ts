import { z } from 'zod';
import { describe } from '../describe.ts';
import type { Log } from '../ports.ts';

const kept = z.object({ id: z.string(), clientState: z.string() });
const all = z.record(z.string(), kept);

/** A subscription that Microsoft has for us, with the secret it brings. */
export type Kept = Readonly<z.infer<typeof kept>>;

/** What is kept with the tokens of each account. Both may throw while the key store is locked. */
export interface WebhookSecrets {
  readonly read: (accountId: string) => Promise<string | null>;
  readonly write: (accountId: string, text: string | null) => Promise<void>;
}

/** One account's subscriptions by drive: what outlives a crash. A store that fails only makes them forgotten. */
export class KeptSubscriptions {
  readonly #secrets: WebhookSecrets;
  readonly #accountId: string;
  readonly #log: Log;
  #all: Promise<Map<string, Kept>> | null = null;

  constructor(secrets: WebhookSecrets, accountId: string, log: Log) {
    this.#secrets = secrets;
    this.#accountId = accountId;
    this.#log = log;
  }

  async of(driveId: string): Promise<Kept | null> {
    return (await this.#load()).get(driveId) ?? null;
  }

  async entries(): Promise<ReadonlyMap<string, Kept>> {
    return this.#load();
  }

  /** Null: forgets it. */
  async keep(driveId: string, one: Kept | null): Promise<void> {
    const known = await this.#load();
    // What was not read would be written over; what leads here is found again without it.
    if (this.#all === null) return;
    if (one === null) {
      if (!known.delete(driveId)) return;
    } else known.set(driveId, one);
    const text = known.size === 0 ? null : JSON.stringify(Object.fromEntries(known));
    try {
      await this.#secrets.write(this.#accountId, text);
    } catch (thrown) {
      this.#log.warn('webhook-not-kept', { why: describe(thrown) });
    }
  }

  #load(): Promise<Map<string, Kept>> {
    this.#all ??= this.#read();
    return this.#all;
  }

  async #read(): Promise<Map<string, Kept>> {
    try {
      return keptIn((await this.#secrets.read(this.#accountId)) ?? '{}');
    } catch (thrown) {
      // The key store may be locked: another time it is asked again.
      this.#all = null;
      this.#log.warn('webhook-not-kept', { why: describe(thrown) });
      return new Map();
    }
  }
}

/** What is damaged is nothing. */
function keptIn(text: string): Map<string, Kept> {
  try {
    return new Map(Object.entries(all.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}

import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import type { Log, SecretFile } from '../ports.ts';

export type Keeping = 'saved' | 'memory-only' | 'failed';

/** The key store is locked for now; thrown through MSAL. */
export class TokensLocked extends Error {
  override readonly name = 'TokensLocked';
}

/**
 * MSAL's cache kept in a secret file. A failing save never fails a sign-in: the tokens then live
 * in memory, and `onKeeping` is told.
 */
export class TokenCache implements ICachePlugin {
  readonly #file: SecretFile;
  readonly #log: Log;
  readonly #onKeeping: (keeping: Keeping) => void;
  #text: string | null = null;
  #loaded = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: SecretFile, log: Log, onKeeping: (keeping: Keeping) => void) {
    this.#file = file;
    this.#log = log;
    this.#onKeeping = onKeeping;
  }

  async beforeCacheAccess(context: TokenCacheContext): Promise<void> {
    if (!this.#loaded) await this.#inTurn(() => this.#load());
    // MSAL empties its own memory before a silent request and counts on being handed this again.
    if (this.#text !== null) context.tokenCache.deserialize(this.#text);
  }

  async afterCacheAccess(context: TokenCacheContext): Promise<void> {
    if (!context.cacheHasChanged) return;
    this.#text = context.tokenCache.serialize();
    await this.#inTurn(() => this.#save());
  }

  async #load(): Promise<void> {
    if (this.#loaded) return;
    const found = await this.#file.load();
    // Going on without what is in the file would end every sign-in there is, and write over it.
    if (!found.ok && found.code === 'temporarily-unavailable') throw new TokensLocked();
    if (found.ok) this.#text = this.#checked(found.text);
    else if (found.code !== 'absent') this.#log.warn('tokens-not-read', { why: found.code });
    this.#loaded = true;
  }

  // MSAL fails every later call when it is handed a cache that is not an object.
  #checked(text: string): string | null {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return text;
    } catch {
      // Told below.
    }
    this.#log.warn('tokens-not-read', { why: 'not-json' });
    return null;
  }

  async #save(): Promise<void> {
    if (this.#text === null) return;
    const keeping = await this.#file.save(this.#text);
    if (keeping === 'failed') this.#log.warn('tokens-not-saved');
    this.#onKeeping(keeping);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#turn.then(work, work);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

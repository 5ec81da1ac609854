import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';

/** MSAL's cache of one account, or of a sign-in that has not ended yet. */
export class CacheSlot implements ICachePlugin {
  readonly #onChange: (text: string) => Promise<void>;
  #text: string | null;

  constructor(text: string | null, onChange: (text: string) => Promise<void> = async () => {}) {
    this.#text = text;
    this.#onChange = onChange;
  }

  get text(): string | null {
    return this.#text;
  }

  // MSAL empties its own memory before a silent request and counts on being handed this again.
  async beforeCacheAccess(context: TokenCacheContext): Promise<void> {
    if (this.#text !== null) context.tokenCache.deserialize(this.#text);
  }

  async afterCacheAccess(context: TokenCacheContext): Promise<void> {
    if (!context.cacheHasChanged) return;
    this.#text = context.tokenCache.serialize();
    await this.#onChange(this.#text);
  }
}

import type { AccountInfo, InteractiveRequest, PublicClientApplication } from '@azure/msal-node';
import { describe } from '../describe.ts';
import type { Log, Net, SecretFile } from '../ports.ts';
import { tokenFailure } from './failures.ts';
import { msalNetwork } from './msal-network.ts';
import { type Keeping, TokenCache } from './token-cache.ts';
import type { TokenAnswer } from './token-source.ts';

export interface MsalParts {
  readonly clientId: string;
  readonly net: Net;
  readonly secretFile: SecretFile;
  readonly log: Log;
  readonly onKeeping: (keeping: Keeping) => void;
}

/** The one place that knows MSAL. */
export class Msal {
  readonly #parts: MsalParts;
  readonly #authority: string;
  readonly #cache: TokenCache;
  readonly #inFlight = new Map<string, Promise<TokenAnswer>>();
  readonly #signedOut = new Set<string>();
  #client: Promise<PublicClientApplication> | null = null;

  constructor(parts: MsalParts, authority: string) {
    this.#parts = parts;
    this.#authority = authority;
    this.#cache = new TokenCache(parts.secretFile, parts.log, parts.onKeeping);
  }

  /** Throws what MSAL throws; null when its answer is not usable. */
  async interactive(request: InteractiveRequest): Promise<AccountInfo | null> {
    const client = await this.#load();
    const result = await client.acquireTokenInteractive(request);
    if (!result.account || result.accessToken === '') return null;
    this.#signedOut.delete(result.account.homeAccountId);
    return result.account;
  }

  /**
   * A token without asking the person; equal questions under way are asked once. Once Entra has
   * ended a sign-in it is not asked again, unless this is a `trial` of wider scopes, which may fail
   * without ending anything.
   */
  async token(
    homeAccountId: string,
    scopes: string[],
    fresh: boolean,
    purpose: 'use' | 'trial' = 'use',
  ): Promise<TokenAnswer> {
    if (this.#signedOut.has(homeAccountId)) return { ok: false, code: 'signed-out' };
    const key = [homeAccountId, fresh, ...scopes].join(' ');
    const running = this.#inFlight.get(key);
    if (running) return running;
    const asking = this.#silent(homeAccountId, scopes, fresh);
    this.#inFlight.set(key, asking);
    const answer = await asking;
    this.#inFlight.delete(key);
    const hasEnded = !answer.ok && answer.code === 'signed-out' && purpose === 'use';
    if (hasEnded) this.#signedOut.add(homeAccountId);
    return answer;
  }

  async #silent(homeAccountId: string, scopes: string[], fresh: boolean): Promise<TokenAnswer> {
    try {
      const client = await this.#load();
      const account = await client.getTokenCache().getAccountByHomeId(homeAccountId);
      if (!account) return { ok: false, code: 'signed-out' };
      const result = await client.acquireTokenSilent({ account, scopes, forceRefresh: fresh });
      return result.accessToken === ''
        ? { ok: false, code: 'microsoft-down' }
        : { ok: true, value: result.accessToken };
    } catch (thrown) {
      this.#parts.log.warn('token-not-given', { why: describe(thrown) });
      return { ok: false, code: tokenFailure(thrown) };
    }
  }

  // MSAL is large: it is loaded when first needed, not at start.
  #load(): Promise<PublicClientApplication> {
    this.#client ??= this.#create();
    return this.#client;
  }

  async #create(): Promise<PublicClientApplication> {
    const { PublicClientApplication } = await import('@azure/msal-node');
    return new PublicClientApplication({
      auth: { clientId: this.#parts.clientId, authority: this.#authority },
      cache: { cachePlugin: this.#cache },
      system: { networkClient: msalNetwork(this.#parts.net) },
    });
  }
}

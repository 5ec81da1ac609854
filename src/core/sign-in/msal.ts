import type { AccountInfo, InteractiveRequest, PublicClientApplication } from '@azure/msal-node';
import { describe } from '../describe.ts';
import type { Clock, Log, Net, SecretFile } from '../ports.ts';
import { tokenFailure } from './failures.ts';
import { msalNetwork } from './msal-network.ts';
import { type Keeping, TokenCache } from './token-cache.ts';
import type { TokenAnswer } from './token-source.ts';

export interface MsalParts {
  readonly clientId: string;
  readonly net: Net;
  readonly secretFile: SecretFile;
  readonly clock: Clock;
  readonly log: Log;
  readonly onKeeping: (keeping: Keeping) => void;
}

interface Asked {
  readonly homeAccountId: string;
  readonly scopes: string[];
  readonly fresh: boolean;
  readonly purpose: 'use' | 'trial';
}

/** As MSAL does: a token about to end is renewed before. */
const renewAheadMs = 5 * 60 * 1000;

/** The one place that knows MSAL. */
export class Msal {
  readonly #parts: MsalParts;
  readonly #authority: string;
  readonly #cache: TokenCache;
  readonly #inFlight = new Map<string, Promise<TokenAnswer>>();
  /** MSAL reads its whole cache anew for every question; a token still good is not asked for again. */
  readonly #good = new Map<string, { readonly token: string; readonly until: number }>();
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
    this.#good.clear();
    return result.account;
  }

  /** Forgets the tokens of an account that is not wanted. */
  async forget(account: AccountInfo): Promise<void> {
    const client = await this.#load();
    await client.signOut({ account });
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
    const key = [homeAccountId, ...scopes].join(' ');
    const good = fresh ? undefined : this.#good.get(key);
    if (good && good.until > this.#parts.clock.now()) return { ok: true, value: good.token };
    return this.#ask(key, { homeAccountId, scopes, fresh, purpose });
  }

  async #ask(key: string, asked: Asked): Promise<TokenAnswer> {
    const running = this.#inFlight.get(key);
    if (running) return running;
    const asking = this.#silent(key, asked);
    this.#inFlight.set(key, asking);
    const answer = await asking;
    this.#inFlight.delete(key);
    const hasEnded = !answer.ok && answer.code === 'signed-out' && asked.purpose === 'use';
    if (hasEnded) this.#signedOut.add(asked.homeAccountId);
    return answer;
  }

  async #silent(key: string, { homeAccountId, scopes, fresh }: Asked): Promise<TokenAnswer> {
    this.#good.delete(key);
    try {
      const client = await this.#load();
      const account = await client.getTokenCache().getAccountByHomeId(homeAccountId);
      if (!account) return { ok: false, code: 'signed-out' };
      const result = await client.acquireTokenSilent({ account, scopes, forceRefresh: fresh });
      if (result.accessToken === '') return { ok: false, code: 'microsoft-down' };
      const until = (result.expiresOn?.getTime() ?? 0) - renewAheadMs;
      this.#good.set(key, { token: result.accessToken, until });
      return { ok: true, value: result.accessToken };
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

import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import { Backoff } from '../time/backoff.ts';
import { describe } from '../describe.ts';
import type { Hosts } from '../hosts.ts';
import type { Clock, Log, Net } from '../ports.ts';
import type { ServerClock } from '../time/server-clock.ts';
import { CacheSlot } from './cache-slot.ts';
import { claimsWanted, tokenFailure, waitWanted } from './failures.ts';
import { type Reach, reaches, scopesFor } from './scopes.ts';
import type { TokenAnswer, TokenFailure, TokenWish } from './token-source.ts';
import type { TokenOwner } from './tokens.ts';
import type { TokenVault } from './vault.ts';

export interface AccountTokensParts extends TokenOwner {
  readonly hosts: Hosts;
  readonly clientId: () => string;
  readonly vault: TokenVault;
  readonly net: Net;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly log: Log;
  readonly onNeedsPerson: () => void;
}

export interface TokenAsk extends TokenWish {
  readonly reach: Reach;
  /** A `trial` of a wider reach may fail without ending the sign-in. */
  readonly purpose: 'use' | 'trial';
}

/** As MSAL does: a token about to end is renewed before. */
const renewAheadMs = 5 * 60_000;

interface Good {
  readonly token: string;
  /** ms since 1970. */
  readonly until: number;
  readonly endsAt: number;
  /** In ms, when it came. */
  readonly life: number;
}

/**
 * One account's tokens, one question at a time. Once Entra has ended the sign-in it is not asked
 * again; while it cannot be reached, no more often than the backoff or its Retry-After allows.
 */
export class AccountTokens {
  readonly #parts: AccountTokensParts;
  readonly #backoff = new Backoff(1000, 60_000);
  /** A token still good is not asked for again: MSAL reads its whole cache for every question. */
  readonly #good = new Map<Reach, Good>();
  #turn: Promise<unknown> = Promise.resolve();
  #quiet: { readonly until: number; readonly failure: TokenFailure } | null = null;
  #client: { readonly made: PublicClientApplication; readonly clientId: string } | null = null;
  #claims: string | null = null;
  #needsPerson = false;
  #isClosed = false;

  constructor(parts: AccountTokensParts) {
    this.#parts = parts;
  }

  get owner(): TokenOwner {
    return this.#parts;
  }

  /** Entra wants the person again. */
  get needsPerson(): boolean {
    return this.#needsPerson;
  }

  /** What the next sign-in has to ask for; null: nothing special. */
  get claims(): string | null {
    return this.#claims;
  }

  /** `superseded`: others have taken the place of these. */
  token(ask: TokenAsk): Promise<TokenAnswer | 'superseded'> {
    const next = this.#turn.then(() => this.#answer(ask));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  /** Only the person can help; `claims` is what the sign-in must bring. */
  askPerson(claims: string | null): void {
    this.#claims = claims ?? this.#claims;
    this.#good.clear();
    if (this.#needsPerson) return;
    this.#needsPerson = true;
    this.#parts.onNeedsPerson();
  }

  /** The account has gone, or signs in anew: late answers are not kept. */
  close(): void {
    this.#isClosed = true;
    this.#good.clear();
  }

  async #answer(ask: TokenAsk): Promise<TokenAnswer | 'superseded'> {
    if (this.#isClosed) return 'superseded';
    if (this.#needsPerson) return failed('signed-out');
    const now = this.#parts.clock.now();
    const good = this.#good.get(ask.reach);
    // Of several requests refused at once, only the first needs to ask for another token.
    if (good && ask.refused?.token === good.token) this.#good.delete(ask.reach);
    else if (good && good.until > now && isLongEnough(good, ask, now))
      return { ok: true, value: good.token };
    if (ask.refused?.claims) this.#claims = ask.refused.claims;
    const wait = this.#quiet ? this.#quiet.until - performance.now() : 0;
    return this.#quiet && wait > 0
      ? { ...this.#quiet.failure, retryAfterMs: wait }
      : this.#ask(ask);
  }

  async #ask(ask: TokenAsk): Promise<TokenAnswer | 'superseded'> {
    try {
      const result = await this.#silent(ask);
      if (this.#isClosed) return 'superseded';
      return result ? this.#take(ask.reach, result) : this.#hold(failed('microsoft-down'));
    } catch (thrown) {
      if (this.#isClosed) return 'superseded';
      this.#parts.log.warn('token-not-given', { why: describe(thrown) });
      const failure = failed(tokenFailure(thrown), waitWanted(thrown));
      if (failure.code !== 'signed-out') return this.#hold(failure);
      if (ask.purpose === 'use') this.askPerson(claimsWanted(thrown));
      return failure;
    }
  }

  /** Null where no account is in the cache or the answer is no token at all. */
  async #silent({ reach, refused, lastsMs }: TokenAsk): Promise<AuthenticationResult | null> {
    const client = await this.#load();
    const { homeAccountId, hosts } = this.#parts;
    const account = await client.getTokenCache().getAccountByHomeId(homeAccountId);
    if (!account) throw new NotSignedIn();
    const result = await client.acquireTokenSilent({
      account,
      scopes: scopesFor(reach, hosts),
      // Of itself MSAL makes a new one only minutes before the end.
      forceRefresh: refused !== null || lastsMs !== undefined,
      ...(this.#claims === null ? {} : { claims: this.#claims }),
    });
    const isToken = typeof result.accessToken === 'string' && result.accessToken !== '';
    const isTheirs = result.account?.homeAccountId === homeAccountId;
    if (isToken && isTheirs && !reaches(result.scopes, reach)) throw new NotGranted();
    return isToken && isTheirs ? result : null;
  }

  #take(reach: Reach, result: AuthenticationResult): TokenAnswer {
    const now = this.#parts.clock.now();
    const life = Math.max((result.expiresOn?.getTime() ?? 0) - now, 0);
    // A short life is used for half of it: else each request to Graph would ask for a token.
    const until = now + Math.max(life - renewAheadMs, life / 2);
    this.#good.set(reach, { token: result.accessToken, until, endsAt: now + life, life });
    this.#claims = null;
    this.#quiet = null;
    this.#backoff.reset();
    return { ok: true, value: result.accessToken };
  }

  #hold(failure: TokenFailure): TokenFailure {
    // A locked key store asks nobody, and opens at any time.
    if (failure.code === 'keys-locked') return failure;
    const wait = Math.max(failure.retryAfterMs ?? 0, this.#backoff.next());
    // Not by the clock, which may be set back.
    this.#quiet = { until: performance.now() + wait, failure };
    return failure;
  }

  async #load(): Promise<PublicClientApplication> {
    const { vault, net, serverClock, hosts, accountId } = this.#parts;
    const clientId = this.#parts.clientId();
    if (this.#client?.clientId === clientId) return this.#client.made;
    const slot = new CacheSlot(await vault.read(accountId), (text) => this.#keep(text));
    const { createClient, msalNetwork } = await import('./msal-client.ts');
    const made = createClient({ hosts, clientId, slot, network: msalNetwork(net, serverClock) });
    this.#client = { made, clientId };
    return made;
  }

  async #keep(text: string): Promise<void> {
    if (!this.#isClosed) await this.#parts.vault.write(this.#parts.accountId, text);
  }
}

// Where tokens are short of life, each question would be for another.
function isLongEnough({ endsAt, life }: Good, { lastsMs = 0 }: TokenAsk, now: number): boolean {
  return endsAt - now >= Math.min(lastsMs, life / 2);
}

function failed(code: TokenFailure['code'], retryAfterMs: number | null = null): TokenFailure {
  return { ok: false, code, retryAfterMs };
}

/** The cache holds nothing of the account. */
class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
  readonly errorCode = 'no_account_in_silent_request';
}

/** The token opens less than was asked for. */
class NotGranted extends Error {
  override readonly name = 'NotGranted';
  readonly errorCode = 'consent_required';
}

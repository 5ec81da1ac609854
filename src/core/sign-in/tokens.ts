import type { CloudId } from '../../shared/snapshot.ts';
import type { Clouds } from '../clouds.ts';
import { AccountTokens, type AccountTokensParts, type TokenAsk } from './account-tokens.ts';
import type { TokenAnswer } from './token-source.ts';

export interface TokensParts extends Omit<
  AccountTokensParts,
  keyof TokenOwner | 'hosts' | 'clientId' | 'onNeedsPerson'
> {
  readonly clouds: Clouds;
  readonly clientIdOf: (cloud: CloudId) => string;
  readonly onNeedsPerson: (accountId: string) => void;
}

export interface TokenOwner {
  readonly accountId: string;
  readonly homeAccountId: string;
  readonly cloud: CloudId;
}

/** The tokens of every account. */
export class Tokens {
  readonly #parts: TokensParts;
  readonly #accounts = new Map<string, AccountTokens>();
  /** Sign-ins being kept, by account. */
  readonly #adopting = new Map<string, Promise<void>>();

  constructor(parts: TokensParts) {
    this.#parts = parts;
  }

  needsPerson({ accountId }: TokenOwner): boolean {
    return this.#accounts.get(accountId)?.needsPerson ?? false;
  }

  /** What the account's next sign-in has to ask for; null: nothing special. */
  claimsOf({ accountId }: TokenOwner): string | null {
    return this.#accounts.get(accountId)?.claims ?? null;
  }

  askPerson(owner: TokenOwner, claims: string): void {
    this.#of(owner).askPerson(claims);
  }

  async token(owner: TokenOwner, ask: TokenAsk): Promise<TokenAnswer> {
    const tokens = this.#of(owner);
    const answer = await tokens.token(ask);
    if (answer !== 'superseded') return answer;
    await this.#adopting.get(owner.accountId);
    // A sign-in that ended meanwhile has brought better ones; an account that has gone has none.
    return this.#accounts.has(owner.accountId)
      ? this.token(owner, ask)
      : { ok: false, code: 'signed-out', retryAfterMs: null };
  }

  /** Begins anew with what a sign-in has brought. Throws `TokensLocked`. */
  async adopt(owner: TokenOwner, text: string): Promise<void> {
    const { accountId } = owner;
    const adopting = this.#adopt(owner, text);
    this.#adopting.set(
      accountId,
      adopting.catch(() => undefined),
    );
    try {
      await adopting;
    } finally {
      this.#adopting.delete(accountId);
    }
  }

  async #adopt(owner: TokenOwner, text: string): Promise<void> {
    // First of all: an answer still on its way must not write over what comes next.
    this.#accounts.get(owner.accountId)?.close();
    try {
      await this.#parts.vault.write(owner.accountId, text);
    } finally {
      this.#begin(owner);
    }
  }

  /** Throws `TokensLocked`, and then nothing is forgotten. */
  async forget({ accountId }: Pick<TokenOwner, 'accountId'>): Promise<void> {
    this.#end(accountId);
    await this.#parts.vault.forget(accountId);
    this.#end(accountId);
  }

  /** Another app registration: every account begins anew with what is kept. */
  startOver(): void {
    for (const tokens of this.#accounts.values()) this.#begin(tokens.owner);
  }

  #of(owner: TokenOwner): AccountTokens {
    return this.#accounts.get(owner.accountId) ?? this.#begin(owner);
  }

  #end(accountId: string): void {
    this.#accounts.get(accountId)?.close();
    this.#accounts.delete(accountId);
  }

  #begin(owner: TokenOwner): AccountTokens {
    const { clouds, clientIdOf, onNeedsPerson } = this.#parts;
    const { accountId, homeAccountId, cloud } = owner;
    this.#accounts.get(accountId)?.close();
    const tokens = new AccountTokens({
      ...this.#parts,
      accountId,
      homeAccountId,
      cloud,
      hosts: clouds[cloud],
      clientId: () => clientIdOf(cloud),
      onNeedsPerson: () => onNeedsPerson(accountId),
    });
    this.#accounts.set(accountId, tokens);
    return tokens;
  }
}

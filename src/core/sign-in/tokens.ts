import type { CloudId } from '../../shared/snapshot.ts';
import type { Clouds } from '../clouds.ts';
import { AccountTokens, type AccountTokensParts, type Wish } from './account-tokens.ts';
import type { TokenAnswer } from './token-source.ts';

export interface TokensParts extends Omit<
  AccountTokensParts,
  'homeAccountId' | 'hosts' | 'clientId' | 'onNeedsPerson'
> {
  readonly clouds: Clouds;
  readonly clientIdOf: (cloud: CloudId) => string;
  readonly onNeedsPerson: (homeAccountId: string) => void;
}

export interface TokenOwner {
  readonly homeAccountId: string;
  readonly cloud: CloudId;
}

/** The tokens of every account. */
export class Tokens {
  readonly #parts: TokensParts;
  readonly #accounts = new Map<string, AccountTokens>();

  constructor(parts: TokensParts) {
    this.#parts = parts;
  }

  of(owner: TokenOwner): AccountTokens {
    const known = this.#accounts.get(owner.homeAccountId);
    return known ?? this.#begin(owner);
  }

  async token(owner: TokenOwner, wish: Wish): Promise<TokenAnswer> {
    const tokens = this.of(owner);
    const answer = await tokens.token(wish);
    const newer = this.#accounts.get(owner.homeAccountId);
    // A sign-in that ended meanwhile has brought better ones.
    return !answer.ok && newer && newer !== tokens ? newer.token(wish) : answer;
  }

  /** Begins anew with what a sign-in has brought. Throws `TokensLocked`. */
  async adopt(owner: TokenOwner, text: string): Promise<void> {
    this.#end(owner.homeAccountId);
    await this.#parts.vault.write(owner.homeAccountId, text);
    // Whoever asked meanwhile has read what was kept before.
    this.#end(owner.homeAccountId);
    this.#begin(owner);
  }

  /** Throws `TokensLocked`, and then nothing is forgotten. */
  async forget(homeAccountId: string): Promise<void> {
    this.#end(homeAccountId);
    await this.#parts.vault.forget(homeAccountId);
    this.#end(homeAccountId);
  }

  /** Another app registration, or other storage: every account begins anew with what is kept. */
  startOver(): void {
    for (const tokens of this.#accounts.values()) tokens.close();
    this.#accounts.clear();
  }

  /** First of all: an answer still on its way must not write over what comes next. */
  #end(homeAccountId: string): void {
    this.#accounts.get(homeAccountId)?.close();
    this.#accounts.delete(homeAccountId);
  }

  #begin({ homeAccountId, cloud }: TokenOwner): AccountTokens {
    const { clouds, clientIdOf, onNeedsPerson } = this.#parts;
    const tokens = new AccountTokens({
      ...this.#parts,
      homeAccountId,
      hosts: clouds[cloud],
      clientId: () => clientIdOf(cloud),
      onNeedsPerson: () => onNeedsPerson(homeAccountId),
    });
    this.#accounts.set(homeAccountId, tokens);
    return tokens;
  }
}

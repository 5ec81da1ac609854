import type { Reach } from './scopes.ts';

export type TokenFailureCode =
  | 'signed-out'
  | 'keys-locked'
  | 'no-network'
  | 'not-json'
  | 'microsoft-down'
  | 'client-id-wrong';

export interface TokenFailure {
  readonly ok: false;
  readonly code: TokenFailureCode;
  /** How long Entra wants to be left alone. */
  readonly retryAfterMs: number | null;
}

export type TokenAnswer = { readonly ok: true; readonly value: string } | TokenFailure;

/** Graph did not take this token; `claims` says what it wants of the next one. */
export interface Refusal {
  readonly token: string;
  readonly claims: string | null;
}

export interface TokenWish {
  readonly refused: Refusal | null;
  /** Further than what is watched needs; where that was not allowed, the account stays signed in. */
  readonly reach?: Reach | undefined;
  /** How long it has to be good for, in ms, where tokens live for twice as long: Microsoft keeps it. */
  readonly lastsMs?: number | undefined;
}

/** Gives access tokens of one account, silently. */
export interface TokenSource {
  token(wish: TokenWish): Promise<TokenAnswer>;
  /** Not even a token with the claims it had asked for was taken: only the person can help. */
  challengedAgain(claims: string): void;
}

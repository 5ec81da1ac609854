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

/** Gives access tokens of one account, silently. */
export interface TokenSource {
  token(refused: Refusal | null): Promise<TokenAnswer>;
  /** Not even a token with the claims it had asked for was taken: only the person can help. */
  challengedAgain(claims: string): void;
}

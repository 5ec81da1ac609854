export type TokenFailureCode =
  | 'signed-out'
  | 'keys-locked'
  | 'no-network'
  | 'microsoft-down'
  | 'client-id-wrong';

export type TokenAnswer =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: TokenFailureCode };

/** Gives access tokens of one account, silently. */
export interface TokenSource {
  /** `fresh`: not from the cache, because Graph refused the cached one. */
  token(fresh: boolean): Promise<TokenAnswer>;
}

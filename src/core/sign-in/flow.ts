import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node';

export interface FlowAsk {
  readonly scopes: string[];
  /** Who is expected; null: anyone. */
  readonly loginHint: string | null;
  readonly claims: string | null;
}

/** One way for a person to sign in. It ends once: by them, by `stop`, or by its own limit. */
export interface Flow {
  /** Throws what MSAL throws. */
  run(client: PublicClientApplication, ask: FlowAsk): Promise<AuthenticationResult | null>;
  stop(): void;
  /** Resolves when it was stopped or has run out of time; whatever `run` brings then is too late. */
  readonly ended: Promise<'cancelled' | 'timed-out'>;
  /** Frees what it still holds. */
  close(): void;
}

import type { RuleView, Silence } from './wishes.ts';

/** Why a drive is read: what woke it. */
export type WakeCause = 'push' | 'webhook' | 'joined' | 'poll' | 'asked' | 'retry' | 'names';

/** How a drive has been doing, for whoever looks into trouble. Times in ms since 1970, of this run of the app. */
export interface DriveVitals {
  readonly lastWake: { readonly at: number; readonly cause: WakeCause } | null;
  /** The last reading that succeeded, and how many changes it found. */
  readonly lastReading: { readonly at: number; readonly found: number } | null;
  readonly lastFailure: {
    readonly at: number;
    readonly of: 'reading' | 'push' | 'webhook';
    /** A `Reason`, or a code that only those who look into trouble know. */
    readonly code: string;
  } | null;
  /** The subscription by which Microsoft tells of changes at the person's own address; null: there is none. */
  readonly webhook: SubscriptionVitals | null;
}

export interface SubscriptionVitals {
  /** When Microsoft has last said anything of it; ms since 1970. */
  readonly lastDelivery: number | null;
  /** How often somebody spoke of it who is not Microsoft. */
  readonly ignored: number;
}

/** Why a change was told, or not; as it was decided then. */
export interface Explanation {
  /**
   * `held`: kept for later, with others; `own`: the reader's doing, which is not told; `waiting`: not
   * decided yet; `unknown`: nothing was written down.
   */
  readonly outcome: 'told' | 'listed' | 'ignored' | 'held' | 'own' | 'waiting' | 'unknown';
  /** Null: no rule fitted, or it was removed since. */
  readonly rule: RuleView | null;
  readonly isRuleGone: boolean;
  /** Why it was held. */
  readonly silence: Silence | null;
  /** Held, and told since. */
  readonly isToldSince: boolean;
  /** When what is still held is due, in ms since 1970; null: not before somebody says so. */
  readonly dueAt: number | null;
}

/** How the way in from Microsoft is doing. Counted from the start of the app. */
export interface WebhookReport {
  readonly state: 'off' | 'opening' | 'listening' | 'port-taken';
  readonly subscriptions: number;
  /** When Microsoft has last said anything; ms since 1970. */
  readonly lastDelivery: number | null;
  /** Calls that brought no subscription's secret, or made no sense. */
  readonly ignored: number;
}

/**
 * What came back when the address was asked from here. `other`: somebody else answers there; `answer`:
 * with this status; `silent`: nothing came back.
 */
export type WebhookCheck =
  | { readonly how: 'ours' | 'other' | 'silent' | 'port-taken' }
  | { readonly how: 'answer'; readonly status: number };

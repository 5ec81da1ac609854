export type LivenessState =
  | 'starting'
  | 'live'
  | 'polling'
  | 'offline'
  | 'sign-in-needed'
  | 'unavailable';

/** Why a drive is not live. Codes only; words come from the text catalogue. */
export const reasons = [
  'push-not-offered',
  'push-refused',
  'push-lost',
  'push-silent',
  'endpoint-without-url',
  'endpoint-not-https',
  'endpoint-foreign-host',
  'no-network',
  'microsoft-down',
  'throttled',
  'unexpected-answer',
  'not-json',
  'delta-without-link',
  'signed-out',
  'keys-locked',
  'client-id-wrong',
  'no-access',
  'drive-gone',
  'storage-failed',
] as const;
export type Reason = (typeof reasons)[number];

export interface Liveness {
  readonly state: LivenessState;
  /** ms since 1970. */
  readonly since: number;
  readonly reason: Reason | null;
}

export type DriveKind = 'personal' | 'business' | 'library';

export interface WatchedDriveView {
  readonly watchId: string;
  readonly accountId: string;
  readonly name: string;
  readonly kind: DriveKind;
  readonly liveness: Liveness;
  /** Seconds between two polls while not live; null while live. */
  readonly pollSeconds: number | null;
  /** Present while the names already in the drive are being learned. */
  readonly learning: { readonly known: number; readonly about: number | null } | null;
  /** ms since 1970. */
  readonly lastChangeAt: number | null;
}

export interface AccountView {
  readonly accountId: string;
  readonly name: string;
  readonly username: string;
  readonly kind: 'work' | 'personal';
}

export const signInFailures = [
  'cancelled',
  'timed-out',
  'no-network',
  'microsoft-down',
  'client-id-wrong',
  'client-id-missing',
  'declined',
  'other-account',
  'keys-locked',
  'needs-administrator',
  'browser-did-not-open',
  'unexpected-answer',
] as const;
export type SignInFailure = (typeof signInFailures)[number];

export type SignInView =
  | { readonly state: 'idle' }
  | { readonly state: 'waiting'; readonly since: number }
  | { readonly state: 'failed'; readonly failure: SignInFailure };

/** Things the window says once, above the content, until they no longer hold. */
export const troubles = [
  'tokens-not-saved',
  'tokens-weak-storage',
  'notifications-failed',
  'notifications-unsupported',
  'config-set-aside',
  'config-lost',
  'database-set-aside',
] as const;
export type Trouble = (typeof troubles)[number];

/** The one immutable picture of the app that tray and window draw. */
export interface Snapshot {
  readonly version: string;
  readonly accounts: readonly AccountView[];
  readonly signIn: SignInView;
  readonly drives: readonly WatchedDriveView[];
  /** The worst of the drives. */
  readonly liveness: Liveness;
  /** ms since 1970; null when not paused; Infinity never crosses IPC, `until-resumed` does. */
  readonly pausedUntil: number | 'until-resumed' | null;
  readonly unread: number;
  /** Changes whenever the activity list did; the window then asks for pages again. */
  readonly activityRevision: number;
  readonly troubles: readonly Trouble[];
}

/** A drive the user may choose to watch. */
export interface DriveChoice {
  readonly driveId: string;
  readonly accountId: string;
  readonly name: string;
  readonly kind: DriveKind;
  readonly owner: string | null;
  readonly watched: boolean;
}

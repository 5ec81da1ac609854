import type { UpdatesView } from './updates.ts';
import type { HookView } from './hooks.ts';
import type { LanguageChoice, Theme } from './look.ts';
import type { RuleView, WishesView } from './wishes.ts';
import type { ActivityFilter, GroupBy } from './activity-query.ts';
import type { ActivityRow } from './activity.ts';

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
  'push-unreachable',
  'too-many-drives',
  'endpoint-without-url',
  'endpoint-not-https',
  'endpoint-foreign-host',
  'webhook-unreached',
  'webhook-refused',
  'webhook-not-allowed',
  'webhook-port-taken',
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

/** The live connection of a drive, for whoever looks into trouble. */
export type ConnectionView = ConnectionTimes &
  (
    | {
        /** Which client keeps the socket: the library's, or our own loop for services the library cannot speak to. */
        readonly via: 'library' | 'loop';
        /** Of Engine.IO. */
        readonly protocol: 3 | 4;
      }
    /** A subscription: Microsoft calls at the person's own address. */
    | { readonly via: 'webhook' }
  );

/** In ms since 1970. */
interface ConnectionTimes {
  readonly since: number;
  /** When Microsoft lets it end, unless it is renewed. */
  readonly expiresAt: number;
  /** When it is renewed, or another is asked for, ahead of that. */
  readonly renewsAt: number;
}

/** What wakes a drive first; the other one helps out. */
export const wakeSources = ['push', 'webhook'] as const;
export type WakeSource = (typeof wakeSources)[number];

/** Where Microsoft can reach this computer, and for which drives it is asked to. */
export interface WebhookView {
  /** As the person has typed it; null: there is none, and nothing is listened to. */
  readonly url: string | null;
  /** On this computer, where the address leads to. */
  readonly port: number;
  /** `fallback`: for drives without live updates, and those for which it was chosen; `all`: for every drive. */
  readonly use: 'fallback' | 'all';
}

export interface WatchedDriveView {
  readonly watchId: string;
  readonly accountId: string;
  /** As the person calls it, else as Microsoft does. */
  readonly name: string;
  readonly microsoftName: string;
  readonly kind: DriveKind;
  readonly liveness: Liveness;
  /** Null while there is none. */
  readonly connection: ConnectionView | null;
  readonly wakeBy: WakeSource;
  /** Seconds between two polls while not live; null while live. */
  readonly pollSeconds: number | null;
  /** Present while the names already in the drive are being learned. */
  readonly learning: { readonly known: number; readonly about: number | null } | null;
  /** Why some names are not known; null: they are, or will be. `folders`: there are too many files. */
  readonly names: 'folders' | 'stopped' | null;
  /** ms since 1970. */
  readonly lastChangeAt: number | null;
}

/** Microsoft's clouds. A personal account exists only in the global one. */
export const cloudIds = ['global', 'us-gov', 'us-dod', 'china'] as const;
export type CloudId = (typeof cloudIds)[number];

export interface AccountView {
  readonly accountId: string;
  readonly name: string;
  readonly username: string;
  readonly kind: 'work' | 'personal';
  readonly cloud: CloudId;
  /** Microsoft wants the person again; nothing of this account works until then. */
  readonly needsSignIn: boolean;
}

export const signInFailures = [
  'cancelled',
  'timed-out',
  'code-expired',
  'code-refused',
  'no-network',
  'not-json',
  'microsoft-down',
  'client-id-wrong',
  'client-id-missing',
  'client-id-malformed',
  'client-audience-wrong',
  'client-not-public',
  'declined',
  'other-account',
  'keys-locked',
  'needs-administrator',
  'browser-did-not-open',
  'not-kept',
  'unexpected-answer',
] as const;
export type SignInFailure = (typeof signInFailures)[number];

/** In the system browser of this computer, or with a code typed in on any device. */
export type SignInFlow = 'browser' | 'device-code';

export interface SignInAsk {
  /** This account again, in its own cloud; null: any account. */
  readonly accountId: string | null;
  readonly cloud: CloudId;
  readonly flow: SignInFlow;
}

/** What the person types in, and where. */
export interface DeviceCodeView {
  readonly userCode: string;
  /** Without the scheme, as it is typed: "microsoft.com/devicelogin". */
  readonly page: string;
  /** ms since 1970. */
  readonly expiresAt: number;
}

export type SignInView =
  | { readonly state: 'idle' }
  | {
      readonly state: 'waiting';
      readonly asked: SignInAsk;
      /** ms since 1970. */
      readonly since: number;
      /** Null in the browser flow, and until Microsoft has given one. */
      readonly code: DeviceCodeView | null;
    }
  | { readonly state: 'failed'; readonly asked: SignInAsk; readonly failure: SignInFailure };

/** Which app registration is used, and who chose it; the window can change only its own. */
export interface ClientIdView {
  readonly source: 'built-in' | 'environment' | 'settings' | 'none';
  readonly value: string;
}

/** How sign-ins outlive a quit: in the system's key store, in a file others could read (asked for), or not at all. */
export type TokenStorage = 'safe' | 'weak' | 'memory';

/** Things the window says once, above the content, until they no longer hold. */
export const troubles = [
  'tokens-not-saved',
  'tokens-weak-storage',
  'tokens-restored',
  'tokens-lost',
  'tokens-key-changed',
  'clock-wrong',
  'notifications-failed',
  'notifications-unsupported',
  'tray-missing',
  'config-set-aside',
  'config-lost',
  'config-in-part',
  'database-set-aside',
  'shortcut-taken',
] as const;
export type Trouble = (typeof troubles)[number];

/** The one immutable picture of the app that tray and window draw. */
export interface Snapshot {
  readonly version: string;
  readonly accounts: readonly AccountView[];
  readonly signIn: SignInView;
  readonly clientIds: Readonly<Record<CloudId, ClientIdView>>;
  readonly tokenStorage: TokenStorage;
  readonly drives: readonly WatchedDriveView[];
  /** The worst of the drives. */
  readonly liveness: Liveness;
  /** ms since 1970; null when not paused; Infinity never crosses IPC, `until-resumed` does. */
  readonly pausedUntil: number | 'until-resumed' | null;
  /** When the quiet hours under way end, in ms since 1970; null: it is not quiet. */
  readonly quietUntil: number | null;
  /** Changes of one's own are told as well. */
  readonly tellsOwn: boolean;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  /** The keys that bring the window from anywhere, as Electron names them; null: none. */
  readonly shortcut: string | null;
  readonly updates: UpdatesView;
  readonly wishes: WishesView;
  /** To what the activity list is narrowed. */
  readonly filter: ActivityFilter;
  /** By what it is grouped; null: by day. */
  readonly groupBy: GroupBy | null;
  /** In the order in which they are tried. */
  readonly rules: readonly RuleView[];
  /** By the ids of their rules. */
  readonly hooks: Readonly<Record<string, HookView>>;
  readonly webhook: WebhookView;
  readonly unread: number;
  /** The newest few changes, newest first. */
  readonly recent: readonly ActivityRow[];
  /** Changes whenever the activity list did; the window then asks for pages again. */
  readonly activityRevision: number;
  readonly troubles: readonly Trouble[];
}

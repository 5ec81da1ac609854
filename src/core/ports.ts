import type { WatchedDriveView } from '../shared/snapshot.ts';
import type { UpdateFailure } from '../shared/updates.ts';
import type { Alarm } from './notices/alarm.ts';
import type { Notice } from './notices/notice.ts';

/** The part of the WHATWG WebSocket that the push line needs. */
export interface WebSocketLike {
  binaryType: string;
  onopen: unknown;
  onmessage: unknown;
  onerror: unknown;
  onclose: unknown;
  send(data: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'close' | 'error', listener: (event: object) => void): void;
}

/** The network, with the system's proxy and certificates where there are any. Never follows a redirect. */
export interface Net {
  fetch(url: string, init?: RequestInit): Promise<Response>;
  connect(url: string): WebSocketLike;
}

/** config.json as a value. */
export interface ConfigFile {
  /** Undefined: there is none yet; null: it is damaged. */
  load(): unknown;
  save(value: object): void;
  /** Keeps what the file holds under another name as well. */
  keepCopy(): void;
  /** Keeps the file under another name, and answers what the copy of the last save holds, if there is one. */
  setAside(): unknown;
}

export type SecretLoad =
  | {
      readonly ok: true;
      readonly text: string;
      /** The file was damaged and put aside; this is the copy of the last save. */
      readonly wasRestored: boolean;
    }
  | {
      readonly ok: false;
      readonly code: 'absent' | 'temporarily-unavailable' | 'backend-changed' | 'corrupt';
    };

/** `saved-weakly`: anyone who reads the file can decrypt it. `memory-only`: that was not allowed. */
export type SecretSave = 'saved' | 'saved-weakly' | 'memory-only' | 'failed';

/** An encrypted file. */
export interface SecretFile {
  load(): Promise<SecretLoad>;
  /** `weakly`: the person allows a key that everyone knows, where this system has no better one. */
  save(text: string, weakly: boolean): Promise<SecretSave>;
  /** This system has no better key than one that everyone knows. */
  isWeak(): boolean;
  /** Deletes whatever older secrets are kept beside the file, damaged or of another key store. */
  forget(): Promise<void>;
}

/** An account of which Microsoft wants the person again. */
export interface SignInNotice {
  readonly noticeId: string;
  readonly username: string;
}

/** Drives have not been live for long; the snapshot says which and why. */
export interface NotLiveNotice {
  readonly noticeId: string;
  /** Those that have not been live for all of that time. */
  readonly drives: readonly WatchedDriveView[];
}

/** Shows a notice; showing one with the same id again replaces it. */
export interface Notifier {
  show(notice: Notice): void;
  /** Breaks through pause and quiet hours. */
  alarm(alarm: Alarm): void;
  askSignIn(notice: SignInNotice): void;
  tellNotLive(notice: NotLiveNotice): void;
  /** One that tells of nothing, so that a person sees what they look like. */
  test(): void;
  close(noticeId: string): void;
}

/** The system browser. False when it could not be started. */
export interface Browser {
  open(url: string): Promise<boolean>;
}

/** The system's clipboard. False when it did not take the text. */
export interface Clipboard {
  write(text: string): Promise<boolean>;
}

/** How a program came to its end, and the beginning of what it said. */
export type CommandEnd =
  | { readonly how: 'exit'; readonly exitCode: number; readonly output: string }
  | { readonly how: 'stopped'; readonly output: string }
  | { readonly how: 'not-started' };

/** Programs of this computer. */
export interface Commands {
  /** Whether this is a file that `run` can start. */
  canRun(program: string): Promise<boolean>;
  /**
   * Without arguments and without a shell; `input` is all it is given. An abort kills it, with what
   * it has started where the system knows of that, and ends the waiting at once.
   */
  run(
    program: string,
    input: string,
    options: { readonly signal: AbortSignal },
  ): Promise<CommandEnd>;
}

/** How a request came to its end, and the beginning of the answer. */
export type PostEnd =
  | { readonly how: 'answer'; readonly status: number; readonly output: string }
  | { readonly how: 'stopped'; readonly output: string }
  | { readonly how: 'not-started' };

/** A server on this computer, asked without any proxy. Never follows a redirect. */
export interface LocalPost {
  post(url: string, json: string, options: { readonly signal: AbortSignal }): Promise<PostEnd>;
}

/** Asks the person for a program, in a dialog of the system. Null: none was chosen. */
export interface ProgramChoice {
  choose(): Promise<string | null>;
}

/** A file of the person's own, shown in a dialog of the system: written whole, or read if it is not too large. */
export interface SettingsFile {
  write(text: string): Promise<'done' | 'cancelled' | 'failed'>;
  read(): Promise<
    | { readonly how: 'done'; readonly text: string }
    | { readonly how: 'cancelled' }
    | { readonly how: 'failed' }
  >;
}

/** Keys that bring the window from anywhere. */
export interface Shortcut {
  /** In place of those there are; null: none. False: another program has them, and nothing has changed. */
  set(keys: string | null): boolean;
}

/** New versions of the app. One call at a time. */
export interface Updater {
  /** Whether there is a newer version; null: there is none. */
  look(): Promise<
    | { readonly ok: true; readonly version: string | null }
    | { readonly ok: false; readonly code: UpdateFailure }
  >;
  /** What the last look has found. Null: it is ready to be installed. */
  download(onPercent: (percent: number) => void): Promise<UpdateFailure | null>;
  /** Ends the app, which begins again as the new version; answers only where that failed. */
  install(): Promise<UpdateFailure>;
}

export interface Power {
  /** The computer woke up, or was unlocked. Returns the undo. */
  onResume(listener: () => void): () => void;
  /** For how long nobody has touched the computer. */
  idleMs(): number;
}

export interface Clock {
  /** ms since 1970. */
  now(): number;
}

type Details = Readonly<Record<string, string | number | boolean | null>>;

/** Codes and ids only: never names, tokens, or URLs with queries. */
export interface Log {
  info(event: string, details?: Details): void;
  warn(event: string, details?: Details): void;
  child(part: string): Log;
}

export interface Ports {
  readonly net: Net;
  readonly configFile: ConfigFile;
  readonly secretFile: SecretFile;
  readonly notifier: Notifier;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
  readonly commands: Commands;
  readonly localPost: LocalPost;
  readonly programChoice: ProgramChoice;
  readonly settingsFile: SettingsFile;
  readonly shortcut: Shortcut;
  readonly updater: Updater;
  readonly power: Power;
  readonly clock: Clock;
  readonly log: Log;
}

import type { ActivityRow } from './activity.ts';
import type { HookReport } from './hooks.ts';
import type { LoginItemState } from './login-item.ts';
import type { Page } from './pages.ts';
import type {
  CloudId,
  DriveOffer,
  Reason,
  SignInAsk,
  SignInFailure,
  Snapshot,
} from './snapshot.ts';
import type { MuteUntil, MuteWhat, RuleDraft, WishesView } from './wishes.ts';

/** The item of a row, or the folder it is in. */
export interface RuleAbout {
  readonly activityId: number;
  readonly what: 'item' | 'folder';
}

/** Every way a request can fail; the words for each are in the text catalogue. */
export type FailureCode =
  | Reason
  | SignInFailure
  | 'bad-request'
  | 'not-trusted'
  | 'not-found'
  | 'too-many-rules'
  | 'program-not-runnable'
  | 'address-not-local'
  | 'link-not-allowed'
  | 'copy-failed'
  | 'login-item-failed'
  | 'busy'
  | 'internal';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode };

export interface ActivityPage {
  readonly rows: readonly ActivityRow[];
  /** Pass as `before` for the next, older page; null at the end. */
  readonly next: number | null;
}

/** What the window may ask. Signatures are the contract; every reply is an Outcome. */
interface Requests {
  getSnapshot(): Snapshot;
  /** Which page the window was opened for. */
  startPage(): Page;
  /** Begins a sign-in; the snapshot says how it goes. */
  signIn(asked: SignInAsk): void;
  cancelSignIn(): void;
  /** Opens the page where the code of the sign-in under way is typed in. */
  openDeviceCodePage(): void;
  /** To the clipboard: the code under way, or the link with which an administrator approves the app. */
  copy(what: 'device-code' | 'admin-consent-link'): void;
  /** Forgets an account with its drives and tokens, and, if so asked, what it has told. */
  removeAccount(accountId: string, activity: 'keep' | 'delete'): void;
  /** The app registration to use in a cloud that has none built in; null: forget it. */
  setClientId(cloud: CloudId, clientId: string | null): void;
  /** Whether sign-ins may be kept in a file that is not safely encrypted, where nothing better is offered. */
  allowWeakStorage(allowed: boolean): void;
  /** Over all accounts; fails only when none could be asked. */
  listDrives(): DriveOffer;
  watchDrives(choices: readonly { accountId: string; driveId: string }[]): void;
  stopWatching(watchId: string): void;
  /** Whether the names of what is in the drive are to be learned: a large one takes a while. */
  learnNames(watchId: string, wanted: boolean): void;
  /** Newest first, below the id `before` (null: from the top); of a text only what holds its words. */
  getActivity(before: number | null, limit: number, text: string): ActivityPage;
  openItem(activityId: number): void;
  openDrive(watchId: string): void;
  /** Opens the folder an item is in. */
  openFolder(activityId: number): void;
  openRecycleBin(watchId: string): void;
  /** Marks everything up to and including this activity id as read. */
  markRead(upTo: number): void;
  markOne(activityId: number, isRead: boolean): void;
  /** Makes unread again what the last `markRead` has marked. */
  undoMarkRead(): void;
  pause(until: 'one-hour' | 'tomorrow' | 'until-resumed'): void;
  resume(): void;
  /** Whether changes of one's own, as from another device, are told as well. */
  tellOwn(wanted: boolean): void;
  wish(wishes: WishesView): void;
  /** A new rule, which is tried before all others; `about`: only this row's item, or the folder it is in, with all below it. */
  addRule(draft: RuleDraft, about: RuleAbout | null): void;
  changeRule(ruleId: string, draft: RuleDraft): void;
  removeRule(ruleId: string): void;
  /** So that it is tried earlier, or later. */
  moveRule(ruleId: string, to: 'earlier' | 'later'): void;
  /** How many changes of the last seven days each rule has decided, by its id. */
  countRules(): Readonly<Record<string, number>>;
  /** A rule that only lists what this row is about. */
  mute(activityId: number, what: MuteWhat, until: MuteUntil): void;
  /** The person shows, in a dialog of the system, the program that is started for each change this rule decides. */
  chooseHookProgram(ruleId: string): void;
  /** A server on this computer is told of each change this rule decides. */
  setHookUrl(ruleId: string, url: string): void;
  removeHook(ruleId: string): void;
  getHookRuns(): HookReport;
  /** Whether the app starts when the person signs in to the computer. */
  getLoginItem(): LoginItemState;
  setLoginItem(wanted: boolean): void;
  /** Reconnects and reads a drive at once. */
  checkNow(watchId: string): void;
}

/** What the main process tells the window. */
export interface Pushes {
  snapshot: Snapshot;
  /** This page is asked for now. */
  page: Page;
}

export type RequestName = keyof Requests;
export type PushName = keyof Pushes;
export type Args<K extends RequestName> = Parameters<Requests[K]>;
export type Reply<K extends RequestName> = Outcome<Awaited<ReturnType<Requests[K]>>>;

/** `window.drivebell`, built by the preload script. */
export type Api = {
  readonly [K in RequestName]: (...args: Args<K>) => Promise<Reply<K>>;
} & {
  /** Returns the undo. */
  on<P extends PushName>(push: P, listener: (value: Pushes[P]) => void): () => void;
};

/** Every request by name: a request missing here is a compile error, in main and preload alike. */
export const requestNames = Object.keys({
  getSnapshot: 0,
  startPage: 0,
  signIn: 0,
  cancelSignIn: 0,
  openDeviceCodePage: 0,
  copy: 0,
  removeAccount: 0,
  setClientId: 0,
  allowWeakStorage: 0,
  listDrives: 0,
  watchDrives: 0,
  stopWatching: 0,
  learnNames: 0,
  getActivity: 0,
  openItem: 0,
  openDrive: 0,
  openFolder: 0,
  openRecycleBin: 0,
  markRead: 0,
  markOne: 0,
  undoMarkRead: 0,
  pause: 0,
  resume: 0,
  tellOwn: 0,
  wish: 0,
  addRule: 0,
  changeRule: 0,
  removeRule: 0,
  moveRule: 0,
  countRules: 0,
  mute: 0,
  chooseHookProgram: 0,
  setHookUrl: 0,
  removeHook: 0,
  getHookRuns: 0,
  getLoginItem: 0,
  setLoginItem: 0,
  checkNow: 0,
} satisfies Record<RequestName, 0>) as readonly RequestName[];

export const channelOf = (name: RequestName | PushName): string => `drivebell:${name}`;

import type {
  ActivityFilter,
  ActivityGroups,
  ActivityPage,
  ActivityPageQuery,
  ActivityQuery,
  DayPicture,
  GroupBy,
} from './activity-query.ts';
import type { DriveVitals, Explanation, WebhookCheck, WebhookReport } from './diagnostics.ts';
import type { DriveOffer, FindFailure, FoundPage, Search, WiderReach } from './finding.ts';
import type { HookReport } from './hooks.ts';
import type { Licence } from './licences.ts';
import type { LoginItemState } from './login-item.ts';
import type { LanguageChoice, Theme, ZoomStep } from './look.ts';
import type { Page } from './pages.ts';
import type {
  CloudId,
  Reason,
  SignInAsk,
  SignInFailure,
  Snapshot,
  WakeSource,
  WebhookView,
} from './snapshot.ts';
import type { MuteUntil, MuteWhat, RuleDraft, RulePreview, WishesView } from './wishes.ts';

/** The item of a row, or the folder it is in. */
export interface RuleAbout {
  readonly activityId: number;
  readonly what: 'item' | 'folder';
}

/** Every way a request can fail; the words for each are in the text catalogue. */
export type FailureCode =
  | Reason
  | SignInFailure
  | FindFailure
  | 'bad-request'
  | 'not-trusted'
  | 'not-found'
  | 'too-many-rules'
  | 'program-not-runnable'
  | 'address-not-local'
  | 'address-not-public'
  | 'link-not-allowed'
  | 'copy-failed'
  | 'login-item-failed'
  | 'shortcut-unusable'
  | 'shortcut-taken'
  | 'file-not-written'
  | 'file-not-read'
  | 'file-not-settings'
  | 'try-out-failed'
  | 'busy'
  | 'internal';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode };

/** What the window may ask. Signatures are the contract; every reply is an Outcome. */
interface Requests {
  getSnapshot(): Snapshot;
  /** Which page the window was opened for. */
  startPage(): Page;
  /** Whether there is a Drivebell to be tried without an account. */
  canTryOut(): boolean;
  /** Starts it, beside this one. */
  tryOut(): void;
  /** Begins a sign-in; the snapshot says how it goes. */
  signIn(asked: SignInAsk): void;
  cancelSignIn(): void;
  /** Opens the page where the code of the sign-in under way is typed in. */
  openDeviceCodePage(): void;
  /** To the clipboard: the code under way, the link with which an administrator approves the app, or the report as last shown. */
  copy(what: 'device-code' | 'admin-consent-link' | 'report'): void;
  /** Forgets an account with its drives and tokens, and, if so asked, what it has told. */
  removeAccount(accountId: string, activity: 'keep' | 'delete'): void;
  /** The app registration to use in a cloud that has none built in; null: forget it. */
  setClientId(cloud: CloudId, clientId: string | null): void;
  /** Whether sign-ins may be kept in a file that is not safely encrypted, where nothing better is offered. */
  allowWeakStorage(allowed: boolean): void;
  /** Over all accounts; fails only when none could be asked. */
  listDrives(): DriveOffer;
  /** Looks for what can be watched; gives up what is still being looked for. */
  find(accountId: string, search: Search): FoundPage;
  /** The page after the one that named it. */
  findMore(next: number): FoundPage;
  stopFinding(): void;
  /** Asks Microsoft to let the account's drives beyond its own be read: in the browser, where nobody has allowed it before. */
  widen(accountId: string, reach: WiderReach): void;
  /** What `listDrives` or `find` has found. */
  watchDrives(foundIds: readonly string[]): void;
  /** Forgets a drive and, if so asked, what it has told. */
  stopWatching(watchId: string, activity: 'keep' | 'delete'): void;
  /** A name of the person's own; empty: as Microsoft calls it. */
  renameDrive(watchId: string, name: string): void;
  /** In the order in which drives are shown. */
  moveDrive(watchId: string, to: 'earlier' | 'later'): void;
  /** Whether the names of what is in the drive are to be learned: a large one takes a while. */
  learnNames(watchId: string, wanted: boolean): void;
  getActivity(query: ActivityPageQuery): ActivityPage;
  /** The same list by drive or person, who was at work last first. */
  getGroups(by: GroupBy, query: ActivityQuery): ActivityGroups;
  /** Whose name has these words in it, who was at work last first. */
  listPeople(text: string): readonly string[];
  /** Changes by hour and drive of the day in which this moment is, in ms since 1970; null: of today. */
  getDay(at: number | null): DayPicture;
  /** To what the list is narrowed from now on. */
  keepFilter(filter: ActivityFilter): void;
  /** By what the list is grouped from now on; null: by day. */
  keepGrouping(by: GroupBy | null): void;
  openItem(activityId: number): void;
  /** Opens the page of a file's former versions. */
  openVersions(activityId: number): void;
  /** To the clipboard: where the item's page is. */
  copyLink(activityId: number): void;
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
  /**
   * New rules, all or none, tried in this order before all others; `about`: only this row's item, or
   * the folder it is in, with all below it.
   */
  addRules(drafts: readonly RuleDraft[], about: RuleAbout | null): void;
  /** What the first of these would have made of the last changes, were they added so. */
  previewRules(drafts: readonly RuleDraft[], about: RuleAbout | null): RulePreview;
  changeRule(ruleId: string, draft: RuleDraft): void;
  previewRule(ruleId: string, draft: RuleDraft): RulePreview;
  removeRule(ruleId: string): void;
  /** So that it is tried earlier, or later. */
  moveRule(ruleId: string, to: 'earlier' | 'later'): void;
  /** How many changes of the last seven days each rule has decided, by its id. */
  countRules(): Readonly<Record<string, number>>;
  /** A rule that only lists what this row is about, and its id. */
  mute(activityId: number, what: MuteWhat, until: MuteUntil): string;
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
  /** How each watched drive has been doing, by its id. */
  getVitals(): Readonly<Record<string, DriveVitals>>;
  /** Why this change was told, or not. */
  explain(activityId: number): Explanation;
  /** Shows a toast that tells of nothing. */
  testToast(): void;
  /** Where Microsoft can reach this computer, and for which drives it is asked to; an empty address: nowhere. */
  setWebhook(wished: WebhookView): void;
  /** What wakes a drive first. */
  setWakeBy(watchId: string, source: WakeSource): void;
  getWebhook(): WebhookReport;
  /** Asks at the address as Microsoft does, from here. */
  checkWebhook(): WebhookCheck;
  /** How the app is doing, in codes and without names, for those who mend it. */
  getReport(): string;
  setTheme(theme: Theme): void;
  setLanguage(language: LanguageChoice): void;
  /** Makes everything in the window larger or smaller. */
  zoom(step: ZoomStep): void;
  /** The keys that bring the window from anywhere, as Electron names them; null: none. */
  setShortcut(keys: string | null): void;
  /** Settings and rules into a file that the person names in a dialog of the system. Whether one was named. */
  exportSettings(): boolean;
  /** Settings and rules from a file that the person shows, in place of what there is. Whether one was shown. */
  importSettings(): boolean;
  /** Shows where the app keeps its files. */
  showDataFolder(): void;
  /** Forgets all that was told. */
  clearHistory(): void;
  /** Whose work is part of the app, by name, and under which words. */
  getLicences(): readonly Licence[];
  /** Shows the file with the licences of what Chromium is made of. */
  showChromiumLicences(): void;
  /** Whether there is a newer version; the snapshot says how it goes. */
  lookForUpdate(): void;
  /** The newer version that was found. */
  downloadUpdate(): void;
  /** Ends the app, which begins again as the version that was downloaded. */
  restartToUpdate(): void;
  /** Whether newer versions are downloaded, and installed while the person is away, without being asked for. */
  updateByItself(wanted: boolean): void;
  /** Opens the page where every version can be had. */
  openReleases(): void;
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
  canTryOut: 0,
  tryOut: 0,
  signIn: 0,
  cancelSignIn: 0,
  openDeviceCodePage: 0,
  copy: 0,
  removeAccount: 0,
  setClientId: 0,
  allowWeakStorage: 0,
  listDrives: 0,
  find: 0,
  findMore: 0,
  stopFinding: 0,
  widen: 0,
  watchDrives: 0,
  stopWatching: 0,
  renameDrive: 0,
  moveDrive: 0,
  learnNames: 0,
  getActivity: 0,
  getGroups: 0,
  listPeople: 0,
  getDay: 0,
  keepFilter: 0,
  keepGrouping: 0,
  openItem: 0,
  openVersions: 0,
  copyLink: 0,
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
  addRules: 0,
  previewRules: 0,
  changeRule: 0,
  previewRule: 0,
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
  getVitals: 0,
  explain: 0,
  testToast: 0,
  setWebhook: 0,
  setWakeBy: 0,
  getWebhook: 0,
  checkWebhook: 0,
  getReport: 0,
  setTheme: 0,
  setLanguage: 0,
  zoom: 0,
  setShortcut: 0,
  exportSettings: 0,
  importSettings: 0,
  showDataFolder: 0,
  clearHistory: 0,
  getLicences: 0,
  showChromiumLicences: 0,
  lookForUpdate: 0,
  downloadUpdate: 0,
  restartToUpdate: 0,
  updateByItself: 0,
  openReleases: 0,
} satisfies Record<RequestName, 0>) as readonly RequestName[];

export const channelOf = (name: RequestName | PushName): string => `drivebell:${name}`;

import { dayOf, groupsOf, pageOf, peopleOf } from './fake-history.ts';
import { isClientId } from '../../../src/core/sign-in/client-ids.ts';
import type { ActivityPageQuery } from '../../../src/shared/activity-query.ts';
import type { ActivityRow } from '../../../src/shared/activity.ts';
import type { Api, FailureCode, Outcome, RequestName } from '../../../src/shared/ipc.ts';
import type {
  DriveVitals,
  Explanation,
  WebhookCheck,
  WebhookReport,
} from '../../../src/shared/diagnostics.ts';
import type { DriveChoice, DriveOffer, FoundPage } from '../../../src/shared/finding.ts';
import type { HookReport } from '../../../src/shared/hooks.ts';
import type { Licence } from '../../../src/shared/licences.ts';
import type { LoginItemState } from '../../../src/shared/login-item.ts';
import type { Page } from '../../../src/shared/pages.ts';
import type { Snapshot } from '../../../src/shared/snapshot.ts';
import type { RulePreview } from '../../../src/shared/wishes.ts';
import type { TellWindow } from './main-process.ts';

import { now } from './samples.ts';

interface Contents {
  readonly snapshot: Snapshot;
  readonly rows?: readonly ActivityRow[];
  readonly choices?: readonly DriveChoice[];
  readonly unasked?: DriveOffer['unasked'];
  readonly startPage?: Page;
}

interface Call {
  readonly name: RequestName;
  readonly args: readonly unknown[];
}

/** Plays what main answers with, once `serve` has put it behind the window: keeps a snapshot and rows, records requests. */
export class FakeDrivebell {
  readonly calls: Call[] = [];
  rows: readonly ActivityRow[];
  preview: RulePreview = { of: 50, fits: 12, tells: 4 };
  ruleCounts: Readonly<Record<string, number>> = {};
  hookReport: HookReport = { runs: [], letGo: 0 };
  vitals: Readonly<Record<string, DriveVitals>> = {};
  report = 'Drivebell 0.0.0';
  licences: readonly Licence[] = [];
  /** In a dialog of the system. */
  isFileChosen = true;
  /** Not packaged. */
  canTryOut = false;
  explanation: Explanation = {
    outcome: 'told',
    rule: null,
    isRuleGone: false,
    silence: null,
    isToldSince: false,
    dueAt: null,
  };
  choices: readonly DriveChoice[];
  unasked: DriveOffer['unasked'];
  /** What is found, by what is looked for as JSON, and by the number of a later page. */
  readonly foundPages = new Map<string, FoundPage>();
  /** What the system says. */
  loginItem: LoginItemState = 'off';
  webhookReport: WebhookReport = { state: 'off', subscriptions: 0, lastDelivery: null, ignored: 0 };
  webhookCheck: WebhookCheck = { how: 'ours' };
  /** Until the window is there, nobody hears. */
  tellWindow: TellWindow = () => {};
  #snapshot: Snapshot;
  readonly #startPage: Page;
  readonly #failures = new Map<RequestName, FailureCode>();

  constructor({ snapshot, rows = [], choices = [], unasked = [], ...more }: Contents) {
    this.#snapshot = snapshot;
    this.#startPage = more.startPage ?? 'activity';
    this.rows = rows;
    this.choices = choices;
    this.unasked = unasked;
  }

  readonly api: Omit<Api, 'on'> = {
    getSnapshot: () => this.#answer('getSnapshot', [], () => this.#snapshot),
    startPage: () => this.#answer('startPage', [], () => this.#startPage),
    canTryOut: () => this.#answer('canTryOut', [], () => this.canTryOut),
    tryOut: () => this.#answer('tryOut', [], nothing),
    lookForUpdate: () => this.#answer('lookForUpdate', [], nothing),
    downloadUpdate: () => this.#answer('downloadUpdate', [], nothing),
    restartToUpdate: () => this.#answer('restartToUpdate', [], nothing),
    updateByItself: (wanted) => this.#answer('updateByItself', [wanted], nothing),
    openReleases: () => this.#answer('openReleases', [], nothing),
    signIn: (asked) => this.#answer('signIn', [asked], nothing),
    cancelSignIn: () => this.#answer('cancelSignIn', [], nothing),
    openDeviceCodePage: () => this.#answer('openDeviceCodePage', [], nothing),
    copy: (what) => this.#answer('copy', [what], nothing),
    removeAccount: (id, activity) => this.#answer('removeAccount', [id, activity], nothing),
    setClientId: async (cloud, id) => {
      const answer = await this.#answer('setClientId', [cloud, id], nothing);
      const isOne = id === null || isClientId(id.trim());
      return isOne ? answer : { ok: false, code: 'client-id-malformed' };
    },
    allowWeakStorage: (allowed) => this.#answer('allowWeakStorage', [allowed], nothing),
    listDrives: () =>
      this.#answer('listDrives', [], () => ({ drives: this.choices, unasked: this.unasked })),
    find: (accountId, search) =>
      this.#answer(
        'find',
        [accountId, search],
        () => this.foundPages.get(JSON.stringify(search)) ?? none,
      ),
    findMore: (next) =>
      this.#answer('findMore', [next], () => this.foundPages.get(String(next)) ?? none),
    stopFinding: () => this.#answer('stopFinding', [], nothing),
    widen: (accountId, reach) => this.#answer('widen', [accountId, reach], nothing),
    watchDrives: (foundIds) => this.#answer('watchDrives', [foundIds], nothing),
    stopWatching: (watchId, activity) => this.#answer('stopWatching', [watchId, activity], nothing),
    renameDrive: (watchId, name) => this.#answer('renameDrive', [watchId, name], nothing),
    moveDrive: (watchId, to) => this.#answer('moveDrive', [watchId, to], nothing),
    learnNames: (watchId, wanted) => this.#answer('learnNames', [watchId, wanted], nothing),
    getActivity: (query) => this.#answer('getActivity', [query], () => pageOf(this.rows, query)),
    getGroups: (by, query) =>
      this.#answer('getGroups', [by, query], () => groupsOf(this.rows, by, query)),
    listPeople: (text) => this.#answer('listPeople', [text], () => peopleOf(this.rows, text)),
    getDay: (at) => this.#answer('getDay', [at], () => dayOf(this.rows, at ?? now)),
    keepFilter: (filter) =>
      this.#answer('keepFilter', [filter], () => {
        this.push({ filter });
      }),
    keepGrouping: (groupBy) =>
      this.#answer('keepGrouping', [groupBy], () => {
        this.push({ groupBy });
      }),
    openVersions: (id) => this.#answer('openVersions', [id], nothing),
    copyLink: (id) => this.#answer('copyLink', [id], nothing),
    openItem: (id) => this.#answer('openItem', [id], nothing),
    openDrive: (watchId) => this.#answer('openDrive', [watchId], nothing),
    openFolder: (id) => this.#answer('openFolder', [id], nothing),
    openRecycleBin: (watchId) => this.#answer('openRecycleBin', [watchId], nothing),
    markOne: (id, isRead) => this.#answer('markOne', [id, isRead], nothing),
    undoMarkRead: () => this.#answer('undoMarkRead', [], nothing),
    wish: (wishes) =>
      this.#answer('wish', [wishes], () => {
        this.push({ wishes });
      }),
    addRules: (drafts, about) => this.#answer('addRules', [drafts, about], nothing),
    previewRules: (drafts, about) =>
      this.#answer('previewRules', [drafts, about], () => this.preview),
    previewRule: (id, draft) => this.#answer('previewRule', [id, draft], () => this.preview),
    changeRule: (id, draft) => this.#answer('changeRule', [id, draft], nothing),
    removeRule: (id) => this.#answer('removeRule', [id], nothing),
    moveRule: (id, to) => this.#answer('moveRule', [id, to], nothing),
    countRules: () => this.#answer('countRules', [], () => this.ruleCounts),
    mute: (id, what, until) => this.#answer('mute', [id, what, until], () => 'muted'),
    markRead: (upTo) => this.#answer('markRead', [upTo], nothing),
    pause: (until) => this.#answer('pause', [until], nothing),
    tellOwn: (wanted) => this.#answer('tellOwn', [wanted], nothing),
    resume: () => this.#answer('resume', [], nothing),
    chooseHookProgram: (ruleId) => this.#answer('chooseHookProgram', [ruleId], nothing),
    setHookUrl: (ruleId, url) => this.#answer('setHookUrl', [ruleId, url], nothing),
    removeHook: (ruleId) => this.#answer('removeHook', [ruleId], nothing),
    getHookRuns: () => this.#answer('getHookRuns', [], () => this.hookReport),
    getLoginItem: () => this.#answer('getLoginItem', [], () => this.loginItem),
    setLoginItem: (wanted) => this.#answer('setLoginItem', [wanted], nothing),
    checkNow: (watchId) => this.#answer('checkNow', [watchId], nothing),
    getVitals: () => this.#answer('getVitals', [], () => this.vitals),
    explain: (id) => this.#answer('explain', [id], () => this.explanation),
    testToast: () => this.#answer('testToast', [], nothing),
    setWebhook: (webhook) =>
      this.#answer('setWebhook', [webhook], () => {
        this.push({ webhook });
      }),
    setWakeBy: (watchId, source) => this.#answer('setWakeBy', [watchId, source], nothing),
    getWebhook: () => this.#answer('getWebhook', [], () => this.webhookReport),
    checkWebhook: () => this.#answer('checkWebhook', [], () => this.webhookCheck),
    getReport: () => this.#answer('getReport', [], () => this.report),
    setTheme: (theme) => this.#answer('setTheme', [theme], nothing),
    zoom: (step) => this.#answer('zoom', [step], nothing),
    setLanguage: (language) => this.#answer('setLanguage', [language], nothing),
    setShortcut: (keys) => this.#answer('setShortcut', [keys], nothing),
    exportSettings: () => this.#answer('exportSettings', [], () => this.isFileChosen),
    importSettings: () => this.#answer('importSettings', [], () => this.isFileChosen),
    showDataFolder: () => this.#answer('showDataFolder', [], nothing),
    clearHistory: () => this.#answer('clearHistory', [], nothing),
    getLicences: () => this.#answer('getLicences', [], () => this.licences),
    showChromiumLicences: () => this.#answer('showChromiumLicences', [], nothing),
  };

  push(fields: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...fields };
    this.tellWindow('snapshot', this.#snapshot);
  }

  /** As from the tray's menu. */
  show(page: Page): void {
    this.tellWindow('page', page);
  }

  /** New rows on top, and the revision that tells of them. */
  arrive(...rows: readonly ActivityRow[]): void {
    this.rows = [...rows, ...this.rows];
    this.push({ activityRevision: this.#snapshot.activityRevision + 1 });
  }

  fail(name: RequestName, code: FailureCode): void {
    this.#failures.set(name, code);
  }

  succeed(name: RequestName): void {
    this.#failures.delete(name);
  }

  /** The arguments of each request of this name, oldest first. */
  asked(name: RequestName): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.args);
  }

  /** Of each page of the list that was asked for, where it began and of which words. */
  pages(): readonly (readonly [before: number | null, text: string])[] {
    return (this.asked('getActivity') as readonly (readonly [ActivityPageQuery])[]).map(
      ([{ before, text }]) => [before, text],
    );
  }

  async #answer<T>(
    name: RequestName,
    args: readonly unknown[],
    value: () => T,
  ): Promise<Outcome<T>> {
    this.calls.push({ name, args });
    await Promise.resolve();
    const code = this.#failures.get(name);
    return code === undefined ? { ok: true, value: value() } : { ok: false, code };
  }
}

const nothing = (): void => {};
const none: FoundPage = { found: [], nameless: 0, next: null };

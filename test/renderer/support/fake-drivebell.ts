import type { ActivityRow } from '../../../src/shared/activity.ts';
import type {
  Api,
  FailureCode,
  Outcome,
  PushName,
  Pushes,
  RequestName,
} from '../../../src/shared/ipc.ts';
import type { HookReport } from '../../../src/shared/hooks.ts';
import type { LoginItemState } from '../../../src/shared/login-item.ts';
import type { Page } from '../../../src/shared/pages.ts';
import type { DriveChoice, DriveOffer, Snapshot } from '../../../src/shared/snapshot.ts';

interface Contents {
  readonly snapshot: Snapshot;
  readonly rows?: readonly ActivityRow[];
  readonly choices?: readonly DriveChoice[];
  readonly unasked?: DriveOffer['unasked'];
  readonly startPage?: Page;
}

interface Listener {
  readonly push: PushName;
  readonly hear: (value: unknown) => void;
}

interface Call {
  readonly name: RequestName;
  readonly args: readonly unknown[];
}

/** Plays the main process behind `window.drivebell`: keeps a snapshot and rows, records requests. */
export class FakeDrivebell {
  readonly calls: Call[] = [];
  rows: readonly ActivityRow[];
  ruleCounts: Readonly<Record<string, number>> = {};
  hookReport: HookReport = { runs: [], letGo: 0 };
  choices: readonly DriveChoice[];
  unasked: DriveOffer['unasked'];
  /** What the system says. */
  loginItem: LoginItemState = 'off';
  #snapshot: Snapshot;
  readonly #startPage: Page;
  readonly #listeners = new Set<Listener>();
  readonly #failures = new Map<RequestName, FailureCode>();

  constructor({ snapshot, rows = [], choices = [], unasked = [], ...more }: Contents) {
    this.#snapshot = snapshot;
    this.#startPage = more.startPage ?? 'activity';
    this.rows = rows;
    this.choices = choices;
    this.unasked = unasked;
  }

  readonly api: Api = {
    getSnapshot: () => this.#answer('getSnapshot', [], () => this.#snapshot),
    startPage: () => this.#answer('startPage', [], () => this.#startPage),
    signIn: (asked) => this.#answer('signIn', [asked], nothing),
    cancelSignIn: () => this.#answer('cancelSignIn', [], nothing),
    openDeviceCodePage: () => this.#answer('openDeviceCodePage', [], nothing),
    copy: (what) => this.#answer('copy', [what], nothing),
    removeAccount: (id, activity) => this.#answer('removeAccount', [id, activity], nothing),
    setClientId: (cloud, id) => this.#answer('setClientId', [cloud, id], nothing),
    allowWeakStorage: (allowed) => this.#answer('allowWeakStorage', [allowed], nothing),
    listDrives: () =>
      this.#answer('listDrives', [], () => ({ drives: this.choices, unasked: this.unasked })),
    watchDrives: (choices) => this.#answer('watchDrives', [choices], nothing),
    stopWatching: (watchId) => this.#answer('stopWatching', [watchId], nothing),
    learnNames: (watchId, wanted) => this.#answer('learnNames', [watchId, wanted], nothing),
    getActivity: (before, limit, text) =>
      this.#answer('getActivity', [before, limit, text], () => this.#page(before, limit, text)),
    openItem: (id) => this.#answer('openItem', [id], nothing),
    openDrive: (watchId) => this.#answer('openDrive', [watchId], nothing),
    openFolder: (id) => this.#answer('openFolder', [id], nothing),
    openRecycleBin: (watchId) => this.#answer('openRecycleBin', [watchId], nothing),
    markOne: (id, isRead) => this.#answer('markOne', [id, isRead], nothing),
    undoMarkRead: () => this.#answer('undoMarkRead', [], nothing),
    wish: (wishes) => this.#answer('wish', [wishes], nothing),
    addRule: (draft, about) => this.#answer('addRule', [draft, about], nothing),
    changeRule: (id, draft) => this.#answer('changeRule', [id, draft], nothing),
    removeRule: (id) => this.#answer('removeRule', [id], nothing),
    moveRule: (id, to) => this.#answer('moveRule', [id, to], nothing),
    countRules: () => this.#answer('countRules', [], () => this.ruleCounts),
    mute: (id, what, until) => this.#answer('mute', [id, what, until], nothing),
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
    on: (push, listener) => {
      const heard = { push, hear: listener as Listener['hear'] };
      this.#listeners.add(heard);
      return () => this.#listeners.delete(heard);
    },
  };

  push(fields: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...fields };
    this.#tell('snapshot', this.#snapshot);
  }

  /** As from the tray's menu. */
  show(page: Page): void {
    this.#tell('page', page);
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

  #tell<P extends PushName>(push: P, value: Pushes[P]): void {
    for (const heard of this.#listeners) {
      if (heard.push === push) heard.hear(structuredClone(value));
    }
  }

  #page(before: number | null, limit: number, text: string) {
    const below = this.rows.filter(
      (row) => (before === null || row.id < before) && (row.name ?? '').includes(text),
    );
    const rows = below.slice(0, limit);
    return { rows, next: below.length > limit ? (rows.at(-1)?.id ?? null) : null };
  }

  async #answer<T>(
    name: RequestName,
    args: readonly unknown[],
    value: () => T,
  ): Promise<Outcome<T>> {
    this.calls.push({ name, args });
    await Promise.resolve();
    const code = this.#failures.get(name);
    return code === undefined ? { ok: true, value: structuredClone(value()) } : { ok: false, code };
  }
}

const nothing = (): void => {};

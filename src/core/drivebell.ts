import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '../shared/ipc.ts';
import type { Snapshot, Trouble } from '../shared/snapshot.ts';
import { Accounts } from './accounts/accounts.ts';
import { ActivityBrief } from './activity-brief.ts';
import { Board } from './board.ts';
import { clientIdsOf, type GivenClientIds } from './sign-in/client-ids.ts';
import type { Clouds } from './clouds.ts';
import { DriveDesk } from './watches/drive-desk.ts';
import { HookDesk } from './hooks/hook-desk.ts';
import { History, type HistoryParts } from './history.ts';
import { keptChoice } from './wake/kept-choice.ts';
import { KeptConfig } from './settings/kept-config.ts';
import { onLateTimer } from './time/late-timer.ts';
import { NotLiveAlarm } from './notices/not-live-alarm.ts';
import { NoticeAnswers } from './notices/answers.ts';
import type { Notice } from './notices/notice.ts';
import { NoticeDesk } from './notices/notice-desk.ts';
import { Opener } from './opener.ts';
import { Preferences } from './settings/preferences.ts';
import type { Ports } from './ports.ts';
import { ServerClock } from './time/server-clock.ts';
import type { Account, Config } from './settings/settings.ts';
import { SignInAlarm } from './notices/sign-in-alarm.ts';
import type { BrowserFlowParts } from './sign-in/browser-flow.ts';
import { buildSnapshot } from './snapshot.ts';
import { Activity } from './store/activity.ts';
import { Decisions } from './store/decisions.ts';
import { closeDatabase, openDatabase } from './store/database.ts';
import { DriveStates, sweepDrives } from './store/drive-state.ts';
import { NamesStates } from './store/names-state.ts';
import { Troubles } from './troubles.ts';
import { WatchList } from './watches/watch-list.ts';

export interface DrivebellOptions {
  readonly ports: Ports;
  readonly clouds: Clouds;
  readonly clientIds: GivenClientIds;
  readonly databasePath: string;
  /** The built `search/worker.ts`. */
  readonly searchWorkerPath: string | URL;
  readonly version: string;
  /** What the browser shows at the end of a sign-in. */
  readonly pages: BrowserFlowParts['pages'];
}

/** The product: ties accounts, watches, activity and notices together behind one snapshot. */
export class Drivebell {
  readonly #options: DrivebellOptions;
  readonly accounts: Accounts;
  readonly preferences: Preferences;
  readonly hooks: HookDesk;
  readonly history: History;
  readonly drives: DriveDesk;
  readonly answers: NoticeAnswers;
  readonly #database: DatabaseSync;
  readonly #activity: Activity;
  readonly #brief: ActivityBrief;
  readonly #watches: WatchList;
  readonly #notices: NoticeDesk;
  readonly #board = new Board(() => this.#draw());
  readonly #troubles = new Troubles(() => this.#board.changed());
  readonly #end = new AbortController();
  readonly #config: KeptConfig;
  readonly opener: Opener;
  readonly #notLive: NotLiveAlarm;

  constructor(options: DrivebellOptions) {
    this.#options = options;
    const { ports, databasePath } = options;
    const { clock, log } = ports;
    const opened = openDatabase(databasePath, clock.now(), log.child('database'));
    if (opened.setAside) this.#troubles.set('database-set-aside', true);
    this.#database = opened.database;
    this.#activity = new Activity(this.#database);
    const decisions = new Decisions(this.#database);
    this.#brief = new ActivityBrief(this.#activity);
    this.#config = new KeptConfig(ports.configFile, log.child('config'));
    if (this.#config.isLost) this.#troubles.set('config-lost', true);
    else if (this.#config.wasSetAside) this.#troubles.set('config-set-aside', true);
    this.accounts = this.#createAccounts();
    this.preferences = new Preferences({
      config: this.#config,
      configure: (patch) => this.#configure(patch),
      decisions,
      clock,
    });
    this.opener = new Opener({
      ...options,
      ...ports,
      driveOf: (watchId) => this.#config.drive(watchId),
      accountOf: (accountId) => this.#config.account(accountId),
    });
    this.hooks = this.#createHooks();
    this.history = this.#createHistory();
    this.#notLive = new NotLiveAlarm(ports.notifier, clock);
    this.drives = new DriveDesk({
      accounts: this.accounts,
      config: this.#config,
      configure: (patch) => this.#configure(patch),
      watches: () => this.#watches,
      sweep: () => this.#sweep(),
      signal: this.#end.signal,
    });
    this.#notices = new NoticeDesk({
      ...ports,
      log: log.child('notices'),
      activity: this.#activity,
      decisions,
      config: this.#config,
      watches: () => this.#watches,
      onTime: () => this.#board.changed(),
      onDecided: (...decided) => this.hooks.decided(...decided),
    });
    this.answers = this.#createAnswers(decisions);
    this.#watches = this.#createWatches();
  }

  #createAnswers(decisions: Decisions): NoticeAnswers {
    const { history, opener, preferences } = this;
    const noticeOf = (noticeId: string): Notice | null => this.#notices.notice(noticeId);
    return new NoticeAnswers({ noticeOf, decisions, history, opener, rules: preferences.rules });
  }

  #createHooks(): HookDesk {
    const { ports } = this.#options;
    return new HookDesk({
      ...ports,
      log: ports.log.child('hooks'),
      config: this.#config,
      configure: (patch) => this.#configure(patch),
      activity: this.#activity,
      opener: this.opener,
    });
  }

  #createHistory(): History {
    return new History({
      ...this.#options,
      database: this.#database,
      activity: this.#activity,
      opener: this.opener,
      watchedOf: (watchId) => this.#watched(watchId),
      readBy: () => this.#config.value.wishes.readBy,
      log: this.#options.ports.log.child('history'),
      onChange: () => this.#activityChanged(),
    });
  }

  #createWatches(): WatchList {
    const { ports } = this.#options;
    return new WatchList({
      ...this.#options,
      ...ports,
      graphs: this.accounts.graphs,
      database: this.#database,
      activity: this.#activity,
      states: new DriveStates(this.#database),
      names: new NamesStates(this.#database),
      log: ports.log.child('watch'),
      choice: keptChoice(this.#config),
      mostSockets: () => this.#config.value.mostSockets,
      tellsOwn: () => this.#config.value.tellsOwn,
      onChange: () => this.#board.changed(),
      onChanges: () => this.#found(),
    });
  }

  #createAccounts(): Accounts {
    const { ports, version } = this.#options;
    return new Accounts({
      ...this.#options,
      serverClock: new ServerClock(ports.clock, (isSkewed) =>
        this.#troubles.set('clock-wrong', isSkewed),
      ),
      userAgent: `ISV|Drivebell|Drivebell/${version}`,
      config: this.#config,
      configure: (patch) => this.#configure(patch),
      signal: this.#end.signal,
      onSignedIn: (account) => this.#signedIn(account),
      onSignedOut: (account) => this.#signedOut(account),
      onClientIdChanged: (cloud) => this.#refresh((account) => account.cloud === cloud),
      onRemoved: (...removed) => this.#removed(...removed),
      onChange: () => this.#board.changed(),
      onFound: (found) => this.#troubles.tokensFound(found),
      onSaved: (how) => this.#troubles.tokensSaved(how),
    });
  }

  start(): void {
    // A config that was lost says nothing of what is watched: what was learned is kept.
    if (this.#config.wasRead) this.#sweep();
    this.accounts.start();
    this.#follow();
    this.#notices.tell();
    const { power, clock, notifier } = this.#options.ports;
    const resume = (): void => {
      this.#notLive.resume();
      this.#notices.back();
      this.#watches.resume();
      this.#notices.tell();
    };
    for (const undo of [power.onResume(resume), onLateTimer(clock, resume)]) {
      this.#end.signal.addEventListener('abort', undo);
    }
    const alarms = [new SignInAlarm(notifier), this.#notLive] as const;
    this.#board.onValue((snapshot) => {
      for (const alarm of alarms) alarm.look(snapshot);
    });
  }

  stop(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#notices.stop();
    this.hooks.stop();
    this.#notLive.stop();
    this.accounts.stop();
    this.#watches.stop();
    this.#board.close();
    this.history.stop();
    closeDatabase(this.#database);
  }

  snapshot(): Snapshot {
    return this.#board.value;
  }

  /** Told of every new snapshot. Returns the undo. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void {
    return this.#board.onValue(listener);
  }

  /** An adapter found that something does not work on this system, or works again. */
  setTrouble(trouble: Trouble, holds: boolean): void {
    this.#troubles.set(trouble, holds);
  }

  #draw(): Snapshot {
    return buildSnapshot({
      version: this.#options.version,
      config: this.#config.value,
      signIn: this.accounts.desk.view,
      needsSignIn: (account) => this.accounts.needsSignIn(account),
      clientIds: clientIdsOf(this.#options.clientIds, this.#config.value.clientIds),
      tokenStorage: this.#troubles.tokenStorage,
      watches: this.#watches,
      lastChanges: this.#activity.lastChanges(),
      activity: this.#brief.view(),
      troubles: this.#troubles.all,
      now: this.#options.ports.clock.now(),
    });
  }

  /** Each drive finds it out for itself, now rather than at its next look. */
  #signedOut({ accountId }: Account): void {
    for (const drive of this.#config.value.drives) {
      if (drive.accountId === accountId) this.#watches.wake(drive.watchId);
    }
    this.#board.changed();
  }

  #signedIn({ accountId }: Account): void {
    this.#troubles.signedIn();
    this.#refresh((account) => account.accountId === accountId);
  }

  #refresh(isMeant: (account: Account) => boolean): void {
    const ids = new Set(
      this.#config.value.accounts.filter((one) => isMeant(one)).map((one) => one.accountId),
    );
    for (const { watchId, accountId } of this.#config.value.drives) {
      if (ids.has(accountId)) this.#watches.refresh(watchId);
    }
    this.#board.changed();
  }

  #removed(accountId: string, watchIds: readonly string[], keepsActivity: boolean): void {
    this.#sweep();
    if (!keepsActivity) {
      this.#watches.forgoRemarks(this.#activity.removeOf(accountId, watchIds));
      this.#notices.forget(watchIds);
    }
    this.#activityChanged();
  }

  #watched(watchId: string): ReturnType<HistoryParts['watchedOf']> {
    const drive = this.#config.drive(watchId);
    const account = drive && this.#config.account(drive.accountId);
    if (!account) return null;
    return {
      driveId: drive.driveId,
      accountId: drive.accountId,
      graph: this.accounts.graphs.of(account),
    };
  }

  #found(): void {
    this.#notices.tell();
    this.#activityChanged();
  }

  #activityChanged(): void {
    this.#brief.changed();
    this.#board.changed();
  }

  #configure(patch: Partial<Omit<Config, 'version'>>): Outcome<void> {
    const saved = this.#config.change(patch);
    if (!saved.ok) return saved;
    this.#follow();
    this.#notices.tell();
    this.#board.changed();
    return saved;
  }

  #follow(): void {
    this.#watches.follow(this.#config.value.drives, this.#config.value.accounts);
  }

  #sweep(): void {
    sweepDrives(
      this.#database,
      this.#config.value.drives.map((drive) => drive.watchId),
    );
  }
}

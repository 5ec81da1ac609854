import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '../shared/ipc.ts';
import type { Snapshot, Trouble } from '../shared/snapshot.ts';
import type { Installation } from '../shared/updates.ts';
import { Accounts } from './accounts/accounts.ts';
import { ActivityBrief } from './activity-brief.ts';
import { Board } from './board.ts';
import { clientIdsOf, type GivenClientIds } from './sign-in/client-ids.ts';
import type { Clouds } from './clouds.ts';
import { allowsLoopback, createDesks, type Desks } from './desks.ts';
import type { Surroundings } from './diagnostics/diagnostics.ts';
import { keptChoice } from './wake/kept-choice.ts';
import { type ConfigPatch, KeptConfig } from './settings/kept-config.ts';
import { onLateTimer } from './time/late-timer.ts';
import { NotLiveAlarm } from './notices/not-live-alarm.ts';
import { NoticeDesk } from './notices/notice-desk.ts';
import type { Ports } from './ports.ts';
import { ServerClock } from './time/server-clock.ts';
import type { Account } from './settings/settings.ts';
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
import { Webhooks } from './webhook/webhooks.ts';

export interface DrivebellOptions {
  readonly ports: Ports;
  readonly clouds: Clouds;
  readonly clientIds: GivenClientIds;
  readonly databasePath: string;
  /** The built `search/worker.ts`. */
  readonly searchWorkerPath: string | URL;
  readonly version: string;
  readonly installation: Installation;
  readonly isWindowOpen: () => boolean;
  readonly surroundings: Surroundings;
  /** What the browser shows at the end of a sign-in. */
  readonly pages: BrowserFlowParts['pages'];
}

/** The product: ties accounts, watches, activity and notices together behind one snapshot. */
export class Drivebell {
  readonly #options: DrivebellOptions;
  readonly accounts: Accounts;
  readonly preferences: Desks['preferences'];
  readonly opener: Desks['opener'];
  readonly hooks: Desks['hooks'];
  readonly history: Desks['history'];
  readonly drives: Desks['drives'];
  readonly answers: Desks['answers'];
  readonly diagnostics: Desks['diagnostics'];
  readonly settings: Desks['settings'];
  readonly shortcut: Desks['shortcut'];
  readonly updates: Desks['updates'];
  readonly webhook: Desks['webhook'];
  readonly #database: DatabaseSync;
  readonly #activity: Activity;
  readonly #brief: ActivityBrief;
  readonly #watches: WatchList;
  readonly #webhooks: Webhooks;
  readonly #notices: NoticeDesk;
  readonly #board = new Board(() => this.#draw());
  readonly #troubles = new Troubles(() => this.#board.changed());
  readonly #end = new AbortController();
  readonly #config: KeptConfig;
  readonly #notLive: NotLiveAlarm;

  constructor(options: DrivebellOptions) {
    this.#options = options;
    const { ports, databasePath } = options;
    const { clock, log } = ports;
    // Ahead of the database: where one of them is of a later Drivebell, neither is touched.
    this.#config = new KeptConfig(ports.configFile, log.child('config'));
    const opened = openDatabase(databasePath, clock.now(), log.child('database'));
    if (opened.setAside) this.#troubles.set('database-set-aside', true);
    this.#database = opened.database;
    this.#activity = new Activity(this.#database);
    const decisions = new Decisions(this.#database);
    this.#brief = new ActivityBrief(this.#activity);
    if (this.#config.isLost) this.#troubles.set('config-lost', true);
    else if (this.#config.wasSetAside) this.#troubles.set('config-set-aside', true);
    else if (this.#config.isPart) this.#troubles.set('config-in-part', true);
    this.accounts = this.#createAccounts();
    this.#webhooks = this.#createWebhooks();
    this.#notLive = new NotLiveAlarm(ports.notifier, clock);
    const desks = this.#createDesks(decisions);
    this.preferences = desks.preferences;
    this.opener = desks.opener;
    this.hooks = desks.hooks;
    this.history = desks.history;
    this.drives = desks.drives;
    this.answers = desks.answers;
    this.diagnostics = desks.diagnostics;
    this.settings = desks.settings;
    this.shortcut = desks.shortcut;
    this.updates = desks.updates;
    this.webhook = desks.webhook;
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
    this.#watches = this.#createWatches();
  }

  #createDesks(decisions: Decisions): Desks {
    return createDesks({
      options: this.#options,
      accounts: this.accounts,
      config: this.#config,
      configure: (patch) => this.#configure(patch),
      database: this.#database,
      activity: this.#activity,
      decisions,
      watches: () => this.#watches,
      webhooks: () => this.#webhooks,
      notices: () => this.#notices,
      snapshot: () => this.snapshot(),
      onActivity: () => this.#activityChanged(),
      onChange: () => this.#board.changed(),
      onCleared: (...cleared) => this.#cleared(...cleared),
      onTaken: (isTaken) => this.#troubles.set('shortcut-taken', isTaken),
      signal: this.#end.signal,
    });
  }

  #createWebhooks(): Webhooks {
    const { ports } = this.#options;
    return new Webhooks({
      choice: () => this.#config.value.webhook,
      allowsLoopback: allowsLoopback(this.#options),
      secrets: this.accounts.webhookSecrets,
      clock: ports.clock,
      log: ports.log.child('webhook'),
    });
  }

  #createWatches(): WatchList {
    const { ports } = this.#options;
    return new WatchList({
      ...this.#options,
      ...ports,
      graphs: this.accounts.graphs,
      webhooks: this.#webhooks,
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
      onLeaving: (accountId) => this.#webhooks.leave(accountId),
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
    for (const account of this.#config.value.accounts)
      void this.#webhooks.tidy(account.accountId, this.accounts.graphs.of(account));
    this.shortcut.start();
    this.updates.start();
    this.#notices.tell();
    const { power, clock, notifier } = this.#options.ports;
    const resume = (): void => {
      this.#notLive.resume();
      this.#notices.back();
      this.#watches.resume();
      this.updates.resume();
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

  /** What is to be done before the end, in a few seconds at most; null: nothing, or it has begun. */
  leave(): Promise<void> | null {
    return this.#webhooks.isIdle ? null : this.#webhooks.stop();
  }

  stop(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#notices.stop();
    this.hooks.stop();
    this.updates.stop();
    this.#notLive.stop();
    this.accounts.stop();
    void this.#webhooks.stop();
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
      updates: this.updates.view,
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

  async #removed(accountId: string, watchIds: readonly string[], keeps: boolean): Promise<void> {
    this.#activityChanged();
    if (!keeps) await this.history.forget(accountId, watchIds);
  }

  /** Toasts that stand lead nowhere any more, and remarks are known by their rows. */
  #cleared(driveIds: ReadonlySet<string>, watchIds: readonly string[] | null): void {
    const all = this.#config.value.drives.map((drive) => drive.watchId);
    this.#watches.forgoRemarks(driveIds);
    this.#notices.forget(watchIds ?? all);
  }

  #found(): void {
    this.#notices.tell();
    this.#activityChanged();
  }

  #activityChanged(): void {
    this.#brief.changed();
    this.#board.changed();
  }

  #configure(patch: ConfigPatch): Outcome<void> {
    const before = this.#config.value.drives;
    const saved = this.#config.change(patch);
    if (!saved.ok) return saved;
    this.#follow();
    // What they leave behind is another watch's to tell.
    if (before.some(({ watchId }) => !this.#config.drive(watchId))) this.#sweep();
    this.#notices.tell();
    this.#board.changed();
    return saved;
  }

  #follow(): void {
    this.#webhooks.follow();
    this.#watches.follow(this.#config.value.drives, this.#config.value.accounts);
  }

  #sweep(): void {
    sweepDrives(this.#database, this.#config.value.drives);
  }
}

import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '../shared/ipc.ts';
import type { DriveOffer, Snapshot, Trouble } from '../shared/snapshot.ts';
import { Accounts } from './accounts.ts';
import { ActivityBrief } from './activity-brief.ts';
import { Board } from './board.ts';
import { clientIdsOf, type GivenClientIds } from './client-ids.ts';
import type { Clouds } from './clouds.ts';
import { describe } from './describe.ts';
import { DrivePicker } from './drive-picker.ts';
import { History } from './history.ts';
import { keptChoice } from './kept-choice.ts';
import { KeptConfig } from './kept-config.ts';
import { onLateTimer } from './late-timer.ts';
import { NotLiveAlarm } from './not-live-alarm.ts';
import { Opener } from './opener.ts';
import { isPaused } from './pause.ts';
import { Preferences } from './preferences.ts';
import { PauseTimer } from './pause-timer.ts';
import type { Ports } from './ports.ts';
import { ServerClock } from './server-clock.ts';
import type { Account, Config } from './settings.ts';
import { SignInAlarm } from './sign-in-alarm.ts';
import type { BrowserFlowParts } from './sign-in/browser-flow.ts';
import { buildSnapshot } from './snapshot.ts';
import { Activity } from './store/activity.ts';
import { openDatabase } from './store/database.ts';
import { DriveStates, sweepDrives } from './store/drive-state.ts';
import { NamesStates } from './store/names-state.ts';
import { Teller } from './teller.ts';
import { Troubles } from './troubles.ts';
import { WatchList } from './watch-list.ts';

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

const done: Outcome<void> = { ok: true, value: undefined };

/** The product: ties accounts, watches, activity and notices together behind one snapshot. */
export class Drivebell {
  readonly #options: DrivebellOptions;
  readonly accounts: Accounts;
  readonly preferences: Preferences;
  readonly history: History;
  readonly #database: DatabaseSync;
  readonly #activity: Activity;
  readonly #brief: ActivityBrief;
  readonly #watches: WatchList;
  readonly #teller: Teller;
  readonly #board = new Board(() => this.#draw());
  readonly #troubles = new Troubles(() => this.#board.changed());
  readonly #end = new AbortController();
  readonly #config: KeptConfig;
  readonly #picker: DrivePicker;
  readonly #opener: Opener;
  readonly #notLive: NotLiveAlarm;
  readonly #pauseTimer: PauseTimer;
  #isWidening = false;

  constructor(options: DrivebellOptions) {
    this.#options = options;
    const { ports, databasePath } = options;
    const { clock, log } = ports;
    const opened = openDatabase(databasePath, clock.now(), log.child('database'));
    if (opened.setAside) this.#troubles.set('database-set-aside', true);
    this.#database = opened.database;
    this.#activity = new Activity(this.#database);
    this.#brief = new ActivityBrief(this.#activity);
    this.#config = new KeptConfig(ports.configFile, log.child('config'));
    if (this.#config.isLost) this.#troubles.set('config-lost', true);
    else if (this.#config.wasSetAside) this.#troubles.set('config-set-aside', true);
    this.accounts = this.#createAccounts();
    this.preferences = new Preferences((patch) => this.#configure(patch), clock);
    this.#opener = new Opener(options.clouds, ports.browser);
    this.history = new History({
      ...options,
      database: this.#database,
      activity: this.#activity,
      opener: this.#opener,
      accountOf: (accountId) => this.#account(accountId),
      log: log.child('history'),
      onChange: () => this.#activityChanged(),
    });
    this.#notLive = new NotLiveAlarm(ports.notifier, clock);
    this.#pauseTimer = new PauseTimer(clock, () => this.#board.changed());
    this.#picker = new DrivePicker(this.accounts.graphs);
    this.#teller = new Teller({
      activity: this.#activity,
      notifier: ports.notifier,
      clock,
      isPaused: () => isPaused(this.#config.value.pausedUntil, clock.now()),
    });
    this.#watches = new WatchList({
      ...options,
      ...ports,
      graphs: this.accounts.graphs,
      database: this.#database,
      activity: this.#activity,
      states: new DriveStates(this.#database),
      names: new NamesStates(this.#database),
      log: log.child('watch'),
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
    this.#tell();
    this.#follow();
    this.#pauseTimer.arm(this.#config.value.pausedUntil);
    const { power, clock, notifier } = this.#options.ports;
    const resume = (): void => {
      this.#notLive.resume();
      this.#watches.resume();
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
    this.#pauseTimer.stop();
    this.#notLive.stop();
    this.accounts.stop();
    this.#watches.stop();
    this.#board.close();
    this.history.stop();
    this.#database.close();
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

  listDrives(): Promise<Outcome<DriveOffer>> {
    const { accounts } = this.#config.value;
    return this.#picker.offer(accounts, (watchId) => this.#watches.has(watchId), this.#end.signal);
  }

  /** Watches drives that `listDrives` has offered; what others share needs a wider sign-in first. */
  async watchDrives(
    choices: readonly { accountId: string; driveId: string }[],
  ): Promise<Outcome<void>> {
    const chosen = this.#picker.chosen(choices);
    if (!chosen) return { ok: false, code: 'not-found' };
    if (this.#isWidening) return { ok: false, code: 'busy' };
    this.#isWidening = true;
    const failure = await this.accounts.widenFor(chosen).finally(() => (this.#isWidening = false));
    if (failure) return { ok: false, code: failure };
    const { accounts, drives } = this.#config.value;
    // The account may have been removed while the person was in the browser.
    if (!chosen.every((drive) => accounts.some((one) => one.accountId === drive.accountId))) {
      return { ok: false, code: 'not-found' };
    }
    const byId = new Map(chosen.map((drive) => [drive.watchId, drive]));
    const added = [...byId.values()].filter((drive) => !this.#watches.has(drive.watchId));
    return this.#configure({ drives: [...drives, ...added] });
  }

  stopWatching(watchId: string): Outcome<void> {
    const { drives } = this.#config.value;
    const rest = drives.filter((drive) => drive.watchId !== watchId);
    if (rest.length === drives.length) return { ok: false, code: 'not-found' };
    const saved = this.#configure({ drives: rest });
    if (saved.ok) this.#sweep();
    return saved;
  }

  openDrive(watchId: string): Promise<Outcome<void>> {
    const drive = this.#config.value.drives.find((one) => one.watchId === watchId);
    return this.#opener.open(drive?.webUrl ?? null, this.#account(drive?.accountId ?? null));
  }

  /** A toast was clicked: the item opens, or else the window must show the list. */
  async openNotice(noticeId: string): Promise<'opened' | 'show-window'> {
    const notice = this.#teller.notice(noticeId);
    const [only] = notice?.changes ?? [];
    if (!notice || notice.count > 1 || !only?.canOpen) return 'show-window';
    return (await this.history.openItem(only.id)).ok ? 'opened' : 'show-window';
  }

  learnNames(watchId: string, wanted: boolean): Outcome<void> {
    return this.#watches.wantNames(watchId, wanted) ? done : { ok: false, code: 'not-found' };
  }

  checkNow(watchId: string): Outcome<void> {
    return this.#watches.refresh(watchId) ? done : { ok: false, code: 'not-found' };
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
      this.#activity.removeOf(accountId, watchIds);
      this.#teller.forget(watchIds);
    }
    this.#activityChanged();
  }

  #account(accountId: string | null): Account | undefined {
    return this.#config.value.accounts.find((one) => one.accountId === accountId);
  }

  /** What could not be told stays in the outbox. */
  #tell(): void {
    try {
      this.#teller.tell();
    } catch (thrown) {
      this.#options.ports.log.warn('changes-not-told', { why: describe(thrown) });
    }
  }

  #found(): void {
    this.#activityChanged();
    this.#tell();
  }

  #activityChanged(): void {
    this.#brief.changed();
    this.#board.changed();
  }

  #configure(patch: Partial<Omit<Config, 'version'>>): Outcome<void> {
    const saved = this.#config.change(patch);
    if (!saved.ok) return saved;
    this.#follow();
    this.#pauseTimer.arm(this.#config.value.pausedUntil);
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

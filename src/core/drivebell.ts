import type { DatabaseSync } from 'node:sqlite';
import type { ActivityPage, Outcome } from '../shared/ipc.ts';
import type { DriveChoice, SignInFailure, Snapshot, Trouble } from '../shared/snapshot.ts';
import { Accounts } from './accounts.ts';
import { Board } from './board.ts';
import { describe } from './describe.ts';
import { DrivePicker } from './drive-picker.ts';
import type { Hosts } from './hosts.ts';
import { KeptConfig } from './kept-config.ts';
import { openLink } from './opener.ts';
import { isPaused, pauseEnd } from './pause.ts';
import type { Ports } from './ports.ts';
import type { Account, Config, WatchedDrive } from './settings.ts';
import { SignIn, type SignedIn, type SignInParts } from './sign-in/sign-in.ts';
import { buildSnapshot } from './snapshot.ts';
import { Activity } from './store/activity.ts';
import { openDatabase } from './store/database.ts';
import { DriveStates, sweepDrives } from './store/drive-state.ts';
import { Teller } from './teller.ts';
import { sleep } from './timing.ts';
import { WatchList } from './watch-list.ts';

export interface DrivebellOptions {
  readonly ports: Ports;
  readonly hosts: Hosts;
  readonly clientId: string;
  readonly databasePath: string;
  readonly version: string;
  /** What the browser shows at the end of a sign-in. */
  readonly pages: SignInParts['pages'];
}

const longestTimerMs = 2 ** 31 - 1;
const done: Outcome<void> = { ok: true, value: undefined };

/** The product: ties sign-in, watches, activity and notices together behind one snapshot. */
export class Drivebell {
  readonly #options: DrivebellOptions;
  readonly #signIn: SignIn;
  readonly #accounts: Accounts;
  readonly #database: DatabaseSync;
  readonly #activity: Activity;
  readonly #watches: WatchList;
  readonly #teller: Teller;
  readonly #board = new Board(() => this.#draw());
  readonly #troubles = new Set<Trouble>();
  readonly #end = new AbortController();
  readonly #config: KeptConfig;
  readonly #picker: DrivePicker;
  #revision = 0;
  #pauseTimer = new AbortController();

  constructor(options: DrivebellOptions) {
    this.#options = options;
    const { ports, hosts, databasePath, version } = options;
    const { net, clock, log } = ports;
    const opened = openDatabase(databasePath, clock.now(), log.child('database'));
    if (opened.setAside) this.#troubles.add('database-set-aside');
    this.#database = opened.database;
    this.#activity = new Activity(this.#database);
    this.#config = new KeptConfig(ports.configFile, log.child('config'));
    if (this.#config.isLost) this.#troubles.add('config-lost');
    else if (this.#config.wasSetAside) this.#troubles.add('config-set-aside');
    const onChange = (): void => this.#board.changed();
    this.#signIn = new SignIn(this.#signInParts());
    const userAgent = `ISV|Drivebell|Drivebell/${version}`;
    this.#accounts = new Accounts(
      { net, hosts, clock, userAgent, log: log.child('graph') },
      (homeAccountId) => this.#signIn.tokenSource(homeAccountId),
    );
    this.#picker = new DrivePicker(this.#accounts);
    this.#teller = new Teller({
      activity: this.#activity,
      notifier: ports.notifier,
      clock,
      isPaused: () => isPaused(this.#config.value.pausedUntil, clock.now()),
    });
    this.#watches = new WatchList({
      accounts: this.#accounts,
      database: this.#database,
      activity: this.#activity,
      states: new DriveStates(this.#database),
      hosts,
      net,
      clock,
      log: log.child('watch'),
      onChange,
      onChanges: () => this.#found(),
    });
  }

  #signInParts(): SignInParts {
    const { ports, hosts, clientId, pages } = this.#options;
    return {
      ...ports,
      hosts,
      clientId,
      pages,
      log: ports.log.child('sign-in'),
      isKnown: (homeAccountId) => this.#account(homeAccountId) !== undefined,
      reachOf: (homeAccountId) => this.#account(homeAccountId)?.reach ?? 'own',
      onSignedIn: (person) => this.#signedIn(person),
      onChange: () => this.#board.changed(),
      onKeeping: (keeping) => {
        this.setTrouble('tokens-not-saved', keeping === 'failed');
        this.setTrouble('tokens-weak-storage', keeping === 'memory-only');
      },
    };
  }

  start(): void {
    // A config that was lost says nothing of what is watched: what was learned is kept.
    if (this.#config.wasRead) this.#sweep();
    this.#tell();
    this.#follow();
    this.#armPause();
    const undo = this.#options.ports.power.onResume(() => this.#watches.refresh('resume'));
    this.#end.signal.addEventListener('abort', undo);
  }

  stop(): void {
    if (this.#end.signal.aborted) return;
    this.#end.abort();
    this.#pauseTimer.abort();
    this.#signIn.cancel();
    this.#watches.stop();
    this.#board.close();
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
    if (this.#troubles.has(trouble) === holds) return;
    if (holds) this.#troubles.add(trouble);
    else this.#troubles.delete(trouble);
    this.#board.changed();
  }

  /** In the browser: this account again, or, with null, any. The snapshot says how it goes. */
  signIn(accountId: string | null): Outcome<void> {
    if (this.#signIn.view().state === 'waiting') return { ok: false, code: 'busy' };
    const account = this.#config.value.accounts.find((one) => one.accountId === accountId);
    if (accountId !== null && !account) return { ok: false, code: 'not-found' };
    void this.#signIn.signIn(account ? { reach: account.reach, person: account } : undefined);
    return done;
  }

  cancelSignIn(): Outcome<void> {
    this.#signIn.cancel();
    return done;
  }

  listDrives(): Promise<Outcome<readonly DriveChoice[]>> {
    const { accounts } = this.#config.value;
    return this.#picker.offer(accounts, (watchId) => this.#watches.has(watchId), this.#end.signal);
  }

  /** Watches drives that `listDrives` has offered; what others share needs a wider sign-in first. */
  async watchDrives(
    choices: readonly { accountId: string; driveId: string }[],
  ): Promise<Outcome<void>> {
    const chosen = this.#picker.chosen(choices);
    if (!chosen) return { ok: false, code: 'not-found' };
    const failure = await this.#widenFor(chosen);
    if (failure) return { ok: false, code: failure };
    const byId = new Map(chosen.map((drive) => [drive.watchId, drive]));
    const added = [...byId.values()].filter((drive) => !this.#watches.has(drive.watchId));
    return this.#configure({ drives: [...this.#config.value.drives, ...added] });
  }

  stopWatching(watchId: string): Outcome<void> {
    const { drives } = this.#config.value;
    const rest = drives.filter((drive) => drive.watchId !== watchId);
    if (rest.length === drives.length) return { ok: false, code: 'not-found' };
    const saved = this.#configure({ drives: rest });
    if (saved.ok) this.#sweep();
    return saved;
  }

  getActivity(before: number | null, limit: number): Outcome<ActivityPage> {
    const rows = this.#activity.page(before, limit);
    const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
    return { ok: true, value: { rows, next } };
  }

  /** Opens the item's own page, looked up by id and checked anew. */
  async openItem(activityId: number): Promise<Outcome<void>> {
    const opened = await this.#open(this.#activity.webUrl(activityId));
    if (opened.ok) {
      this.#activity.markOneRead(activityId);
      this.#activityChanged();
    }
    return opened;
  }

  openDrive(watchId: string): Promise<Outcome<void>> {
    const drive = this.#config.value.drives.find((one) => one.watchId === watchId);
    return this.#open(drive?.webUrl ?? null);
  }

  /** A toast was clicked: the item opens, or else the window must show the list. */
  async openNotice(noticeId: string): Promise<'opened' | 'show-window'> {
    const notice = this.#teller.notice(noticeId);
    const [only] = notice?.changes ?? [];
    if (!notice || notice.count > 1 || !only?.canOpen) return 'show-window';
    const opened = await this.openItem(only.id);
    return opened.ok ? 'opened' : 'show-window';
  }

  markRead(upTo: number): Outcome<void> {
    this.#activity.markRead(upTo);
    this.#activityChanged();
    return done;
  }

  pause(until: 'one-hour' | 'tomorrow' | 'until-resumed'): Outcome<void> {
    return this.#configure({ pausedUntil: pauseEnd(until, this.#options.ports.clock.now()) });
  }

  resume(): Outcome<void> {
    return this.#configure({ pausedUntil: null });
  }

  checkNow(watchId: string): Outcome<void> {
    if (!this.#watches.has(watchId)) return { ok: false, code: 'not-found' };
    this.#watches.refresh('asked', watchId);
    return done;
  }

  #draw(): Snapshot {
    return buildSnapshot({
      version: this.#options.version,
      config: this.#config.value,
      signIn: this.#signIn.view(),
      watches: this.#watches,
      unread: this.#activity.unread(),
      lastChanges: this.#activity.lastChanges(),
      revision: this.#revision,
      troubles: [...this.#troubles],
      now: this.#options.ports.clock.now(),
    });
  }

  async #widenFor(drives: readonly WatchedDrive[]): Promise<SignInFailure | null> {
    for (const account of this.#config.value.accounts) {
      const isNeeded = drives.some(
        (drive) => drive.accountId === account.accountId && drive.kind === 'library',
      );
      if (!isNeeded || account.reach === 'shared') continue;
      const failure = await this.#signIn.widen(account, 'shared');
      if (failure) return failure;
      this.#keepAccount({ ...account, reach: 'shared' });
    }
    return null;
  }

  #account(homeAccountId: string): Account | undefined {
    return this.#config.value.accounts.find((one) => one.homeAccountId === homeAccountId);
  }

  #keepAccount(account: Account): Outcome<void> {
    const { accounts } = this.#config.value;
    const others = accounts.filter((one) => one.accountId !== account.accountId);
    return this.#configure({ accounts: [...others, account] });
  }

  async #signedIn(person: SignedIn): Promise<SignInFailure | null> {
    const reach = this.#account(person.homeAccountId)?.reach ?? 'own';
    const met = await this.#accounts.meet(person, reach, this.#end.signal);
    if (!met.ok) return met.code === 'no-network' ? 'no-network' : 'unexpected-answer';
    const saved = this.#keepAccount(met.account);
    this.#watches.refresh('asked');
    return saved.ok ? null : 'unexpected-answer';
  }

  #open(link: string | null): Promise<Outcome<void>> {
    return openLink(link, this.#options.hosts, this.#options.ports.browser);
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
    this.#revision += 1;
    this.#board.changed();
  }

  #configure(patch: Partial<Omit<Config, 'version'>>): Outcome<void> {
    const saved = this.#config.change(patch);
    if (!saved.ok) return saved;
    this.#follow();
    this.#armPause();
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

  /** So that the words change when a pause runs out by itself. */
  #armPause(): void {
    this.#pauseTimer.abort();
    this.#pauseTimer = new AbortController();
    const { signal } = this.#pauseTimer;
    const until = this.#config.value.pausedUntil;
    if (typeof until !== 'number') return;
    const wait = Math.min(Math.max(until - this.#options.ports.clock.now(), 0), longestTimerMs);
    void this.#changedAfter(wait, signal);
  }

  async #changedAfter(ms: number, signal: AbortSignal): Promise<void> {
    await sleep(ms, signal);
    if (!signal.aborted) this.#board.changed();
  }
}

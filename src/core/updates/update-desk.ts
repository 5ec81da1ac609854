import type { Outcome } from '../../shared/ipc.ts';
import type {
  Installation,
  UpdateFailure,
  UpdateState,
  UpdatesView,
} from '../../shared/updates.ts';
import { Backoff } from '../time/backoff.ts';
import { describe } from '../describe.ts';
import { done } from '../outcome.ts';
import type { KeptConfig } from '../settings/kept-config.ts';
import type { Browser, Clock, Log, Power, Updater } from '../ports.ts';
import type { Config } from '../settings/settings.ts';
import { WallTimer } from '../time/wall-timer.ts';
import { releasesPage } from './release.ts';

const minute = 60_000;
const hour = 60 * minute;
/** The start has other things to do, and not all computers start at once. */
const firstMs = { least: 2 * minute, spread: 10 * minute };
const dailyMs = { least: 20 * hour, spread: 8 * hour };
/** The network comes later than the computer. */
const afterSleepMs = 5 * minute;
/** Whoever has not touched the computer for so long has left it. */
const awayMs = 15 * minute;
/** A start so soon after is the one that the update has made. */
const restartMs = 10 * minute;

/** Nobody can do anything about these but wait. */
const passing = new Set<UpdateFailure>(['no-network', 'too-slow', 'server-down']);

export interface UpdateDeskParts {
  readonly updater: Updater;
  readonly installation: Installation;
  readonly browser: Browser;
  readonly power: Pick<Power, 'idleMs'>;
  readonly clock: Clock;
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: (patch: Partial<Pick<Config, 'updates'>>) => Outcome<void>;
  readonly isWindowOpen: () => boolean;
  /** Whether a restart now would break something off. */
  readonly isBusy: () => boolean;
  readonly onChange: () => void;
  readonly log: Log;
  readonly random?: () => number;
}

/** When to look for a new version, and when it may take the place of this one. */
export class UpdateDesk {
  readonly #parts: UpdateDeskParts;
  readonly #end = new AbortController();
  readonly #random: () => number;
  readonly #backoff: Backoff;
  readonly #next: WallTimer;
  readonly #away: WallTimer;
  #dueAt: number | null = null;
  #now: UpdateState;
  #lookedAt: number | null = null;
  /** Somebody waits for what comes of it, so that nothing is kept quiet. */
  #isAsked = false;
  /** Began by itself, after an update while nobody was there: no window until asked for. */
  readonly isQuietStart: boolean;

  constructor(parts: UpdateDeskParts) {
    this.#parts = parts;
    const { installation, config, clock, random = Math.random } = parts;
    this.#random = random;
    this.#backoff = new Backoff(15 * minute, 6 * hour, random);
    this.#next = new WallTimer(clock, () => void this.#look());
    this.#away = new WallTimer(clock, () => this.#installWhileAway());
    this.#now =
      installation === 'self'
        ? { state: 'none', lookedAt: null }
        : { state: 'elsewhere', installation };
    const { restartedAt } = config.value.updates;
    const since = restartedAt === null ? Number.POSITIVE_INFINITY : clock.now() - restartedAt;
    this.isQuietStart = since >= 0 && since < restartMs;
  }

  get view(): UpdatesView {
    return { isAutomatic: this.#parts.config.value.updates.isAutomatic, now: this.#now };
  }

  start(): void {
    if (this.#parts.config.value.updates.restartedAt !== null) this.#keep({ restartedAt: null });
    if (this.#now.state !== 'elsewhere') this.#lookIn(this.#within(firstMs));
  }

  stop(): void {
    this.#end.abort();
    this.#next.stop();
    this.#away.stop();
  }

  /** The computer is back: what was due while it slept waits for the network. */
  resume(): void {
    if (this.#dueAt === null) return;
    const inMs = this.#dueAt - this.#parts.clock.now();
    // A clock that was set back would put it off until that time comes again.
    this.#lookIn(Math.min(Math.max(inMs, afterSleepMs), dailyMs.least + dailyMs.spread));
  }

  /** Looks now. */
  look(): Outcome<void> {
    if (!['none', 'found', 'failed'].includes(this.#now.state)) return { ok: false, code: 'busy' };
    this.#isAsked = true;
    void this.#look();
    return done;
  }

  /** Downloads what was found. */
  download(): Outcome<void> {
    if (this.#now.state !== 'found') return { ok: false, code: 'busy' };
    this.#isAsked = true;
    void this.#download(this.#now.version);
    return done;
  }

  /** Ends the app, which begins again as the new version. */
  restart(): Outcome<void> {
    if (this.#now.state !== 'ready') return { ok: false, code: 'busy' };
    this.#isAsked = true;
    void this.#install(this.#now.version);
    return done;
  }

  setAutomatic(isAutomatic: boolean): Outcome<void> {
    const kept = this.#keep({ isAutomatic });
    if (kept.ok && isAutomatic && this.#now.state === 'found')
      void this.#download(this.#now.version);
    return kept;
  }

  /** Where every version can be had. */
  async openReleases(): Promise<Outcome<void>> {
    const isOpen = await this.#parts.browser.open(releasesPage);
    return isOpen ? done : { ok: false, code: 'browser-did-not-open' };
  }

  async #look(): Promise<void> {
    this.#lookNever();
    this.#become({ state: 'looking' });
    const found = await this.#safely(() => this.#parts.updater.look());
    if (this.#end.signal.aborted) return;
    if (typeof found === 'string') return this.#failed(found);
    if (!found.ok) return this.#failed(found.code);
    this.#backoff.reset();
    this.#parts.log.info('update-looked', { version: found.version });
    if (found.version === null) {
      this.#lookedAt = this.#parts.clock.now();
      return this.#rest({ state: 'none', lookedAt: this.#lookedAt });
    }
    if (this.view.isAutomatic) return this.#download(found.version);
    this.#rest({ state: 'found', version: found.version });
  }

  async #download(version: string): Promise<void> {
    this.#lookNever();
    this.#become({ state: 'downloading', version, percent: 0 });
    const failure = await this.#safely(() =>
      this.#parts.updater.download((percent) => this.#downloaded(version, percent)),
    );
    if (this.#end.signal.aborted) return;
    if (failure !== null) return this.#failed(failure);
    this.#backoff.reset();
    this.#parts.log.info('update-ready', { version });
    this.#isAsked = false;
    this.#become({ state: 'ready', version });
    this.#installWhileAway();
  }

  #downloaded(version: string, percent: number): void {
    const { state } = this.#now;
    if (state !== 'downloading' || this.#now.percent === percent) return;
    this.#become({ state: 'downloading', version, percent });
  }

  #installWhileAway(): void {
    if (this.#now.state !== 'ready') return;
    if (this.#mayRestart()) void this.#install(this.#now.version);
    else this.#away.arm(this.#parts.clock.now() + minute, minute);
  }

  #mayRestart(): boolean {
    const { power, isWindowOpen, isBusy } = this.#parts;
    return this.view.isAutomatic && power.idleMs() >= awayMs && !isWindowOpen() && !isBusy();
  }

  async #install(version: string): Promise<void> {
    const { clock, log, updater } = this.#parts;
    log.info('update-installing', { version, isAsked: this.#isAsked });
    this.#become({ state: 'installing', version });
    if (!this.#isAsked) this.#keep({ restartedAt: clock.now() });
    const failure = await this.#safely(() => updater.install());
    if (this.#end.signal.aborted) return;
    this.#keep({ restartedAt: null });
    this.#isAsked = true;
    this.#failed(failure);
  }

  /** What could not be had. Nobody is told by himself of what passes. */
  #failed(failure: UpdateFailure): void {
    this.#parts.log.warn('update-failed', { failure });
    const isQuiet = passing.has(failure) && !this.#isAsked;
    this.#rest(
      isQuiet ? { state: 'none', lookedAt: this.#lookedAt } : { state: 'failed', failure },
    );
    if (passing.has(failure)) this.#lookIn(this.#backoff.next());
  }

  #rest(state: UpdateState): void {
    this.#isAsked = false;
    this.#become(state);
    this.#lookIn(this.#within(dailyMs));
  }

  #become(state: UpdateState): void {
    this.#now = state;
    this.#parts.onChange();
  }

  /** A port that throws where it must not is a failure like any other. */
  async #safely<T>(work: () => Promise<T>): Promise<T | UpdateFailure> {
    try {
      return await work();
    } catch (thrown) {
      this.#parts.log.warn('updater-broke', { why: describe(thrown) });
      return 'internal';
    }
  }

  #keep(patch: Partial<Config['updates']>): Outcome<void> {
    const { config, configure } = this.#parts;
    return configure({ updates: { ...config.value.updates, ...patch } });
  }

  #within({ least, spread }: { readonly least: number; readonly spread: number }): number {
    return least + this.#random() * spread;
  }

  #lookIn(ms: number): void {
    this.#dueAt = this.#parts.clock.now() + ms;
    this.#next.arm(this.#dueAt, ms);
  }

  #lookNever(): void {
    this.#dueAt = null;
    this.#next.stop();
  }
}

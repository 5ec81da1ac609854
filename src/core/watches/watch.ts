import type { DriveVitals, WakeCause } from '../../shared/diagnostics.ts';
import type { ConnectionView, Liveness } from '../../shared/snapshot.ts';
import { ActivityFeed, type ActivityFeedParts } from '../activity-feed/activity-feed.ts';
import { DeleterSearch, type DeleterSearchParts } from '../activity-feed/deleter-search.ts';
import { describe } from '../describe.ts';
import { Vitals } from '../diagnostics/vitals.ts';
import type { GraphFailure } from '../graph/graph.ts';
import { DriveTrouble, type ReadFailure } from './drive-trouble.ts';
import { deriveLiveness, nextLiveness } from './liveness.ts';
import { Names } from '../reading/names.ts';
import { ReadLoop } from '../reading/read-loop.ts';
import { RemarkSearch } from '../activity-feed/remark-search.ts';
import type { NamesState } from '../store/names-state.ts';
import { sleep } from '../time/timing.ts';
import { Debt } from '../wake/debt.ts';
import { Polls } from '../wake/polls.ts';
import { Sources, type SourcesParts } from '../wake/sources.ts';
import type { SourceState } from '../wake/wake-events.ts';
import { type ReadOutcome, Watcher, type WatcherParts } from '../reading/watcher.ts';

const graceMs = 20_000;
// Longer than a line takes to come up.
const firstReadingMs = 5000;
const doubtedAfterMs = 30_000;

export type WatchParts = Pick<
  SourcesParts,
  'driveId' | 'graph' | 'hosts' | 'net' | 'clock' | 'log' | 'choice' | 'sockets' | 'webhook'
> &
  Pick<WatcherParts, 'store'> &
  Pick<ActivityFeedParts, 'isWork'> &
  Pick<DeleterSearchParts, 'onChanges'> & {
    /** How many drives of the account have no line, this one included. */
    readonly drivesNotLive: () => number;
    /** Something a person would see has changed. */
    readonly onChange: () => void;
  };

/** One watched drive at work: its wake sources and polls wake it, its watcher reads, its liveness tells. */
export class Watch {
  readonly #parts: WatchParts;
  readonly #sources: Sources;
  readonly #watcher: Watcher;
  readonly #readings: ReadLoop;
  readonly #names: Names;
  readonly #deleters: DeleterSearch;
  readonly #remarks: RemarkSearch;
  readonly #debt = new Debt();
  readonly #vitals: Vitals;
  readonly #polls: Polls;
  readonly #trouble: DriveTrouble;
  readonly #end = new AbortController();
  #later = new AbortController();
  #hasBegun = false;
  #lastFoundAt = Number.NEGATIVE_INFINITY;
  #hasRead = false;
  /** When it was first read since the start, or since the computer came back; null: it was not. */
  #caughtUpAt: number | null = null;
  #readAt = Number.NEGATIVE_INFINITY;
  #sourceState: SourceState = { state: 'connecting' };
  #grace = new AbortController();
  #isJustBack = false;
  #liveness: Liveness;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#vitals = new Vitals(parts.clock);
    this.#trouble = new DriveTrouble(parts.graph.pace);
    this.#liveness = { state: 'starting', since: parts.clock.now(), reason: null };
    this.#watcher = new Watcher(parts);
    const feed = new ActivityFeed(parts);
    this.#deleters = new DeleterSearch({ ...parts, feed });
    this.#remarks = new RemarkSearch({ ...parts, feed });
    this.#names = new Names({
      ...parts,
      read: () => this.#readings.next('names'),
      onChange: () => this.#derive(),
    });
    this.#polls = new Polls({
      drives: parts.drivesNotLive,
      pace: parts.graph.pace,
      isLive: () => this.#sourceState.state === 'live',
      onWake: () => this.#poll(),
    });
    this.#readings = new ReadLoop({
      read: (asking) => this.#watcher.read(asking),
      onBegin: () => this.#begin(),
      onEnd: (cause, outcome) => this.#ended(cause, outcome),
    });
    this.#sources = new Sources({
      ...parts,
      onWake: (cause) => this.wake(cause),
      onState: (state) => this.#sourceChanged(state),
      onAsking: () => this.#asking(),
      onGraph: (failure) => this.#reached(failure),
    });
  }

  get liveness(): Liveness {
    return this.#liveness;
  }

  /** Not while something else wakes it first. */
  get needsSocket(): boolean {
    return this.#sources.needsSocket;
  }

  get connection(): ConnectionView | null {
    return this.#sourceState.state === 'live' ? this.#sourceState.connection : null;
  }

  get vitals(): DriveVitals {
    return { ...this.#vitals.view, webhook: this.#sources.webhook };
  }

  /** When a reading last found something, by the steady clock. */
  get lastFoundAt(): number {
    return this.#lastFoundAt;
  }

  /** Seconds between two looks while not live. */
  get pollSeconds(): number | null {
    if (this.#liveness.state !== 'polling') return null;
    return Math.max(this.#polls.secondsWhileNotLive, this.#trouble.throttledSeconds);
  }

  /** Names known so far while they are being learned, else null. */
  get learning(): number | null {
    return this.#names.known;
  }

  get names(): NamesState['state'] {
    return this.#names.state;
  }

  /** Whether somebody wants the names to be learned. */
  wantNames(isWanted: boolean): void {
    this.#names.want(isWanted);
  }

  start(): void {
    // The line's coming up, or not, is what the first reading waits for: before, another would have to follow.
    this.#sources.start();
    this.#polls.start();
  }

  stop(): void {
    this.#end.abort();
    this.#later.abort();
    this.#polls.stop();
    this.#grace.abort();
    this.#sources.stop();
    this.#readings.stop();
    this.#names.stop();
    this.#deleters.stop();
    this.#remarks.stop();
  }

  /** When it was first read since the start, or since the computer came back; null: it was not. */
  get caughtUpAt(): number | null {
    return this.#caughtUpAt;
  }

  get isReading(): boolean {
    return this.#readings.isReading;
  }

  /** Connects anew and reads, as after sleep, after a new sign-in, or when asked to. */
  refresh(cause: 'resume' | 'asked'): void {
    this.#trouble.hurry();
    if (cause === 'resume') this.#beginAnew();
    // While nothing can be asked a line that is let go cannot be had again.
    const { isQuiet } = this.#parts.graph;
    if (!isQuiet) this.#sources.reconnect();
    if (cause === 'asked') this.wake(cause);
    else if (isQuiet) this.wake('retry');
  }

  /** As at the start: the first reading waits for the line. */
  #beginAnew(): void {
    void this.#forbear();
    this.#hasBegun = false;
    this.#caughtUpAt = null;
    // What was asked before the computer slept is never answered, and what was due meanwhile is not needed.
    this.#readings.giveUp();
    this.#nothingLater();
    this.#polls.waitAnew();
    this.#names.again();
  }

  /** Takes a socket that has become free, and is woken as is wished now. */
  follow(): void {
    this.#sources.follow();
  }

  /** A computer that has just woken up has no network for a while: that is nothing to tell. */
  async #forbear(): Promise<void> {
    this.#grace.abort();
    this.#grace = new AbortController();
    const { signal } = this.#grace;
    this.#isJustBack = true;
    await sleep(graceMs, signal);
    if (signal.aborted) return;
    this.#isJustBack = false;
    this.#derive();
  }

  /** Asks for a reading. Wakes during one are latched into a single further one. */
  wake(cause: WakeCause): void {
    if (this.#end.signal.aborted) return;
    this.#vitals.woken(cause);
    if (cause === 'push' || cause === 'webhook') this.#debt.announced(performance.now());
    this.#readings.wake(cause);
  }

  #begin(): void {
    this.#hasBegun = true;
    this.#deleters.begin();
    this.#nothingLater();
  }

  #ended(cause: WakeCause, outcome: ReadOutcome): void {
    try {
      this.#deleters.found(outcome.rows, outcome.ok);
      if (outcome.ok) this.#succeeded(cause, outcome);
      else this.#failed(outcome);
      if (outcome.ok) this.#remarks.found(cause, outcome.rows);
    } catch (thrown) {
      // Whoever is told of changes must not be able to end the watch.
      this.#parts.log.warn('changes-not-told', { why: describe(thrown) });
    }
  }

  #succeeded(cause: WakeCause, { rows, listed }: ReadOutcome): void {
    const found = rows.length;
    this.#vitals.read(found);
    this.#trouble.over();
    this.#hasRead = true;
    const wasBehind = this.#caughtUpAt === null;
    this.#caughtUpAt ??= this.#parts.clock.now();
    this.#readAt = performance.now();
    // Only an answer that lists nothing is behind what push has said.
    const isUnannounced = this.#debt.found(Math.max(found, listed)) && found > 0;
    if (this.#sourceState.state === 'live') this.#polls.looked(cause === 'poll', isUnannounced);
    if (cause === 'poll' && isUnannounced) this.#sources.doubt();
    if (found > 0) this.#lastFoundAt = performance.now();
    this.#names.start();
    this.#derive();
    // A reading about to begin looks for what is owed as well.
    const wait = !this.#readings.isWoken ? this.#debt.nextWait(performance.now()) : null;
    if (wait !== null) void this.#wakeIn(wait);
    if (found > 0 || wasBehind) this.#parts.onChanges();
  }

  #failed(outcome: ReadFailure): void {
    const wait = this.#trouble.failed(outcome);
    this.#vitals.failed('reading', outcome.code);
    this.#parts.log.warn('read-failed', { failure: outcome.code });
    void this.#wakeIn(wait * this.#polls.stretch);
    this.#derive();
    // A whole reading that broke off has written its first pages.
    this.#debt.found(Math.max(outcome.rows.length, outcome.listed));
    const mayHaveWritten = outcome.rows.length > 0 || outcome.code === 'storage-failed';
    if (mayHaveWritten) this.#parts.onChanges();
  }

  #nothingLater(): void {
    const later = this.#later;
    this.#later = new AbortController();
    later.abort();
  }

  async #wakeIn(ms: number): Promise<void> {
    const { signal } = this.#later;
    await sleep(ms, signal);
    if (!signal.aborted) this.wake('retry');
  }

  // While offline the retries are the probe; signed out there is nothing to ask with.
  #poll(): void {
    if (this.#trouble.reason === null) this.wake('poll');
  }

  #sourceChanged(state: SourceState): void {
    const wasLive = this.#sourceState.state === 'live';
    this.#sourceState = state;
    if (state.state === 'down') this.#vitals.notLive(state.reason);
    if (state.state === 'down' && !this.#hasBegun) this.wake('retry');
    if (wasLive !== (state.state === 'live')) this.#polls.reset();
    this.#derive();
  }

  #reached(failure: GraphFailure | null): void {
    if (failure === null) {
      if (this.#trouble.isPassing) this.wake('retry');
      return;
    }
    if (this.#trouble.reason !== null) return;
    // It may be this one request alone that does not get through: a reading tells.
    const isOld = performance.now() - this.#readAt > doubtedAfterMs;
    const isOffline = failure.code === 'no-network' && this.#sourceState.state !== 'live';
    if (failure.code === 'signed-out' || (isOffline && isOld)) this.wake('retry');
  }

  /** The endpoint is being asked for. */
  #asking(): void {
    if (!this.#hasBegun) void this.#wakeIn(firstReadingMs);
  }

  #derive(): void {
    const derived = deriveLiveness({
      trouble: this.#trouble.reason,
      hasRead: this.#hasRead && this.#names.isSettled,
      source: this.#sourceState,
      isJustBack: this.#isJustBack,
    });
    this.#liveness = nextLiveness(this.#liveness, derived, this.#parts.clock.now());
    this.#parts.onChange();
  }
}

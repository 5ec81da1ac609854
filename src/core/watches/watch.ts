import type { ConnectionView, Liveness, Reason } from '../../shared/snapshot.ts';
import { ActivityFeed, type ActivityFeedParts } from '../activity-feed/activity-feed.ts';
import { Backoff } from '../time/backoff.ts';
import { DeleterSearch, type DeleterSearchParts } from '../activity-feed/deleter-search.ts';
import { describe } from '../describe.ts';
import type { GraphFailure } from '../graph/graph.ts';
import { deriveLiveness, nextLiveness } from './liveness.ts';
import { Names } from '../reading/names.ts';
import { ReadLoop } from '../reading/read-loop.ts';
import { RemarkSearch } from '../activity-feed/remark-search.ts';
import type { NamesState } from '../store/names-state.ts';
import { sleep } from '../time/timing.ts';
import type { WakeCause } from '../wake/cause.ts';
import { Debt } from '../wake/debt.ts';
import { Polls } from '../wake/polls.ts';
import { Push, type PushParts, type PushState } from '../wake/push.ts';
import { type ReadOutcome, Watcher, type WatcherParts } from '../reading/watcher.ts';

// About one in a hundred of these is not true.
const refusalsBelieved = { times: 3, afterMs: 45_000 };
const slowFirstMs = 5 * 60_000;
const graceMs = 20_000;
const slowMostMs = 60 * 60_000;
// Longer than a line takes to come up.
const firstReadingMs = 5000;
const doubtedAfterMs = 30_000;

export type WatchParts = Pick<
  PushParts,
  'driveId' | 'graph' | 'hosts' | 'net' | 'clock' | 'log' | 'choice' | 'sockets'
> &
  Pick<WatcherParts, 'store'> &
  Pick<ActivityFeedParts, 'isWork'> &
  Pick<DeleterSearchParts, 'onChanges'> & {
    /** How many drives of the account have no line, this one included. */
    readonly drivesNotLive: () => number;
    /** Something a person would see has changed. */
    readonly onChange: () => void;
  };

/** One watched drive at work: its push line and polls wake it, its watcher reads, its liveness tells. */
export class Watch {
  readonly #parts: WatchParts;
  readonly #push: Push;
  readonly #watcher: Watcher;
  readonly #readings: ReadLoop;
  readonly #names: Names;
  readonly #deleters: DeleterSearch;
  readonly #remarks: RemarkSearch;
  readonly #debt = new Debt();
  readonly #polls: Polls;
  readonly #backoff = new Backoff(2000, 60_000);
  readonly #slowly = new Backoff(slowFirstMs, slowMostMs);
  readonly #afterRefusal = new Backoff(60_000, slowMostMs);
  readonly #end = new AbortController();
  #later = new AbortController();
  #hasBegun = false;
  #lastFoundAt = Number.NEGATIVE_INFINITY;
  #refused: { readonly times: number; readonly since: number } | null = null;
  #hasRead = false;
  #isBehind = true;
  #readAt = Number.NEGATIVE_INFINITY;
  #trouble: Reason | null = null;
  #throttledSeconds = 0;
  #pushState: PushState = { state: 'connecting' };
  #grace = new AbortController();
  #isJustBack = false;
  #liveness: Liveness;

  constructor(parts: WatchParts) {
    this.#parts = parts;
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
      isLive: () => this.#pushState.state === 'live',
      onWake: () => this.#poll(),
    });
    this.#readings = new ReadLoop({
      read: (asking) => this.#watcher.read(asking),
      onBegin: () => this.#begin(),
      onEnd: (cause, outcome) => this.#ended(cause, outcome),
    });
    this.#push = new Push({
      ...parts,
      onWake: (cause) => this.wake(cause),
      onState: (state) => this.#pushed(state),
      onAsking: () => this.#asking(),
      onGraph: (failure) => this.#reached(failure),
    });
  }

  get liveness(): Liveness {
    return this.#liveness;
  }

  get connection(): ConnectionView | null {
    return this.#pushState.state === 'live' ? this.#pushState.connection : null;
  }

  /** When a reading last found something, by the steady clock. */
  get lastFoundAt(): number {
    return this.#lastFoundAt;
  }

  /** Seconds between two looks while not live. */
  get pollSeconds(): number | null {
    if (this.#liveness.state !== 'polling') return null;
    const usual = this.#polls.secondsWhileNotLive;
    return this.#trouble === 'throttled' ? Math.max(usual, this.#throttledSeconds) : usual;
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
    this.#push.start();
    this.#polls.start();
  }

  stop(): void {
    this.#end.abort();
    this.#later.abort();
    this.#polls.stop();
    this.#grace.abort();
    this.#push.stop();
    this.#readings.stop();
    this.#names.stop();
    this.#deleters.stop();
    this.#remarks.stop();
  }

  /** It has not been read since the start, or since the computer came back. */
  get isCatchingUp(): boolean {
    return this.#isBehind;
  }

  /** Connects anew and reads, as after sleep, after a new sign-in, or when asked to. */
  refresh(cause: 'resume' | 'asked'): void {
    this.#backoff.reset();
    if (cause === 'resume') this.#beginAnew();
    // While nothing can be asked a line that is let go cannot be had again.
    const { isQuiet } = this.#parts.graph;
    if (!isQuiet) this.#push.reconnect();
    if (cause === 'asked') this.wake(cause);
    else if (isQuiet) this.wake('retry');
  }

  /** As at the start: the first reading waits for the line. */
  #beginAnew(): void {
    void this.#forbear();
    this.#hasBegun = false;
    this.#isBehind = true;
    // What was asked before the computer slept is never answered, and what was due meanwhile is not needed.
    this.#readings.giveUp();
    this.#nothingLater();
    this.#polls.waitAnew();
    this.#names.again();
  }

  /** Takes a socket that has become free. */
  unbar(): void {
    this.#push.unbar();
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
    if (cause === 'push') this.#debt.announced(performance.now());
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
    this.#backoff.reset();
    this.#slowly.reset();
    this.#afterRefusal.reset();
    this.#refused = null;
    this.#hasRead = true;
    const wasBehind = this.#isBehind;
    this.#isBehind = false;
    this.#readAt = performance.now();
    this.#trouble = null;
    // Only an answer that lists nothing is behind what push has said.
    const isUnannounced = this.#debt.found(Math.max(found, listed)) && found > 0;
    if (this.#pushState.state === 'live') this.#polls.looked(cause === 'poll', isUnannounced);
    if (found > 0) this.#lastFoundAt = performance.now();
    this.#names.start();
    this.#derive();
    // A reading about to begin looks for what is owed as well.
    const wait = !this.#readings.isWoken ? this.#debt.nextWait(performance.now()) : null;
    if (wait !== null) void this.#wakeIn(wait);
    if (found > 0 || wasBehind) this.#parts.onChanges();
  }

  #failed(outcome: Exclude<ReadOutcome, { ok: true }>): void {
    const asked = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    this.#throttledSeconds = Math.round(asked / 1000);
    this.#trouble = this.#reasonOf(outcome.code);
    this.#parts.log.warn('read-failed', { failure: outcome.code });
    const wait = this.#waitAfter(asked);
    void this.#wakeIn(wait * this.#polls.stretch);
    this.#derive();
    // A whole reading that broke off has written its first pages.
    this.#debt.found(Math.max(outcome.rows.length, outcome.listed));
    const mayHaveWritten = outcome.rows.length > 0 || outcome.code === 'storage-failed';
    if (mayHaveWritten) this.#parts.onChanges();
  }

  #reasonOf(code: Exclude<ReadOutcome, { ok: true }>['code']): Reason | null {
    if (code === 'not-found' || code === 'no-access') {
      const believed = code === 'not-found' ? 'drive-gone' : code;
      return this.#isRefusedForLong() ? believed : this.#trouble;
    }
    return code === 'gone' || code === 'refused' || code === 'endless' ? 'unexpected-answer' : code;
  }

  #waitAfter(askedMs: number): number {
    if (this.#trouble === 'no-access' || this.#trouble === 'drive-gone')
      return askedMs + this.#afterRefusal.next();
    // Only somebody can end it.
    const needsSomebody = this.#trouble === 'signed-out' || this.#trouble === 'client-id-wrong';
    return needsSomebody
      ? askedMs + this.#slowly.next()
      : this.#backoff.after(askedMs, this.#parts.graph.pace.factor);
  }

  #isRefusedForLong(): boolean {
    const now = performance.now();
    const { times, since } = this.#refused ?? { times: 0, since: now };
    this.#refused = { times: times + 1, since };
    return times + 1 >= refusalsBelieved.times && now - since >= refusalsBelieved.afterMs;
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
    if (this.#trouble === null) this.wake('poll');
  }

  #pushed(state: PushState): void {
    const wasLive = this.#pushState.state === 'live';
    this.#pushState = state;
    if (state.state === 'down' && !this.#hasBegun) this.wake('retry');
    if (wasLive !== (state.state === 'live')) this.#polls.reset();
    this.#derive();
  }

  #reached(failure: GraphFailure | null): void {
    if (failure === null) {
      if (this.#trouble !== null && passing.has(this.#trouble)) this.wake('retry');
      return;
    }
    if (this.#trouble !== null) return;
    // It may be this one request alone that does not get through: a reading tells.
    const isOld = performance.now() - this.#readAt > doubtedAfterMs;
    const isOffline = failure.code === 'no-network' && this.#pushState.state !== 'live';
    if (failure.code === 'signed-out' || (isOffline && isOld)) this.wake('retry');
  }

  /** The endpoint is being asked for. */
  #asking(): void {
    if (!this.#hasBegun) void this.#wakeIn(firstReadingMs);
  }

  #derive(): void {
    const derived = deriveLiveness({
      trouble: this.#trouble,
      hasRead: this.#hasRead && this.#names.isSettled,
      push: this.#pushState,
      isJustBack: this.#isJustBack,
    });
    this.#liveness = nextLiveness(this.#liveness, derived, this.#parts.clock.now());
    this.#parts.onChange();
  }
}

/** Over as soon as Graph answers anything for this drive. */
const passing = new Set<Reason>(['no-network', 'microsoft-down', 'signed-out', 'keys-locked']);

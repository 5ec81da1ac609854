import type { ActivityRow } from '../shared/activity.ts';
import type { Liveness, Reason } from '../shared/snapshot.ts';
import { Backoff } from './backoff.ts';
import { describe } from './describe.ts';
import type { GraphFailure } from './graph/graph.ts';
import { deriveLiveness, nextLiveness } from './liveness.ts';
import { sleep } from './timing.ts';
import type { WakeCause } from './wake/cause.ts';
import { PollSchedule, pollSecondsWhileNotLive } from './wake/poll-schedule.ts';
import { Push, type PushParts, type PushState } from './wake/push.ts';
import { type ReadOutcome, Watcher, type WatcherParts } from './watcher.ts';

// A push can come before the change is to be seen in the feed.
const emptyAfterPushMs = [2000, 8000, 20_000, 60_000];
// A service that says everything twice says it within this time.
const echoMs = 5000;
const rungAfterEcho = 2;
const notFoundBelieved = 4;

export type WatchParts = Pick<PushParts, 'driveId' | 'graph' | 'hosts' | 'net' | 'clock' | 'log'> &
  Pick<WatcherParts, 'reader' | 'store'> & {
    /** There is new activity to be told of. */
    readonly onChanges: () => void;
    /** Something a person would see has changed. */
    readonly onChange: () => void;
  };

/** One watched drive at work: its push line and polls wake it, its watcher reads, its liveness tells. */
export class Watch {
  readonly #parts: WatchParts;
  readonly #push: Push;
  readonly #watcher: Watcher;
  readonly #polls = new PollSchedule();
  readonly #backoff = new Backoff(2000, 60_000);
  readonly #end = new AbortController();
  #later = new AbortController();
  #pollWait = new AbortController();
  #woken: WakeCause | null = null;
  #isReading = false;
  #emptyReads = 0;
  #foundAt = Number.NEGATIVE_INFINITY;
  #notFound = 0;
  #hasRead = false;
  #known: number | null = null;
  #trouble: Reason | null = null;
  #pushState: PushState = { state: 'connecting' };
  #liveness: Liveness;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#liveness = { state: 'starting', since: parts.clock.now(), reason: null };
    this.#watcher = new Watcher({ ...parts, onLearning: (known) => this.#learned(known) });
    this.#push = new Push({
      ...parts,
      onWake: (cause) => this.wake(cause),
      onState: (state) => this.#pushed(state),
      onGraph: (failure) => this.#reached(failure),
    });
  }

  get liveness(): Liveness {
    return this.#liveness;
  }

  get pollSeconds(): number | null {
    return this.#liveness.state === 'polling' ? pollSecondsWhileNotLive : null;
  }

  /** Names known so far while they are being learned, else null. */
  get learning(): number | null {
    return this.#known;
  }

  start(): void {
    if (this.#watcher.isLearning) this.#known = this.#parts.store.memory.count();
    this.#push.start();
    this.wake('asked');
    void this.#poll();
  }

  stop(): void {
    this.#end.abort();
    this.#later.abort();
    this.#pollWait.abort();
    this.#push.stop();
  }

  /** Connects anew and reads, as after sleep, after a new sign-in, or when asked to. */
  refresh(cause: 'resume' | 'asked'): void {
    this.#push.reconnect();
    this.wake(cause);
  }

  /** Asks for a reading. Wakes during one are latched into a single further one. */
  wake(cause: WakeCause): void {
    if (this.#end.signal.aborted) return;
    this.#woken = this.#woken === 'push' ? 'push' : cause;
    void this.#readWhileWoken();
  }

  async #readWhileWoken(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#woken !== null && !this.#end.signal.aborted) {
      const cause = this.#woken;
      this.#woken = null;
      this.#later.abort();
      this.#later = new AbortController();
      const outcome = await this.#watcher.read(this.#end.signal);
      if (this.#end.signal.aborted) break;
      try {
        if (outcome.ok) this.#succeeded(cause, outcome.rows);
        else this.#failed(cause, outcome);
      } catch (thrown) {
        // Whoever is told of changes must not be able to end the watch.
        this.#parts.log.warn('changes-not-told', { why: describe(thrown) });
      }
    }
    this.#isReading = false;
  }

  #succeeded(cause: WakeCause, rows: readonly ActivityRow[]): void {
    this.#backoff.reset();
    this.#notFound = 0;
    this.#hasRead = true;
    this.#known = null;
    this.#trouble = null;
    if (cause === 'poll' && this.#pushState.state === 'live') {
      this.#polls.polled(rows.length > 0);
      this.#waitForPollAnew();
    }
    this.#derive();
    if (rows.length > 0) this.#found();
    else if (cause === 'push' || this.#emptyReads > 0) this.#readAgainSoon(cause);
  }

  #found(): void {
    this.#emptyReads = 0;
    this.#foundAt = this.#parts.clock.now();
    this.#parts.onChanges();
  }

  #readAgainSoon(cause: WakeCause): void {
    const isEcho = this.#parts.clock.now() - this.#foundAt < echoMs;
    if (cause === 'push') this.#emptyReads = isEcho ? rungAfterEcho : 0;
    const wait = emptyAfterPushMs[this.#emptyReads];
    this.#emptyReads = wait === undefined ? 0 : this.#emptyReads + 1;
    if (wait !== undefined) void this.#wakeIn(wait, 'retry');
  }

  #failed(cause: WakeCause, outcome: Exclude<ReadOutcome, { ok: true }>): void {
    const asked = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    if (outcome.code === 'not-found') this.#notFound += 1;
    this.#trouble = this.#reasonOf(outcome.code);
    this.#parts.log.warn('read-failed', { code: outcome.code });
    // What a push announced is still owed after a reading that failed.
    const again = cause === 'push' ? 'push' : 'retry';
    const wait = Math.max(asked, this.#backoff.next());
    if (this.#trouble !== 'signed-out') void this.#wakeIn(wait, again);
    this.#derive();
    // A run that broke between two transactions has written some of it.
    if (outcome.rows.length > 0 || outcome.code === 'storage-failed') this.#found();
  }

  #reasonOf(code: Exclude<ReadOutcome, { ok: true }>['code']): Reason | null {
    // About one in a hundred of these is not true.
    if (code === 'not-found')
      return this.#notFound >= notFoundBelieved ? 'drive-gone' : this.#trouble;
    return code === 'gone' || code === 'refused' || code === 'endless' ? 'unexpected-answer' : code;
  }

  async #wakeIn(ms: number, cause: WakeCause): Promise<void> {
    const { signal } = this.#later;
    await sleep(ms, signal);
    if (!signal.aborted) this.wake(cause);
  }

  async #poll(): Promise<void> {
    while (!this.#end.signal.aborted) {
      const { signal } = this.#pollWait;
      await sleep(this.#polls.next(this.#pushState.state === 'live'), signal);
      // While offline the retries are the probe; signed out there is nothing to ask with.
      if (!signal.aborted && this.#trouble === null) this.wake('poll');
    }
  }

  #pushed(state: PushState): void {
    const wasLive = this.#pushState.state === 'live';
    this.#pushState = state;
    if (wasLive !== (state.state === 'live')) {
      this.#polls.reset();
      this.#waitForPollAnew();
    }
    this.#derive();
  }

  #waitForPollAnew(): void {
    const waiting = this.#pollWait;
    this.#pollWait = new AbortController();
    waiting.abort();
  }

  #reached(failure: GraphFailure | null): void {
    const isWayBack = this.#trouble === 'no-network' || this.#trouble === 'microsoft-down';
    if (failure === null) {
      if (isWayBack) this.wake('retry');
      return;
    }
    if (failure.code === 'no-network' || failure.code === 'signed-out') {
      this.#trouble = failure.code;
      this.#derive();
    }
  }

  #learned(known: number): void {
    this.#known = known;
    this.#parts.onChange();
  }

  #derive(): void {
    const derived = deriveLiveness({
      trouble: this.#trouble,
      hasRead: this.#hasRead,
      push: this.#pushState,
    });
    this.#liveness = nextLiveness(this.#liveness, derived, this.#parts.clock.now());
    this.#parts.onChange();
  }
}

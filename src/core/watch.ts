import type { ConnectionView, Liveness, Reason } from '../shared/snapshot.ts';
import { Backoff } from './backoff.ts';
import { describe } from './describe.ts';
import type { GraphFailure } from './graph/graph.ts';
import { deriveLiveness, nextLiveness } from './liveness.ts';
import { sleep } from './timing.ts';
import type { WakeCause } from './wake/cause.ts';
import { Debt } from './wake/debt.ts';
import { PollSchedule } from './wake/poll-schedule.ts';
import { Push, type PushParts, type PushState } from './wake/push.ts';
import { type ReadOutcome, Watcher, type WatcherParts } from './watcher.ts';

const notFoundBelieved = 4;
const slowFirstMs = 5 * 60_000;
const graceMs = 20_000;
const slowMostMs = 60 * 60_000;

export type WatchParts = Pick<
  PushParts,
  'driveId' | 'graph' | 'hosts' | 'net' | 'clock' | 'log' | 'choice'
> &
  Pick<WatcherParts, 'reader' | 'store'> & {
    /** Whether the drive may hold a socket; else it is only checked. */
    readonly mayPush: boolean;
    /** How many drives share the account's budget of requests. */
    readonly drivesOfAccount: () => number;
    /** There is new activity to be told of. */
    readonly onChanges: () => void;
    /** Something a person would see has changed. */
    readonly onChange: () => void;
  };

/** One watched drive at work: its push line and polls wake it, its watcher reads, its liveness tells. */
export class Watch {
  readonly #parts: WatchParts;
  /** Null: it may hold no socket. */
  readonly #push: Push | null;
  readonly #watcher: Watcher;
  readonly #debt = new Debt();
  readonly #polls: PollSchedule;
  readonly #backoff = new Backoff(2000, 60_000);
  readonly #slowly = new Backoff(slowFirstMs, slowMostMs);
  readonly #end = new AbortController();
  #later = new AbortController();
  #pollWait = new AbortController();
  #woken: WakeCause | null = null;
  #isReading = false;
  #notFound = 0;
  #hasRead = false;
  #known: number | null = null;
  #trouble: Reason | null = null;
  #throttledSeconds = 0;
  #pushState: PushState = { state: 'connecting' };
  #grace = new AbortController();
  #reading = new AbortController();
  #isJustBack = false;
  #liveness: Liveness;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#liveness = { state: 'starting', since: parts.clock.now(), reason: null };
    this.#watcher = new Watcher({ ...parts, onLearning: (known) => this.#learned(known) });
    this.#polls = new PollSchedule(parts.drivesOfAccount);
    this.#push = parts.mayPush ? this.#createPush() : null;
  }

  #createPush(): Push {
    return new Push({
      ...this.#parts,
      onWake: (cause) => this.wake(cause),
      onState: (state) => this.#pushed(state),
      onGraph: (failure) => this.#reached(failure),
    });
  }

  get liveness(): Liveness {
    return this.#liveness;
  }

  get connection(): ConnectionView | null {
    return this.#pushState.state === 'live' ? this.#pushState.connection : null;
  }

  /** Seconds between two looks while not live. */
  get pollSeconds(): number | null {
    if (this.#liveness.state !== 'polling') return null;
    const usual = this.#polls.secondsWhileNotLive;
    return this.#trouble === 'throttled' ? Math.max(usual, this.#throttledSeconds) : usual;
  }

  /** Names known so far while they are being learned, else null. */
  get learning(): number | null {
    return this.#known;
  }

  start(): void {
    if (this.#watcher.isLearning) this.#known = this.#parts.store.memory.count();
    if (this.#push) this.#push.start();
    else this.#pushed({ state: 'down', reason: 'too-many-drives' });
    this.wake('retry');
    void this.#poll();
  }

  stop(): void {
    this.#end.abort();
    this.#later.abort();
    this.#pollWait.abort();
    this.#grace.abort();
    this.#push?.stop();
  }

  /** Connects anew and reads, as after sleep, after a new sign-in, or when asked to. */
  refresh(cause: 'resume' | 'asked'): void {
    if (cause === 'resume') {
      void this.#forbear();
      // What was asked before the computer slept is never answered.
      this.#reading.abort();
    }
    this.#backoff.reset();
    this.#push?.reconnect();
    this.wake(cause);
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
    this.#woken = cause;
    void this.#readWhileWoken();
  }

  async #readWhileWoken(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#woken !== null && !this.#end.signal.aborted) {
      const cause = this.#woken;
      this.#woken = null;
      this.#later.abort('read');
      this.#later = new AbortController();
      const urgency = awaited.has(cause) ? 'awaited' : 'background';
      const reading = new AbortController();
      this.#reading = reading;
      const signal = AbortSignal.any([this.#end.signal, reading.signal]);
      const outcome = await this.#watcher.read(signal, urgency);
      if (this.#end.signal.aborted) break;
      if (reading.signal.aborted) continue;
      try {
        if (outcome.ok) this.#succeeded(cause, outcome.rows.length);
        else this.#failed(outcome);
      } catch (thrown) {
        // Whoever is told of changes must not be able to end the watch.
        this.#parts.log.warn('changes-not-told', { why: describe(thrown) });
      }
    }
    this.#isReading = false;
  }

  #succeeded(cause: WakeCause, found: number): void {
    this.#backoff.reset();
    this.#slowly.reset();
    this.#notFound = 0;
    this.#hasRead = true;
    this.#known = null;
    this.#trouble = null;
    if (cause === 'poll' && this.#pushState.state === 'live') {
      this.#polls.polled(found > 0);
      this.#waitForPollAnew();
    }
    this.#debt.found(found);
    this.#derive();
    // A reading about to begin looks for what is owed as well.
    const wait = this.#woken === null ? this.#debt.nextWait(performance.now()) : null;
    if (wait !== null) void this.#wakeIn(wait);
    if (found > 0) this.#parts.onChanges();
  }

  #failed(outcome: Exclude<ReadOutcome, { ok: true }>): void {
    const asked = 'retryAfterMs' in outcome ? (outcome.retryAfterMs ?? 0) : 0;
    this.#throttledSeconds = Math.round(asked / 1000);
    if (outcome.code === 'not-found') this.#notFound += 1;
    this.#trouble = this.#reasonOf(outcome.code);
    this.#parts.log.warn('read-failed', { failure: outcome.code });
    const isSlow = needsSomebody(this.#trouble);
    void this.#wakeIn(isSlow ? asked + this.#slowly.next() : this.#backoff.after(asked));
    this.#derive();
    // A run that broke between two transactions has written some of it.
    this.#debt.found(outcome.rows.length);
    const mayHaveWritten = outcome.rows.length > 0 || outcome.code === 'storage-failed';
    if (mayHaveWritten) this.#parts.onChanges();
  }

  #reasonOf(code: Exclude<ReadOutcome, { ok: true }>['code']): Reason | null {
    // About one in a hundred of these is not true.
    if (code === 'not-found')
      return this.#notFound >= notFoundBelieved ? 'drive-gone' : this.#trouble;
    return code === 'gone' || code === 'refused' || code === 'endless' ? 'unexpected-answer' : code;
  }

  async #wakeIn(ms: number): Promise<void> {
    const { signal } = this.#later;
    await sleep(ms, signal);
    if (!signal.aborted) this.wake('retry');
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
    if (failure === null) {
      if (this.#trouble !== null && passing.has(this.#trouble)) this.wake('retry');
      return;
    }
    // A renewal that did not get through says nothing against the line there is.
    const isOffline = failure.code === 'no-network' && this.#pushState.state !== 'live';
    if (isOffline || failure.code === 'signed-out') {
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
      isJustBack: this.#isJustBack,
    });
    this.#liveness = nextLiveness(this.#liveness, derived, this.#parts.clock.now());
    this.#parts.onChange();
  }
}

/** What somebody waits for the answer of. */
const awaited = new Set<WakeCause>(['push', 'asked']);

/** Over as soon as Graph answers anything for this drive. */
const passing = new Set<Reason>(['no-network', 'microsoft-down', 'signed-out', 'keys-locked']);

/** Trouble that only somebody can end: asked again rarely. */
function needsSomebody(trouble: Reason | null): boolean {
  return (
    trouble === 'signed-out' ||
    trouble === 'client-id-wrong' ||
    trouble === 'no-access' ||
    trouble === 'drive-gone'
  );
}

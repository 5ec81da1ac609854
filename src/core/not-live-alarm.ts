import type { Reason, Snapshot, WatchedDriveView } from '../shared/snapshot.ts';
import type { Clock, Notifier } from './ports.ts';
import { sleep } from './timing.ts';

const afterMs = 15 * 60_000;
const lateMs = 30_000;
const noticeId = 'not-live';

/** As good as it gets for these drives: nothing that a person should be called for. */
const calm = new Set<Reason | null>(['push-not-offered', 'too-many-drives']);

/** Tells, once, when drives have not been live for a quarter of an hour, until all are again. */
export class NotLiveAlarm {
  readonly #notifier: Pick<Notifier, 'tellNotLive' | 'close'>;
  readonly #clock: Clock;
  #latest: Snapshot | null = null;
  #isTold = false;
  #wokeAt = 0;
  #running: AbortController | null = null;

  constructor(notifier: Pick<Notifier, 'tellNotLive' | 'close'>, clock: Clock) {
    this.#notifier = notifier;
    this.#clock = clock;
  }

  /** Call with each new snapshot. While notices are paused, it waits. */
  look(snapshot: Snapshot): void {
    this.#latest = snapshot;
    const since = snapshot.drives.filter(isTroubled).map((drive) => drive.liveness.since);
    // What is only connecting may still turn out well, or not.
    const isOver = since.length === 0 && snapshot.drives.every(isFine);
    if (isOver) this.#end();
    else if (since.length > 0 && !this.#isTold && !this.#running)
      void this.#wait(Math.max(Math.min(...since), this.#wokeAt));
  }

  /** The computer has slept: that was no time for anything to be live in. */
  resume(): void {
    this.#running?.abort();
    this.#running = null;
    this.#wokeAt = this.#clock.now();
    if (this.#latest) this.look(this.#latest);
  }

  stop(): void {
    this.#running?.abort();
  }

  #end(): void {
    this.#running?.abort();
    this.#running = null;
    if (this.#isTold) this.#notifier.close(noticeId);
    this.#isTold = false;
  }

  async #wait(since: number): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const due = Math.max(since + afterMs, this.#clock.now());
    await sleep(due - this.#clock.now(), running.signal);
    if (running.signal.aborted) return;
    this.#running = null;
    // A timer this late has slept as well.
    if (this.#clock.now() - due > lateMs) return this.resume();
    const snapshot = this.#latest;
    if (!snapshot || snapshot.pausedUntil !== null || !snapshot.drives.some(isTroubled)) return;
    this.#isTold = true;
    this.#notifier.tellNotLive({ noticeId, snapshot });
  }
}

function isTroubled({ liveness: { state, reason } }: WatchedDriveView): boolean {
  return (
    (state === 'offline' || state === 'unavailable' || state === 'polling') && !calm.has(reason)
  );
}

/** Being signed out has a toast of its own. */
function isFine({ liveness: { state, reason } }: WatchedDriveView): boolean {
  return state === 'live' || state === 'sign-in-needed' || calm.has(reason);
}

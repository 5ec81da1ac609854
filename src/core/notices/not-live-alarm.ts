import type { Reason, Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';
import type { Clock, Notifier } from '../ports.ts';
import { sleep } from '../time/timing.ts';

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
  #notLiveSince: ReadonlyMap<string, number> = new Map();
  #running: AbortController | null = null;

  constructor(notifier: Pick<Notifier, 'tellNotLive' | 'close'>, clock: Clock) {
    this.#notifier = notifier;
    this.#clock = clock;
  }

  /** Call with each new snapshot. While notices are paused, or it is quiet, it waits. */
  look(snapshot: Snapshot): void {
    this.#latest = snapshot;
    this.#note(snapshot.drives);
    const since = snapshot.drives.filter(isTroubled).map((drive) => this.#sinceOf(drive));
    // What is only connecting may still turn out well, or not.
    const isOver = since.length === 0 && snapshot.drives.every(isFine);
    if (isOver) this.#end();
    else if (since.length > 0 && !this.#isTold && !this.#running)
      void this.#wait(Math.min(...since));
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
    if (!snapshot || snapshot.pausedUntil !== null || snapshot.quietUntil !== null) return;
    const drives = snapshot.drives.filter((drive) => isTroubled(drive) && this.#isLong(drive));
    // Others, in trouble for a shorter time, may be left.
    if (drives.length === 0) return this.look(snapshot);
    this.#isTold = true;
    this.#notifier.tellNotLive({ noticeId, drives });
  }

  #isLong(drive: WatchedDriveView): boolean {
    return this.#sinceOf(drive) + afterMs <= this.#clock.now();
  }

  /** A drive that only tries to connect in between has not been live. */
  #note(drives: Snapshot['drives']): void {
    const before = this.#notLiveSince;
    const others = drives.filter((drive) => !isFine(drive));
    this.#notLiveSince = new Map(
      others.map(({ watchId, liveness }) => [watchId, before.get(watchId) ?? liveness.since]),
    );
  }

  #sinceOf({ watchId, liveness }: WatchedDriveView): number {
    return Math.max(this.#notLiveSince.get(watchId) ?? liveness.since, this.#wokeAt);
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

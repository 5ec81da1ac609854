import type { WatchedDriveView } from '../shared/snapshot.ts';
import type { Clouds } from './clouds.ts';
import type { Graphs } from './graphs.ts';
import type { Account, WatchedDrive } from './settings.ts';
import type { Activity } from './store/activity.ts';
import type { DriveStates } from './store/drive-state.ts';
import { ItemMemory } from './store/item-memory.ts';
import { Watch, type WatchParts } from './watch.ts';

export interface WatchListParts extends Pick<WatchParts, 'net' | 'clock' | 'log' | 'choice'> {
  readonly clouds: Clouds;
  readonly graphs: Graphs;
  readonly database: WatchParts['store']['database'];
  readonly activity: Activity;
  readonly states: DriveStates;
  readonly mostSockets: () => number;
  readonly onChanges: () => void;
  readonly onChange: () => void;
}

const resumeOnceMs = 5000;

/** All watched drives at work. */
export class WatchList {
  readonly #parts: WatchListParts;
  readonly #watches = new Map<string, Watch>();
  readonly #checked = new Set<string>();
  #drivesByAccount: ReadonlyMap<string, number> = new Map();
  #resumedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: WatchListParts) {
    this.#parts = parts;
  }

  /** Makes the drives at work be these: new ones start, missing ones stop. */
  follow(drives: readonly WatchedDrive[], accounts: readonly Account[]): void {
    const counted = Map.groupBy(drives, (drive) => drive.accountId);
    this.#drivesByAccount = new Map([...counted].map(([id, these]) => [id, these.length]));
    const wanted = new Set(drives.map((drive) => drive.watchId));
    for (const watchId of this.#watches.keys()) if (!wanted.has(watchId)) this.#end(watchId);
    // Where sockets have become free, drives that were only checked begin anew.
    const free = this.#parts.mostSockets() - (this.#watches.size - this.#checked.size);
    for (const watchId of [...this.#checked].slice(0, Math.max(free, 0))) this.#end(watchId);
    for (const drive of drives) {
      const account = accounts.find((one) => one.accountId === drive.accountId);
      if (account && !this.#watches.has(drive.watchId)) this.#begin(drive, account);
    }
  }

  has(watchId: string): boolean {
    return this.#watches.has(watchId);
  }

  refresh(watchId: string): void {
    this.#watches.get(watchId)?.refresh('asked');
  }

  wake(watchId: string): void {
    this.#watches.get(watchId)?.wake('retry');
  }

  /** The computer is back. Often that is said twice: waking up and being unlocked come together. */
  resume(): void {
    const now = performance.now();
    if (now - this.#resumedAt < resumeOnceMs) return;
    this.#resumedAt = now;
    for (const watch of this.#watches.values()) watch.refresh('resume');
  }

  stop(): void {
    for (const watchId of this.#watches.keys()) this.#end(watchId);
  }

  view(drive: WatchedDrive, lastChangeAt: number | null): WatchedDriveView | null {
    const watch = this.#watches.get(drive.watchId);
    if (!watch) return null;
    const { watchId, accountId, name, kind } = drive;
    const known = watch.learning;
    return {
      watchId,
      accountId,
      name,
      kind,
      liveness: watch.liveness,
      connection: watch.connection,
      pollSeconds: watch.pollSeconds,
      learning: known === null ? null : { known, about: null },
      lastChangeAt,
    };
  }

  #end(watchId: string): void {
    this.#watches.get(watchId)?.stop();
    this.#watches.delete(watchId);
    this.#checked.delete(watchId);
  }

  #begin(drive: WatchedDrive, account: Account): void {
    const { clouds, graphs, database, activity, states, log } = this.#parts;
    const { watchId, accountId } = drive;
    const mayPush = this.#watches.size - this.#checked.size < this.#parts.mostSockets();
    const watch = new Watch({
      ...this.#parts,
      mayPush,
      drivesOfAccount: () => this.#drivesByAccount.get(accountId) ?? 1,
      driveId: drive.driveId,
      hosts: clouds[account.cloud],
      graph: graphs.of(account),
      reader: account,
      log: log.child(watchId),
      store: {
        database,
        activity,
        states,
        watchId,
        accountId,
        driveName: drive.name,
        memory: new ItemMemory(database, watchId),
      },
    });
    this.#watches.set(watchId, watch);
    if (!mayPush) this.#checked.add(watchId);
    watch.start();
  }
}

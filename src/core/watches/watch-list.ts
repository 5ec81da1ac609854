import type { DriveVitals } from '../../shared/diagnostics.ts';
import type { WakeSource, WatchedDriveView } from '../../shared/snapshot.ts';
import type { Clouds } from '../clouds.ts';
import { microsoftNameOf, nameOf } from './drive-name.ts';
import type { Graph } from '../graph/graph.ts';
import { oneSpelling } from '../graph/same-id.ts';
import type { Graphs } from '../accounts/graphs.ts';
import type { Account, WatchedDrive } from '../settings/settings.ts';
import type { Activity } from '../store/activity.ts';
import type { DriveStates } from '../store/drive-state.ts';
import type { NamesStates } from '../store/names-state.ts';
import { forgoRemarks } from '../store/remarks.ts';
import { ItemMemory } from '../store/item-memory.ts';
import { type Holder, Sockets } from './sockets.ts';
import { Watch, type WatchParts } from './watch.ts';
import type { Webhooks } from '../webhook/webhooks.ts';

export interface WatchListParts extends Pick<WatchParts, 'net' | 'clock' | 'log' | 'choice'> {
  readonly webhooks: Pick<Webhooks, 'of'>;
  readonly clouds: Clouds;
  readonly graphs: Graphs;
  readonly database: WatchParts['store']['database'];
  readonly activity: Activity;
  readonly states: DriveStates;
  readonly names: NamesStates;
  readonly mostSockets: () => number;
  readonly tellsOwn: () => boolean;
  readonly onChanges: () => void;
  readonly onChange: () => void;
}

const resumeOnceMs = 20_000;

interface Watched {
  readonly watch: Watch;
  /** In one spelling. */
  readonly driveId: string;
  readonly accountId: string;
  readonly graph: Graph;
  readonly memory: ItemMemory;
}

/** All watched drives at work. */
export class WatchList {
  readonly #parts: WatchListParts;
  readonly #watches = new Map<string, Watched>();
  readonly #sockets: Sockets;
  #accounts: readonly Account[] = [];
  #names: ReadonlyMap<string, string> = new Map();
  #wakeBy: ReadonlyMap<string, WakeSource> = new Map();
  #notLiveByAccount: ReadonlyMap<string, number> | null = null;
  #resumedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: WatchListParts) {
    this.#parts = parts;
    this.#sockets = new Sockets(() => this.#holders(), parts.mostSockets);
  }

  /** Makes the drives at work be these: new ones start, missing ones stop. */
  follow(drives: readonly WatchedDrive[], accounts: readonly Account[]): void {
    this.#accounts = accounts;
    this.#names = new Map(drives.map(({ watchId, label, name }) => [watchId, label ?? name]));
    this.#wakeBy = new Map(drives.map(({ watchId, wakeBy }) => [watchId, wakeBy]));
    const wanted = new Set(drives.map((drive) => drive.watchId));
    for (const watchId of this.#watches.keys()) if (!wanted.has(watchId)) this.#end(watchId);
    for (const { watch } of this.#watches.values()) watch.follow();
    for (const drive of drives) {
      const account = accounts.find((one) => one.accountId === drive.accountId);
      if (account && !this.#watches.has(drive.watchId)) this.#begin(drive, account);
    }
  }

  has(watchId: string): boolean {
    return this.#watches.has(watchId);
  }

  /** Whether there is such a drive. */
  refresh(watchId: string): boolean {
    const { watch } = this.#watches.get(watchId) ?? {};
    watch?.refresh('asked');
    return watch !== undefined;
  }

  /** Whether there is such a drive. */
  wantNames(watchId: string, isWanted: boolean): boolean {
    const { watch } = this.#watches.get(watchId) ?? {};
    watch?.wantNames(isWanted);
    return watch !== undefined;
  }

  wake(watchId: string): void {
    this.#watches.get(watchId)?.watch.wake('retry');
  }

  /** The computer is back. Often that is said twice: by waking up, being unlocked, and a late timer. */
  resume(): void {
    // By the clock on the wall, for the steady one may stand still in sleep.
    const now = this.#parts.clock.now();
    if (Math.abs(now - this.#resumedAt) < resumeOnceMs) return;
    this.#resumedAt = now;
    for (const { watch } of this.#watches.values()) watch.refresh('resume');
  }

  /** A folder of a drive, and all that it is in. */
  wayUp(watchId: string, folderId: string | null): ReadonlySet<string> {
    return this.#watches.get(watchId)?.memory.wayUp(folderId) ?? new Set();
  }

  /** Remarks in these drives are told from now on alone. */
  forgoRemarks(driveIds: ReadonlySet<string>): void {
    const { database } = this.#parts;
    for (const [watchId, { driveId, graph }] of this.#watches)
      if (driveIds.has(driveId)) forgoRemarks({ database, watchId }, graph.serverTime());
  }

  /** Not all drives have been read since the start, or since the computer came back. */
  get isCatchingUp(): boolean {
    return this.#watches.values().some(({ watch }) => watch.caughtUpAt === null);
  }

  /** When the first drive was read since then, in ms since 1970; null: none was. */
  get reachedAt(): number | null {
    const times = [...this.#watches.values()].flatMap(({ watch }) => watch.caughtUpAt ?? []);
    return times.length === 0 ? null : Math.min(...times);
  }

  get isReading(): boolean {
    return this.#watches.values().some(({ watch }) => watch.isReading);
  }

  vitals(watchId: string): DriveVitals | null {
    return this.#watches.get(watchId)?.watch.vitals ?? null;
  }

  stop(): void {
    for (const watchId of this.#watches.keys()) this.#end(watchId);
  }

  view(drive: WatchedDrive, lastChangeAt: number | null): WatchedDriveView | null {
    const { watch } = this.#watches.get(drive.watchId) ?? {};
    if (!watch) return null;
    const { watchId, accountId, kind } = drive;
    const known = watch.learning;
    return {
      watchId,
      accountId,
      name: nameOf(drive),
      microsoftName: microsoftNameOf(drive),
      kind,
      liveness: watch.liveness,
      connection: watch.connection,
      wakeBy: drive.wakeBy,
      pollSeconds: watch.pollSeconds,
      learning: known === null ? null : { known, about: null },
      names: watch.names === 'folders' || watch.names === 'stopped' ? watch.names : null,
      lastChangeAt,
    };
  }

  #end(watchId: string): void {
    this.#watches.get(watchId)?.watch.stop();
    this.#watches.delete(watchId);
  }

  #changed(): void {
    this.#notLiveByAccount = null;
    this.#parts.onChange();
  }

  /** Counted once for all: each drive asks for it. */
  #notLive(): ReadonlyMap<string, number> {
    if (this.#notLiveByAccount) return this.#notLiveByAccount;
    const notLive = [...this.#watches.values()].filter(({ watch }) => watch.connection === null);
    const byAccount = Map.groupBy(notLive, (one) => one.accountId);
    this.#notLiveByAccount = new Map([...byAccount].map(([id, these]) => [id, these.length]));
    return this.#notLiveByAccount;
  }

  #holders(): readonly Holder[] {
    return [...this.#watches].map(([watchId, { watch, accountId, graph }]) => ({
      watchId,
      accountId,
      needsOne: watch.needsSocket,
      isLive: watch.connection !== null && watch.connection.via !== 'webhook',
      lastFoundAt: watch.lastFoundAt,
      isSlowest: graph.pace.isSlowest,
    }));
  }

  #begin(drive: WatchedDrive, account: Account): void {
    const { clouds, graphs, database, activity, states, names, log } = this.#parts;
    const { watchId, accountId } = drive;
    const driveId = oneSpelling(drive.driveId);
    const graph = graphs.of(account);
    const nameNow = (): string => this.#names.get(watchId) ?? drive.name;
    const memory = new ItemMemory(database, watchId);
    const watch = new Watch({
      ...this.#parts,
      sockets: {
        barred: () => this.#sockets.barred(watchId),
        othersAreLive: () => this.#sockets.othersAreLive(watchId),
      },
      drivesNotLive: () => Math.max(1, this.#notLive().get(accountId) ?? 0),
      onChange: () => this.#changed(),
      driveId: drive.driveId,
      hosts: clouds[account.cloud],
      graph,
      isWork: account.kind === 'work',
      webhook: this.#parts.webhooks.of({
        driveId: drive.driveId,
        accountId,
        graph,
        wakeBy: () => this.#wakeBy.get(watchId) ?? drive.wakeBy,
      }),
      log: log.child(watchId),
      store: {
        database,
        activity,
        states,
        names,
        watchId,
        driveId,
        accountId,
        scopeId: drive.scope?.itemId ?? null,
        get driveName() {
          return nameNow();
        },
        readers: () => this.#accounts,
        tellsOwn: this.#parts.tellsOwn,
        memory,
      },
    });
    this.#watches.set(watchId, { watch, driveId, accountId, graph, memory });
    watch.start();
  }
}

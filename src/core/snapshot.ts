import type { SignInView, Snapshot, Trouble, WatchedDriveView } from '../shared/snapshot.ts';
import { worstLiveness } from './liveness.ts';
import { isPaused } from './pause.ts';
import type { Config } from './settings.ts';
import type { WatchList } from './watch-list.ts';

export interface SnapshotParts {
  readonly version: string;
  readonly config: Config;
  readonly signIn: SignInView;
  readonly watches: WatchList;
  readonly unread: number;
  readonly lastChanges: ReadonlyMap<string, number>;
  readonly revision: number;
  readonly troubles: readonly Trouble[];
  readonly now: number;
}

/** The one picture of the app; nothing of Microsoft's ids or tokens is in it. */
export function buildSnapshot(parts: SnapshotParts): Snapshot {
  const { config, watches, lastChanges, now } = parts;
  const drives = config.drives
    .map((drive) => watches.view(drive, lastChanges.get(drive.watchId) ?? null))
    .filter((view): view is WatchedDriveView => view !== null);
  return {
    version: parts.version,
    accounts: config.accounts.map(({ accountId, name, username, kind }) => ({
      accountId,
      name,
      username,
      kind,
    })),
    signIn: parts.signIn,
    drives,
    liveness: worstLiveness(drives.map((drive) => drive.liveness)),
    pausedUntil: isPaused(config.pausedUntil, now) ? config.pausedUntil : null,
    unread: parts.unread,
    activityRevision: parts.revision,
    troubles: parts.troubles,
  };
}

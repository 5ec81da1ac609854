import { filterAmong } from './search/activity-filter.ts';
import type { Snapshot, WatchedDriveView } from '../shared/snapshot.ts';
import { worstLiveness } from './watches/liveness.ts';
import { quietUntil } from './notices/quiet-hours.ts';
import { viewOf } from './notices/rule-book.ts';
import { isPaused } from './notices/pause.ts';
import type { Account, Config } from './settings/settings.ts';
import type { WatchList } from './watches/watch-list.ts';

export interface SnapshotParts extends Pick<
  Snapshot,
  'version' | 'signIn' | 'clientIds' | 'tokenStorage' | 'updates' | 'troubles'
> {
  readonly config: Config;
  readonly needsSignIn: (account: Account) => boolean;
  readonly watches: WatchList;
  readonly lastChanges: ReadonlyMap<string, number>;
  readonly activity: Pick<Snapshot, 'unread' | 'recent' | 'activityRevision'>;
  readonly now: number;
}

/** The one picture of the app; nothing of Microsoft's ids or tokens is in it. */
export function buildSnapshot(parts: SnapshotParts): Snapshot {
  const { config, watches, lastChanges, now } = parts;
  const { rules, ...wishes } = config.wishes;
  const drives = config.drives
    .map((drive) => watches.view(drive, lastChanges.get(drive.watchId) ?? null))
    .filter((view): view is WatchedDriveView => view !== null);
  return {
    version: parts.version,
    accounts: config.accounts.map((account) => accountView(account, parts)),
    signIn: parts.signIn,
    clientIds: parts.clientIds,
    tokenStorage: parts.tokenStorage,
    drives,
    liveness: worstLiveness(drives.map((drive) => drive.liveness)),
    pausedUntil: isPaused(config.pausedUntil, now) ? config.pausedUntil : null,
    quietUntil: quietUntil(config.wishes.quietHours, now),
    tellsOwn: config.tellsOwn,
    theme: config.theme,
    language: config.language,
    shortcut: config.shortcut,
    updates: parts.updates,
    wishes,
    rules: rules.map((rule) => viewOf(rule)),
    filter: filterAmong(
      config.filter,
      config.drives.map(({ watchId }) => watchId),
    ),
    groupBy: config.groupBy,
    hooks: config.hooks,
    webhook: config.webhook,
    ...parts.activity,
    unread: wishes.readBy === 'never' ? 0 : parts.activity.unread,
    troubles: parts.troubles,
  };
}

function accountView(
  account: Account,
  { needsSignIn }: SnapshotParts,
): Snapshot['accounts'][number] {
  const { accountId, name, username, kind, cloud } = account;
  return { accountId, name, username, kind, cloud, needsSignIn: needsSignIn(account) };
}

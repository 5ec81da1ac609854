import type { ActivityRow } from '../../shared/activity.ts';
import type { Change } from '../reading/classify.ts';
import type { CommitParts } from './commit.ts';
import { transaction } from './database.ts';

export type RemarkStore = Pick<
  CommitParts,
  'accountId' | 'activity' | 'database' | 'driveId' | 'driveName' | 'tellsOwn' | 'watchId'
>;

/** Since when a drive's remarks are told, in Microsoft's time: what is older has been, or never will be. Null: not watched yet. */
export function remarksSince({
  database,
  watchId,
}: Pick<RemarkStore, 'database' | 'watchId'>): number | null {
  const row = database.prepare('SELECT since FROM remarks WHERE watch_id = ?').get(watchId);
  return row ? Number(row['since']) : null;
}

/** Writes down those remarks that are not written yet, for whichever watch of the drive, and how far the feed is told. */
export function commitRemarks(
  parts: RemarkStore,
  remarks: readonly Change[],
  since: number,
): ActivityRow[] {
  const { database, activity, watchId, tellsOwn } = parts;
  return transaction(database, () => {
    const isWritten = writtenIn(parts);
    const rows = remarks.flatMap((remark) => {
      const isToTell = !remark.own || tellsOwn();
      return isWritten(remark) ? [] : (activity.add(parts, remark, isToTell) ?? []);
    });
    database.prepare(move).run(watchId, since);
    return rows;
  });
}

/** What was told until now is not told again, though it is no longer written down. */
export function forgoRemarks(
  { database, watchId }: Pick<RemarkStore, 'database' | 'watchId'>,
  now: number,
): void {
  if (remarksSince({ database, watchId }) !== null) database.prepare(move).run(watchId, now);
}

const move = `INSERT INTO remarks VALUES (?, ?)
  ON CONFLICT DO UPDATE SET since = max(since, excluded.since)`;

function writtenIn({ database, driveId }: RemarkStore): (remark: Change) => boolean {
  const written = database.prepare(
    'SELECT 1 FROM activity WHERE item_id = ? AND drive_id = ? AND version = ? LIMIT 1',
  );
  return ({ itemId, version }) => written.get(itemId, driveId, version) !== undefined;
}

import type { DatabaseSync } from 'node:sqlite';
import { prepareRows } from './database.ts';

const removedAtOnce = 1000;

/** Of what rows were that have been removed. */
interface Removed {
  readonly watchIds: Set<string>;
  readonly driveIds: Set<string>;
  /** Rows above this id came meanwhile. */
  readonly last: number;
}

/** Removes what was told over these watches, and of an account's drives: what is still to be told at once, all else by steps. */
export function* removeOf(
  database: DatabaseSync,
  accountId: string | null,
  watchIds: readonly string[],
): Generator<void, Removed> {
  const ends = database.prepare('SELECT min(id) AS first, max(id) AS last FROM activity').get();
  const [first, last] = [Number(ends?.['first'] ?? 0), Number(ends?.['last'] ?? 0)];
  const removed: Removed = { watchIds: new Set(), driveIds: new Set(), last };
  const remove = (where: string): ((...bounds: number[]) => void) => {
    const statement = prepareRows(
      database,
      `DELETE FROM activity WHERE ${where}
         AND (account_id = ?1 OR watch_id IN (SELECT value FROM json_each(?2)))
       RETURNING watch_id, drive_id`,
    );
    return (...bounds) => {
      const rows = statement.all(accountId, JSON.stringify(watchIds), ...bounds);
      for (const [watchId, driveId] of rows as unknown as readonly (readonly [string, unknown])[]) {
        removed.watchIds.add(watchId);
        if (typeof driveId === 'string') removed.driveIds.add(driveId);
      }
    };
  };
  remove('is_told = 0')();
  remove('is_told = 2')();
  const removeWithin = remove('id > ?3 AND id <= ?4');
  for (let to = last; to > 0 && to >= first; to -= removedAtOnce) {
    removeWithin(to - removedAtOnce, to);
    yield;
  }
  return removed;
}

import type { DatabaseSync } from 'node:sqlite';
import { once } from '../once.ts';
import { oneSpelling } from '../graph/same-id.ts';
import { isInScope } from '../reading/scope.ts';
import type { WatchedDrive } from '../settings/settings.ts';
import { ItemMemory } from './item-memory.ts';

/** What tells whether a watch would have found something itself. */
export type Heir = Pick<WatchedDrive, 'watchId' | 'driveId' | 'accountId' | 'scope'>;

/** Each has an index; `is_told <> 1` would go through all there is. */
export const notTold = ['is_told = 0', 'is_told = 2'] as const;

/**
 * What watches that are no more have found, and nobody was told of yet, goes to another watch of the
 * same drive: it left it alone because it had been found.
 */
export function handOver(database: DatabaseSync, heirs: readonly Heir[]): void {
  const watched = JSON.stringify(heirs.map(({ watchId }) => watchId));
  const byDrive = Map.groupBy(heirs, ({ driveId }) => oneSpelling(driveId));
  const memoryOf = once((watchId: string) => new ItemMemory(database, watchId));
  const orphans = notTold.flatMap((isNot) =>
    database
      .prepare(
        `SELECT id, drive_id, item_id, parent_id FROM activity
         WHERE ${isNot} AND watch_id NOT IN (SELECT value FROM json_each(?))`,
      )
      .all(watched),
  );
  const give = database.prepare('UPDATE activity SET watch_id = ?, account_id = ? WHERE id = ?');
  for (const { id, drive_id: driveId, item_id: itemId, parent_id: parentId } of orphans) {
    const folderId = parentId as string | null;
    const heir = byDrive.get(String(driveId))?.find(({ watchId, scope }) =>
      isInScope(String(itemId), folderId, {
        memory: memoryOf(watchId),
        scopeId: scope?.itemId ?? null,
      }),
    );
    if (heir) give.run(heir.watchId, heir.accountId, Number(id));
  }
}

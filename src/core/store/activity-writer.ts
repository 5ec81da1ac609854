import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Change } from '../reading/classify.ts';
import { rowOf } from './activity-row.ts';
import type { Finders } from './finders.ts';

// Deletions have no version: the same one is found by all within the longest time between two looks.
const twinMs = 35 * 60_000;
const sameWorkMs = 10 * 60_000;
const edited = JSON.stringify(['edited']);

/** The drive that changes are written down for. */
export interface ActivityDrive {
  readonly watchId: string;
  /** In one spelling. */
  readonly driveId: string;
  readonly accountId: string;
  readonly driveName: string;
}

/** Writes changes down as rows of the activity. */
export class ActivityWriter {
  readonly #finders: Finders;
  readonly #insert: StatementSync;
  readonly #twin: StatementSync;
  readonly #latest: StatementSync;
  readonly #remove: StatementSync;

  constructor(database: DatabaseSync, finders: Finders) {
    this.#finders = finders;
    this.#insert = database.prepare(
      `INSERT INTO activity (watch_id, drive_name, item_id, kinds, item_kind, name, old_name, place,
         old_place, actor, own, descendants, at, web_url, is_read, is_told, account_id, drive_id, version,
         parent_id, is_mine, times, not_before)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#twin = database.prepare(
      `SELECT 1 FROM activity
       WHERE item_id = ?1 AND drive_id = ?2 AND watch_id <> ?3 AND at > ?5 - ${twinMs}
         AND (version IS ?4 OR (times > 1 AND at >= ?5)) LIMIT 1`,
    );
    this.#latest = database.prepare(
      `SELECT id, kinds, actor, at, times FROM activity
       WHERE item_id = ? AND drive_id = ? ORDER BY id DESC LIMIT 1`,
    );
    this.#remove = database.prepare('DELETE FROM activity WHERE id = ?');
  }

  /** See `Activity.add`. */
  add(drive: ActivityDrive, change: Change, isToTell: boolean): ActivityRow | null {
    const own = change.own ? 1 : 0;
    const { watchId, driveId } = drive;
    if (this.#isTwin(drive, change)) return null;
    const times = 1 + this.#takeEarlier(driveId, change);
    const { lastInsertRowid } = this.#insert.run(
      watchId,
      drive.driveName,
      change.itemId,
      JSON.stringify(change.kinds),
      change.itemKind,
      change.name,
      change.oldName,
      JSON.stringify(change.place),
      change.oldPlace === null ? null : JSON.stringify(change.oldPlace),
      change.actor,
      own,
      change.descendants,
      change.at,
      change.webUrl,
      own,
      isToTell ? 0 : 1,
      drive.accountId,
      driveId,
      change.version,
      change.parentId,
      change.isMine ? 1 : 0,
      times,
      change.notBefore,
    );
    this.#finders.note(watchId, driveId, change.at);
    return rowOf(Number(lastInsertRowid), { watchId, driveName: drive.driveName, times }, change);
  }

  #isTwin({ watchId, driveId }: ActivityDrive, { itemId, version, at }: Change): boolean {
    if (!this.#finders.hasOther(driveId, watchId)) return false;
    return this.#twin.get(itemId, driveId, watchId, version, at) !== undefined;
  }

  /** How often the same person has edited it just before: the row that says so makes way. */
  #takeEarlier(driveId: string, { itemId, kinds, actor, at }: Change): number {
    if (JSON.stringify(kinds) !== edited) return 0;
    const row = this.#latest.get(itemId, driveId);
    const isSame = row?.['kinds'] === edited && row['actor'] === actor;
    if (!isSame || Math.abs(at - Number(row['at'])) >= sameWorkMs) return 0;
    this.#remove.run(Number(row['id']));
    return Number(row['times']);
  }
}

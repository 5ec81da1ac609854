import type { DatabaseSync } from 'node:sqlite';
import { type DeletionRow, itemsOf } from '../notices/alarm.ts';
import { transaction } from './database.ts';

const columns = `id, watch_id, coalesce(drive_id, watch_id) AS drive, item_id, drive_name, actor, descendants,
  at, not_before, alarm_id`;

/** What an alarm has told of so far. */
export interface Alarmed {
  readonly items: number;
  readonly actors: readonly (string | null)[];
  readonly watchIds: readonly string[];
}

/** Which rows tell of deletions, and which alarm has told of them. */
export class AlarmRows {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Deletions by anybody, told or not, oldest first. */
  deletionsSince(at: number): readonly DeletionRow[] {
    return this.#read(`kinds = '["deleted"]' AND at > ?`, at);
  }

  alarmed(alarmId: number): Alarmed {
    const rows = this.#read('alarm_id = ?', alarmId);
    return {
      items: itemsOf(rows),
      actors: [...new Set(rows.map((row) => row.actor))],
      watchIds: [...new Set(rows.map((row) => row.watchId))],
    };
  }

  /** Those not told otherwise that an alarm has told of. */
  untold(): readonly number[] {
    return this.#database
      .prepare('SELECT id FROM activity WHERE is_told = 0 AND alarm_id IS NOT NULL')
      .all()
      .map((row) => Number(row['id']));
  }

  /** By row, the alarm that has told of it, also where it was kept for later. */
  mark(alarms: ReadonlyMap<number, number>): void {
    const update = this.#database.prepare('UPDATE activity SET alarm_id = ? WHERE id = ?');
    transaction(this.#database, () => {
      for (const [rowId, alarmId] of alarms) update.run(alarmId, rowId);
      this.#database.exec(
        `UPDATE activity SET is_told = 1, outcome = 'told', silence = NULL
         WHERE is_told = 2 AND alarm_id IS NOT NULL`,
      );
    });
  }

  #read(isMeant: string, value: number): readonly DeletionRow[] {
    // Sorted afterwards: to have them in order the planner would go through all there is.
    return this.#database
      .prepare(`SELECT ${columns} FROM activity WHERE ${isMeant} ORDER BY +id`)
      .all(value)
      .map((row) => ({
        id: Number(row['id']),
        watchId: String(row['watch_id']),
        driveId: String(row['drive']),
        itemId: String(row['item_id']),
        driveName: String(row['drive_name']),
        actor: row['actor'] as string | null,
        descendants: Number(row['descendants']),
        at: Number(row['at']),
        notBefore: row['not_before'] as number | null,
        alarmId: row['alarm_id'] as number | null,
      }));
  }
}

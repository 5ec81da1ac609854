import type { DatabaseSync } from 'node:sqlite';
import type { DeletionRow } from '../notices/alarm.ts';
import type { RowDecision } from '../notices/decide.ts';
import type { Silence } from '../../shared/wishes.ts';
import { tellableColumns, type TellableRow, tellableRows } from './activity-row.ts';
import { prepareRows, transaction } from './database.ts';

const told = 1;
const kept = 2;

/** What was kept for later, and why its oldest row was. */
export interface Kept {
  /** Oldest first. */
  readonly rows: readonly TellableRow[];
  readonly silence: Silence | null;
}

/** What a row is about, for rules made of it. */
export interface Subject {
  readonly watchId: string;
  readonly itemId: string;
  readonly name: string | null;
  /** Null: it lies at the top, or is not known. */
  readonly folder: { readonly itemId: string; readonly name: string } | null;
  readonly actor: string | null;
}

/** What became of changes: told, only listed, ignored, or kept for later. */
export class Decisions {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** What is ignored counts as read. */
  record(decisions: readonly RowDecision[], now: number): void {
    const update = this.#database.prepare(
      `UPDATE activity SET is_told = ?, outcome = ?, rule_id = ?, silence = ?, kept_at = ?,
         is_read = max(is_read, ?) WHERE id = ?`,
    );
    transaction(this.#database, () => {
      for (const { rowId, outcome, ruleId, silence } of decisions) {
        const isKept = outcome === 'held';
        const isRead = outcome === 'ignored' ? 1 : 0;
        const keptAt = isKept ? now : null;
        update.run(isKept ? kept : told, outcome, ruleId, silence, keptAt, isRead, rowId);
      }
    });
  }

  kept(): Kept {
    const isKept = `WHERE is_told = ${kept} ORDER BY id`;
    const sql = `SELECT ${tellableColumns} FROM activity ${isKept}`;
    const rows = tellableRows(prepareRows(this.#database, sql).all());
    const oldest = this.#database.prepare(`SELECT silence FROM activity ${isKept} LIMIT 1`).get();
    return { rows, silence: (oldest?.['silence'] ?? null) as Silence | null };
  }

  /** Since when anything has been kept, in ms since 1970; null: nothing is. */
  keptSince(): number | null {
    const row = this.#database
      .prepare(`SELECT min(coalesce(kept_at, at)) AS since FROM activity WHERE is_told = ${kept}`)
      .get();
    return row?.['since'] === null ? null : Number(row?.['since']);
  }

  keptAreTold(ids: readonly number[]): void {
    this.#database
      .prepare(
        `UPDATE activity SET is_told = ${told}
         WHERE is_told = ${kept} AND id IN (SELECT value FROM json_each(?))`,
      )
      .run(JSON.stringify(ids));
  }

  /** Deletions by anybody, told or not, oldest first. */
  deletionsSince(at: number): readonly DeletionRow[] {
    return this.#database
      .prepare(
        `SELECT id, watch_id, drive_name, actor, descendants, at FROM activity
         WHERE kinds = '["deleted"]' AND at > ? ORDER BY id`,
      )
      .all(at)
      .map((row) => ({
        id: Number(row['id']),
        watchId: String(row['watch_id']),
        driveName: String(row['drive_name']),
        actor: row['actor'] as string | null,
        descendants: Number(row['descendants']),
        at: Number(row['at']),
      }));
  }

  subjectOf(rowId: number): Subject | null {
    const sql = `SELECT ${tellableColumns} FROM activity WHERE id = ?`;
    const [row] = tellableRows(prepareRows(this.#database, sql).all(rowId));
    if (!row) return null;
    const { watchId, itemId, name, actor, parentId, place } = row;
    const folderName = place.at(-1);
    const isInFolder = parentId !== null && folderName !== undefined;
    const folder = isInFolder ? { itemId: parentId, name: folderName } : null;
    return { watchId, itemId, name, folder, actor };
  }

  /** How many changes each rule has decided since. */
  countsSince(at: number): ReadonlyMap<string, number> {
    const rows = this.#database
      .prepare(
        `SELECT rule_id, count(*) AS n FROM activity
         WHERE rule_id IS NOT NULL AND at > ? GROUP BY rule_id`,
      )
      .all(at);
    return new Map(rows.map((row) => [String(row['rule_id']), Number(row['n'])]));
  }
}

import type { DatabaseSync } from 'node:sqlite';
import type { RowDecision } from '../notices/decide.ts';
import type { KeptFor, Silence } from '../../shared/wishes.ts';
import { AlarmRows } from './alarm-rows.ts';
import { tellableColumns, type TellableRow, tellableRows } from './activity-row.ts';
import { prepareRows, transaction } from './database.ts';
import { ToldNotices } from './told-notices.ts';

const told = 1;
const kept = 2;
// Somebody waits for it, and in some lists nearly all is one's own.
const latestAmong = 5000;

/** What was kept for later, and why. */
export interface Kept {
  /** Oldest first. */
  readonly rows: readonly TellableRow[];
  readonly keptFor: KeptFor | null;
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
  readonly alarms: AlarmRows;
  readonly notices: ToldNotices;
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.alarms = new AlarmRows(database);
    this.notices = new ToldNotices(database);
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
    const isKept = `FROM activity WHERE is_told = ${kept}`;
    const sql = `SELECT ${tellableColumns} ${isKept} ORDER BY id`;
    const rows = tellableRows(prepareRows(this.#database, sql).all());
    const reasons = this.#database.prepare(`SELECT DISTINCT silence ${isKept}`).all();
    const [reason] = reasons.map((row) => row['silence'] as Silence | null);
    return { rows, keptFor: reasons.length > 1 ? 'mixed' : (reason ?? null) };
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

  /** The newest changes that rules decide, newest first, as far as there are any among the last few thousand. */
  latest(most: number, tellsOwn: boolean): readonly TellableRow[] {
    const among = `SELECT * FROM activity ORDER BY id DESC LIMIT ${latestAmong}`;
    const sql = `SELECT ${tellableColumns} FROM (${among}) WHERE own = 0 OR ? LIMIT ?`;
    return tellableRows(prepareRows(this.#database, sql).all(tellsOwn ? 1 : 0, most));
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

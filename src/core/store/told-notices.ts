import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './database.ts';

const mostKept = 200;

/** What a toast leads to. */
export interface ToldNotice {
  /** The newest of its changes. */
  readonly rowId: number;
  /** Of how many changes it tells. */
  readonly count: number;
}

/** The notices told lately: systems keep their toasts for longer than we run. */
export class ToldNotices {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  write(notices: ReadonlyMap<string, ToldNotice>): void {
    const insert = this.#database.prepare('INSERT OR REPLACE INTO notice VALUES (?, ?, ?)');
    transaction(this.#database, () => {
      for (const [noticeId, { rowId, count }] of notices) insert.run(noticeId, rowId, count);
      this.#database.exec(
        `DELETE FROM notice WHERE rowid NOT IN
           (SELECT rowid FROM notice ORDER BY rowid DESC LIMIT ${mostKept})`,
      );
    });
  }

  find(noticeId: string): ToldNotice | null {
    const row = this.#database
      .prepare('SELECT row_id, count FROM notice WHERE notice_id = ?')
      .get(noticeId);
    return row ? { rowId: Number(row['row_id']), count: Number(row['count']) } : null;
  }
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { transaction } from '../store/database.ts';

const batchRows = 500;

// Names of its own, for it can be made anew at any time. Whoever writes activity need not know of it.
const create = `
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (name, old_name, place, actor, drive_name,
    content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2');
  CREATE TRIGGER IF NOT EXISTS words_of_gone AFTER DELETE ON activity BEGIN
    DELETE FROM words WHERE rowid = old.id;
  END;
  CREATE TRIGGER IF NOT EXISTS words_of_ignored AFTER UPDATE OF outcome ON activity
    WHEN new.outcome = 'ignored' BEGIN
    DELETE FROM words WHERE rowid = new.id;
  END;
  CREATE TRIGGER IF NOT EXISTS words_of_actor AFTER UPDATE OF actor ON activity BEGIN
    UPDATE words SET name = new.name, old_name = new.old_name, place = new.place,
      actor = new.actor, drive_name = new.drive_name WHERE rowid = new.id;
  END;`;

/** The words of all activity, to be searched for. They are gathered when somebody searches, not while changes are written. */
export class Words {
  readonly #database: DatabaseSync;
  readonly #last: StatementSync;
  readonly #add: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(create);
    this.#last = database.prepare('SELECT rowid AS id FROM words ORDER BY rowid DESC LIMIT 1');
    this.#add = database.prepare(
      `INSERT INTO words (rowid, name, old_name, place, actor, drive_name)
       SELECT id, name, old_name, place, actor, drive_name FROM activity
       WHERE id > ? AND outcome IS NOT 'ignored' ORDER BY id LIMIT ${batchRows}`,
    );
  }

  /** Gathers some of what is new. Whether there is more. */
  gather(): boolean {
    return transaction(this.#database, () => {
      const last = Number(this.#last.get()?.['id'] ?? 0);
      return Number(this.#add.run(last).changes) === batchRows;
    });
  }
}

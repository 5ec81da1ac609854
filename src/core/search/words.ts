import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { transaction } from '../store/database.ts';

const batchRows = 500;

/** Anew with each change of its shape: a table made before is then of no use. */
export const wordsTable = 'words_2';

// Vowel signs are part of a word in many languages. Whatever is indexed is NFC, as all names here are.
const tokenizer = `unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'`;

// Names of its own, for it can be made anew at any time. Whoever writes activity need not know of it.
const create = `
  CREATE VIRTUAL TABLE IF NOT EXISTS ${wordsTable} USING fts5 (name, old_name, place, actor, drive_name,
    content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = "${tokenizer}");
  CREATE TRIGGER IF NOT EXISTS ${wordsTable}_of_gone AFTER DELETE ON activity BEGIN
    DELETE FROM ${wordsTable} WHERE rowid = old.id;
  END;
  CREATE TRIGGER IF NOT EXISTS ${wordsTable}_of_ignored AFTER UPDATE OF outcome ON activity
    WHEN new.outcome = 'ignored' BEGIN
    DELETE FROM ${wordsTable} WHERE rowid = new.id;
  END;
  CREATE TRIGGER IF NOT EXISTS ${wordsTable}_of_actor AFTER UPDATE OF actor ON activity BEGIN
    UPDATE ${wordsTable} SET name = new.name, old_name = new.old_name, place = new.place,
      actor = new.actor, drive_name = new.drive_name WHERE rowid = new.id;
  END;`;

const dropFormer = `
  DROP TRIGGER IF EXISTS words_of_gone;
  DROP TRIGGER IF EXISTS words_of_ignored;
  DROP TRIGGER IF EXISTS words_of_actor;
  DROP TABLE IF EXISTS words;`;

/** The words of all activity, to be searched for. They are gathered when somebody searches, not while changes are written. */
export class Words {
  readonly #database: DatabaseSync;
  readonly #last: StatementSync;
  readonly #add: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(dropFormer + create);
    this.#last = database.prepare(
      `SELECT rowid AS id FROM ${wordsTable} ORDER BY rowid DESC LIMIT 1`,
    );
    this.#add = database.prepare(
      `INSERT INTO ${wordsTable} (rowid, name, old_name, place, actor, drive_name)
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

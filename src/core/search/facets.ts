import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ChangeKind } from '../../shared/activity.ts';
import { changeKinds } from './change-kinds.ts';
import { transaction } from '../store/database.ts';

const batchRows = 500;

/** Anew with each change of their shape, or of the order of `changeKinds`. */
export const facetsTable = 'facets_1';
export const facetsByTime = 'facets_1_by_time';
export const partiesTable = 'parties_1';

/** Bits of `kinds`. */
export function maskOf(kinds: readonly ChangeKind[]): number {
  return kinds.reduce((mask, kind) => mask | (1 << changeKinds.indexOf(kind)), 0);
}

const maskSql = changeKinds
  .map((kind, bit) => `((instr(kinds, '"${kind}"') > 0) << ${bit})`)
  .join(' | ');

const partyOf = (what: string, name: string): string =>
  `(SELECT key FROM ${partiesTable} WHERE what = '${what}' AND name = ${name})`;

/**
 * What the list is filtered by, twenty bytes a change, so that all of them can be looked through while somebody waits;
 * and who was ever met: drives by watch, persons by name ('': nobody knows who).
 */
const create = `
  CREATE TABLE IF NOT EXISTS ${partiesTable} (
    key INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    name TEXT NOT NULL,
    newest INTEGER NOT NULL,
    count INTEGER NOT NULL,
    UNIQUE (what, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS ${facetsTable} (
    id INTEGER PRIMARY KEY,
    drive INTEGER NOT NULL,
    person INTEGER NOT NULL,
    kinds INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS ${facetsByTime} ON ${facetsTable} (at, drive);
  CREATE TRIGGER IF NOT EXISTS ${facetsTable}_leave AFTER DELETE ON ${facetsTable} BEGIN
    UPDATE ${partiesTable} SET count = count - 1 WHERE key IN (old.drive, old.person);
  END;
  CREATE TRIGGER IF NOT EXISTS ${facetsTable}_of_gone AFTER DELETE ON activity BEGIN
    DELETE FROM ${facetsTable} WHERE id = old.id;
  END;
  CREATE TRIGGER IF NOT EXISTS ${facetsTable}_of_ignored AFTER UPDATE OF outcome ON activity
    WHEN new.outcome = 'ignored' BEGIN
    DELETE FROM ${facetsTable} WHERE id = new.id;
  END;
  CREATE TRIGGER IF NOT EXISTS ${facetsTable}_of_actor AFTER UPDATE OF actor ON activity
    WHEN new.actor IS NOT old.actor AND EXISTS (SELECT 1 FROM ${facetsTable} WHERE id = new.id) BEGIN
    UPDATE ${partiesTable} SET count = count - 1
      WHERE key = (SELECT person FROM ${facetsTable} WHERE id = new.id);
    INSERT INTO ${partiesTable} (what, name, newest, count)
      VALUES ('person', coalesce(new.actor, ''), new.id, 1)
      ON CONFLICT DO UPDATE SET newest = max(newest, excluded.newest), count = count + 1;
    UPDATE ${facetsTable} SET person = ${partyOf('person', `coalesce(new.actor, '')`)}
      WHERE id = new.id;
  END;`;

const batch = `SELECT * FROM activity WHERE id > ?1 AND id <= ?2 AND outcome IS NOT 'ignored'`;

/** Brought up to date when somebody asks, not while changes are written. */
export class Facets {
  readonly #database: DatabaseSync;
  readonly #last: StatementSync;
  readonly #end: StatementSync;
  readonly #met: readonly StatementSync[];
  readonly #add: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(create);
    this.#last = database.prepare(`SELECT max(id) AS id FROM ${facetsTable}`);
    this.#end = database.prepare(
      `SELECT max(id) AS id, count(*) AS n FROM (
         SELECT id FROM activity WHERE id > ? AND outcome IS NOT 'ignored' ORDER BY id LIMIT ${batchRows})`,
    );
    const met = (what: string, name: string): StatementSync =>
      database.prepare(
        `INSERT INTO ${partiesTable} (what, name, newest, count)
         SELECT '${what}', ${name}, max(id), count(*) FROM (${batch}) WHERE true GROUP BY 2
         ON CONFLICT DO UPDATE SET newest = excluded.newest, count = count + excluded.count`,
      );
    this.#met = [met('drive', 'watch_id'), met('person', `coalesce(actor, '')`)];
    this.#add = database.prepare(
      `INSERT INTO ${facetsTable} (id, drive, person, kinds, at)
       SELECT id, ${partyOf('drive', 'watch_id')}, ${partyOf('person', `coalesce(actor, '')`)},
         ${maskSql}, at FROM (${batch})`,
    );
  }

  /** Takes in some of what is new. Whether there is more. */
  gather(): boolean {
    return transaction(this.#database, () => {
      const last = Number(this.#last.get()?.['id'] ?? 0);
      const { id: end, n } = this.#end.get(last) ?? {};
      if (n === 0) return false;
      for (const statement of [...this.#met, this.#add]) statement.run(last, Number(end));
      return n === batchRows;
    });
  }
}

import type { DatabaseSync } from 'node:sqlite';
import type { ItemKind } from '../../shared/activity.ts';
import { prepareRows } from './database.ts';

/** What we remember of an item, to tell created from renamed. */
export interface RememberedItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: ItemKind;
  readonly eTag: number | null;
  readonly content: ContentMarks;
  readonly shareScope: string | null;
  /** The reader created it, or was the last to change it. */
  readonly isMine: boolean;
}

/** Whatever tells one content from another, in numbers: see `markOf`. */
export interface ContentMarks {
  readonly hash: number | null;
  readonly cTag: number | null;
  readonly size: number | null;
  /** ms since 1970. */
  readonly modifiedAt: number | null;
}

const longestPath = 200;
const tombstonesKept = 10_000;

const select = `SELECT id, parent_id, name, kind, etag, hash, ctag, size, modified_at, share_scope, is_mine
  FROM item WHERE watch = ?`;

/** Many are asked for at once, for each question costs more than its answer. */
const listed = '(SELECT value FROM json_each(?))';

/** Prepared once for all drives: hundreds of them would hold as many copies. */
function prepareAll(database: DatabaseSync) {
  return {
    get: prepareRows(database, `${select} AND id = ?`),
    getAll: prepareRows(database, `${select} AND id IN ${listed}`),
    put: database.prepare(
      'INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    putNew: database.prepare(
      `INSERT OR IGNORE INTO item SELECT ?1, ?2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE watch = ?1 AND id = ?2)`,
    ),
    drop: database.prepare('DELETE FROM item WHERE watch = ? AND id = ?'),
    bury: database.prepare(
      `INSERT OR REPLACE INTO tombstone
       VALUES (?1, ?2, ?3, coalesce((SELECT parent_id FROM item WHERE watch = ?1 AND id = ?2),
         (SELECT parent_id FROM tombstone WHERE watch = ?1 AND id = ?2)))`,
    ),
    unburyAll: database.prepare(`DELETE FROM tombstone WHERE watch = ? AND id IN ${listed}`),
    buried: database.prepare('SELECT parent_id FROM tombstone WHERE watch = ? AND id = ?'),
    // CROSS: for each folder its items are looked up, not for each item all folders gone through.
    below: database.prepare(
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM item WHERE watch = :watch AND parent_id = :top
         UNION
         SELECT item.id FROM below CROSS JOIN item ON item.parent_id = below.id WHERE item.watch = :watch
       ) SELECT id FROM below`,
    ),
    count: database.prepare('SELECT count(*) AS count FROM item WHERE watch = ?'),
    stale: prepareRows(database, `${select} AND generation < ?`),
    prune: database.prepare(
      `DELETE FROM tombstone WHERE watch = :watch AND id IN (
         SELECT id FROM tombstone WHERE watch = :watch ORDER BY deleted_at DESC LIMIT -1 OFFSET ${tombstonesKept})`,
    ),
  };
}

const prepared = new WeakMap<DatabaseSync, ReturnType<typeof prepareAll>>();

function preparedFor(database: DatabaseSync): ReturnType<typeof prepareAll> {
  const known = prepared.get(database);
  const statements = known ?? prepareAll(database);
  if (!known) prepared.set(database, statements);
  return statements;
}

/** The item memory of one watched drive. */
export class ItemMemory {
  readonly #watch: number;
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor(database: DatabaseSync, watchId: string) {
    this.#watch = keyOf(database, watchId);
    this.#sql = preparedFor(database);
  }

  get(id: string): RememberedItem | null {
    const row = this.#sql.get.get(this.#watch, id) as Row | undefined;
    return row ? remembered(row) : null;
  }

  getAll(ids: readonly string[]): readonly RememberedItem[] {
    const rows = this.#sql.getAll.all(this.#watch, JSON.stringify(ids)) as unknown as Row[];
    return rows.map((row) => remembered(row));
  }

  put(items: readonly RememberedItem[], generation: number): void {
    for (const item of items) {
      this.#sql.put.run(this.#watch, item.id, ...columns(item), generation, item.isMine ? 1 : 0);
    }
    const ids = items.map((item) => item.id);
    this.#sql.unburyAll.run(this.#watch, JSON.stringify(ids));
  }

  /** Only where nothing is known of it, not even that it was deleted. Whether it was new. */
  putNew(item: RememberedItem, generation: number): boolean {
    const mine = item.isMine ? 1 : 0;
    const { changes } = this.#sql.putNew.run(
      this.#watch,
      item.id,
      ...columns(item),
      generation,
      mine,
    );
    return changes > 0;
  }

  /** Forgets an item, keeping only that it was there, and in which folder. */
  bury(id: string, now: number): void {
    this.#sql.bury.run(this.#watch, id, now);
    this.#sql.drop.run(this.#watch, id);
  }

  wasBuried(id: string): boolean {
    return this.#sql.buried.get(this.#watch, id) !== undefined;
  }

  /** Ids of everything under a folder. */
  below(id: string): readonly string[] {
    return this.#sql.below.all({ watch: this.#watch, top: id }).map((row) => String(row['id']));
  }

  /** Names of the folders from the drive's root down to this one. */
  place(folderId: string | null): readonly string[] {
    const names: string[] = [];
    let next = folderId;
    while (next !== null && names.length < longestPath) {
      const folder = this.get(next);
      if (!folder) break;
      names.unshift(folder.name);
      next = folder.parentId;
    }
    return names;
  }

  /** Whether a folder is that one, or somewhere below it. */
  isWithin(folderId: string | null, topId: string): boolean {
    return this.#wayUp(folderId).some((id) => id === topId);
  }

  /** This folder, and all that it is in, or was when it was deleted. */
  wayUp(folderId: string | null): ReadonlySet<string> {
    return new Set(this.#wayUp(folderId));
  }

  *#wayUp(folderId: string | null): IteratorObject<string, undefined> {
    let next = folderId;
    for (let depth = 0; next !== null && depth < longestPath; depth += 1) {
      yield next;
      next = this.get(next)?.parentId ?? this.#buriedIn(next);
    }
  }

  #buriedIn(id: string): string | null {
    const folderId = this.#sql.buried.get(this.#watch, id)?.['parent_id'];
    return typeof folderId === 'string' ? folderId : null;
  }

  count(): number {
    return Number(this.#sql.count.get(this.#watch)?.['count'] ?? 0);
  }

  /** Items that a whole reading of the drive did not meet. */
  notSeenSince(generation: number): readonly RememberedItem[] {
    const rows = this.#sql.stale.all(this.#watch, generation) as unknown as Row[];
    return rows.map((row) => remembered(row));
  }

  pruneTombstones(): void {
    this.#sql.prune.run({ watch: this.#watch });
  }
}

/** Drives are known by a number here: their ids would be the larger part of each row. */
function keyOf(database: DatabaseSync, watchId: string): number {
  database.prepare('INSERT OR IGNORE INTO watch (watch_id) VALUES (?)').run(watchId);
  const row = database.prepare('SELECT key FROM watch WHERE watch_id = ?').get(watchId);
  return Number(row?.['key']);
}

function columns({ parentId, name, kind, eTag, content, shareScope }: RememberedItem) {
  const { hash, cTag, size, modifiedAt } = content;
  return [parentId, name, kind, eTag, hash, cTag, size, modifiedAt, shareScope] as const;
}

/** As `select` names them; the table is STRICT. */
type Row = readonly [
  id: string,
  parentId: string | null,
  name: string,
  kind: ItemKind,
  eTag: number | null,
  hash: number | null,
  cTag: number | null,
  size: number | null,
  modifiedAt: number | null,
  shareScope: string | null,
  isMine: number,
];

function remembered(row: Row): RememberedItem {
  const [id, parentId, name, kind, eTag, hash, cTag, size, modifiedAt, shareScope, isMine] = row;
  const content = { hash, cTag, size, modifiedAt };
  return { id, parentId, name, kind, eTag, content, shareScope, isMine: isMine === 1 };
}

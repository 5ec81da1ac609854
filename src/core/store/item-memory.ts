import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ItemKind } from '../../shared/activity.ts';
import type { ContentMark } from '../graph/drive-item.ts';

/** What we remember of an item, to tell created from renamed. */
export interface RememberedItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: ItemKind;
  readonly eTag: string | null;
  readonly content: ContentMark;
  readonly shareScope: string | null;
}

const longestPath = 200;
const tombstonesKept = 10_000;

/** Prepared once for all drives: hundreds of them would hold as many copies. */
function prepareAll(database: DatabaseSync) {
  return {
    get: database.prepare('SELECT * FROM item WHERE watch_id = ? AND id = ?'),
    put: database.prepare(
      'INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    drop: database.prepare('DELETE FROM item WHERE watch_id = ? AND id = ?'),
    bury: database.prepare('INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)'),
    unbury: database.prepare('DELETE FROM tombstone WHERE watch_id = ? AND id = ?'),
    buried: database.prepare('SELECT 1 FROM tombstone WHERE watch_id = ? AND id = ?'),
    below: database.prepare(
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM item WHERE watch_id = :watch AND parent_id = :top
         UNION
         SELECT item.id FROM item JOIN below ON item.parent_id = below.id WHERE item.watch_id = :watch
       ) SELECT id FROM below`,
    ),
    count: database.prepare('SELECT count(*) AS count FROM item WHERE watch_id = ?'),
    stale: database.prepare('SELECT * FROM item WHERE watch_id = ? AND generation < ?'),
    dropStale: database.prepare('DELETE FROM item WHERE watch_id = ? AND generation < ?'),
    prune: database.prepare(
      `DELETE FROM tombstone WHERE watch_id = :watch AND id IN (
         SELECT id FROM tombstone WHERE watch_id = :watch ORDER BY deleted_at DESC LIMIT -1 OFFSET ${tombstonesKept})`,
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
  readonly #watchId: string;
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor(database: DatabaseSync, watchId: string) {
    this.#watchId = watchId;
    this.#sql = preparedFor(database);
  }

  get(id: string): RememberedItem | null {
    const row = this.#sql.get.get(this.#watchId, id);
    return row ? remembered(row) : null;
  }

  put(item: RememberedItem, generation: number): void {
    const { hash, cTag, size, modifiedAt } = item.content;
    const marks = [item.eTag, hash, cTag, size, modifiedAt, item.shareScope, generation];
    this.#sql.put.run(this.#watchId, item.id, item.parentId, item.name, item.kind, ...marks);
    this.#sql.unbury.run(this.#watchId, item.id);
  }

  /** Forgets an item, keeping only that it was there. */
  bury(id: string, now: number): void {
    this.#sql.drop.run(this.#watchId, id);
    this.#sql.bury.run(this.#watchId, id, now);
  }

  wasBuried(id: string): boolean {
    return this.#sql.buried.get(this.#watchId, id) !== undefined;
  }

  /** Ids of everything under a folder. */
  below(id: string): readonly string[] {
    return this.#sql.below.all({ watch: this.#watchId, top: id }).map((row) => String(row['id']));
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

  count(): number {
    return Number(this.#sql.count.get(this.#watchId)?.['count'] ?? 0);
  }

  /** Items that a whole reading of the drive did not meet. */
  notSeenSince(generation: number): readonly RememberedItem[] {
    return this.#sql.stale.all(this.#watchId, generation).map((row) => remembered(row));
  }

  dropNotSeenSince(generation: number): void {
    this.#sql.dropStale.run(this.#watchId, generation);
  }

  pruneTombstones(): void {
    this.#sql.prune.run({ watch: this.#watchId });
  }
}

type Row = ReturnType<StatementSync['all']>[number];

function remembered(row: Row): RememberedItem {
  return {
    id: String(row['id']),
    parentId: textOrNull(row['parent_id']),
    name: String(row['name']),
    kind: row['kind'] as ItemKind,
    eTag: textOrNull(row['etag']),
    content: {
      hash: textOrNull(row['hash']),
      cTag: textOrNull(row['ctag']),
      size: numberOrNull(row['size']),
      modifiedAt: numberOrNull(row['modified_at']),
    },
    shareScope: textOrNull(row['share_scope']),
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

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

/** The item memory of one watched drive. */
export class ItemMemory {
  readonly #watchId: string;
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #drop: StatementSync;
  readonly #bury: StatementSync;
  readonly #unbury: StatementSync;
  readonly #buried: StatementSync;
  readonly #below: StatementSync;
  readonly #count: StatementSync;
  readonly #stale: StatementSync;
  readonly #dropStale: StatementSync;
  readonly #prune: StatementSync;

  constructor(database: DatabaseSync, watchId: string) {
    this.#watchId = watchId;
    this.#get = database.prepare('SELECT * FROM item WHERE watch_id = ? AND id = ?');
    this.#put = database.prepare(
      'INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#drop = database.prepare('DELETE FROM item WHERE watch_id = ? AND id = ?');
    this.#bury = database.prepare('INSERT OR REPLACE INTO tombstone VALUES (?, ?, ?)');
    this.#unbury = database.prepare('DELETE FROM tombstone WHERE watch_id = ? AND id = ?');
    this.#buried = database.prepare('SELECT 1 FROM tombstone WHERE watch_id = ? AND id = ?');
    this.#below = database.prepare(
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM item WHERE watch_id = :watch AND parent_id = :top
         UNION
         SELECT item.id FROM item JOIN below ON item.parent_id = below.id WHERE item.watch_id = :watch
       ) SELECT id FROM below`,
    );
    this.#count = database.prepare('SELECT count(*) AS count FROM item WHERE watch_id = ?');
    this.#stale = database.prepare('SELECT * FROM item WHERE watch_id = ? AND generation < ?');
    this.#dropStale = database.prepare('DELETE FROM item WHERE watch_id = ? AND generation < ?');
    this.#prune = database.prepare(
      `DELETE FROM tombstone WHERE watch_id = :watch AND id IN (
         SELECT id FROM tombstone WHERE watch_id = :watch ORDER BY deleted_at DESC LIMIT -1 OFFSET ${tombstonesKept})`,
    );
  }

  get(id: string): RememberedItem | null {
    const row = this.#get.get(this.#watchId, id);
    return row ? remembered(row) : null;
  }

  put(item: RememberedItem, generation: number): void {
    const { hash, cTag, size, modifiedAt } = item.content;
    const marks = [item.eTag, hash, cTag, size, modifiedAt, item.shareScope, generation];
    this.#put.run(this.#watchId, item.id, item.parentId, item.name, item.kind, ...marks);
    this.#unbury.run(this.#watchId, item.id);
  }

  /** Forgets an item, keeping only that it was there. */
  bury(id: string, now: number): void {
    this.#drop.run(this.#watchId, id);
    this.#bury.run(this.#watchId, id, now);
  }

  wasBuried(id: string): boolean {
    return this.#buried.get(this.#watchId, id) !== undefined;
  }

  /** Ids of everything under a folder. */
  below(id: string): readonly string[] {
    return this.#below.all({ watch: this.#watchId, top: id }).map((row) => String(row['id']));
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
    return Number(this.#count.get(this.#watchId)?.['count'] ?? 0);
  }

  /** Items that a whole reading of the drive did not meet. */
  notSeenSince(generation: number): readonly RememberedItem[] {
    return this.#stale.all(this.#watchId, generation).map((row) => remembered(row));
  }

  dropNotSeenSince(generation: number): void {
    this.#dropStale.run(this.#watchId, generation);
  }

  pruneTombstones(): void {
    this.#prune.run({ watch: this.#watchId });
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

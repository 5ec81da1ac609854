import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { transaction } from './database.ts';
import { handOver, type Heir, notTold } from './hand-over.ts';

/**
 * `watching`: the cursor tells what is new. `reseeding`: Microsoft has lost the cursor; everything is
 * read again and compared.
 */
type DrivePhase = 'watching' | 'reseeding';

export interface DriveState {
  readonly phase: DrivePhase;
  /** The link to read next; null: from now on, or, when reseeding, from the beginning. */
  readonly cursor: string | null;
  /** Counts whole readings, so that what one did not meet can be told. */
  readonly generation: number;
  /** When a reading last succeeded, in ms since 1970. */
  readonly readAt: number | null;
  /** Of the drive's root; null: not met yet. */
  readonly rootId: string | null;
}

const unread: DriveState = {
  phase: 'watching',
  cursor: null,
  generation: 1,
  readAt: null,
  rootId: null,
};

/** Where the reading of each drive stands. */
export class DriveStates {
  readonly #load: StatementSync;
  readonly #save: StatementSync;

  constructor(database: DatabaseSync) {
    this.#load = database.prepare('SELECT * FROM drive WHERE watch_id = ?');
    this.#save = database.prepare('INSERT OR REPLACE INTO drive VALUES (?, ?, ?, ?, ?, ?)');
  }

  load(watchId: string): DriveState {
    const row = this.#load.get(watchId);
    if (!row) return unread;
    return {
      phase: row['phase'] as DrivePhase,
      cursor: row['cursor'] === null ? null : String(row['cursor']),
      generation: Number(row['generation']),
      readAt: row['read_at'] === null ? null : Number(row['read_at']),
      rootId: row['root_id'] === null ? null : String(row['root_id']),
    };
  }

  save(watchId: string, state: DriveState): void {
    const { phase, cursor, generation, readAt, rootId } = state;
    this.#save.run(watchId, phase, cursor, generation, readAt, rootId);
  }
}

/**
 * Drops what is kept for drives that are watched no longer; their activity stays, and is not told any
 * more, unless another watch of the same drive goes on with it.
 */
export function sweepDrives(database: DatabaseSync, watched: readonly Heir[]): void {
  const kept = JSON.stringify(watched.map(({ watchId }) => watchId));
  transaction(database, () => handOver(database, watched));
  const others = 'watch_id NOT IN (SELECT value FROM json_each(?))';
  for (const table of ['item', 'tombstone']) {
    database
      .prepare(`DELETE FROM ${table} WHERE watch IN (SELECT key FROM watch WHERE ${others})`)
      .run(kept);
  }
  for (const table of ['drive', 'names', 'remarks', 'watch']) {
    database.prepare(`DELETE FROM ${table} WHERE ${others}`).run(kept);
  }
  for (const isNot of notTold)
    database
      .prepare(
        `UPDATE activity SET is_told = 1, outcome = NULL, silence = NULL WHERE ${isNot} AND ${others}`,
      )
      .run(kept);
}

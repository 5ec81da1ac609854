import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * How far the names of what was in a drive before are known. `folders`: of a drive too large to know
 * each file. `stopped`: somebody did not want to wait for them.
 */
type Progress = 'learning' | 'learning-folders' | 'known' | 'folders' | 'stopped';

export interface NamesState {
  readonly state: Progress;
  /** The page to go on with; null: from the beginning. */
  readonly link: string | null;
}

const unread: NamesState = { state: 'learning', link: null };

export function isBeingLearned({ state }: NamesState): boolean {
  return state === 'learning' || state === 'learning-folders';
}

/** Where the learning of each drive's names stands. */
export class NamesStates {
  readonly #load: StatementSync;
  readonly #save: StatementSync;
  // Each snapshot asks for it.
  readonly #known = new Map<string, NamesState>();

  constructor(database: DatabaseSync) {
    this.#load = database.prepare('SELECT state, link FROM names WHERE watch_id = ?');
    this.#save = database.prepare('INSERT OR REPLACE INTO names VALUES (?, ?, ?)');
  }

  load(watchId: string): NamesState {
    const known = this.#known.get(watchId) ?? this.#read(watchId);
    this.#known.set(watchId, known);
    return known;
  }

  /** A transaction that it is part of may yet fail: what is known is read again. */
  save(watchId: string, { state, link }: NamesState): void {
    this.#save.run(watchId, state, link);
    this.#known.delete(watchId);
  }

  #read(watchId: string): NamesState {
    const row = this.#load.get(watchId);
    if (!row) return unread;
    const link = row['link'] === null ? null : String(row['link']);
    return { state: row['state'] as Progress, link };
  }
}

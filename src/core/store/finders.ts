import type { DatabaseSync } from 'node:sqlite';

/** Who has found what so far, so that not each change must ask for it. */
export class Finders {
  readonly #database: DatabaseSync;
  /** By watch, in ms since 1970. */
  readonly #lastChanges = new Map<string, number>();
  /** The watches that have found changes, by drive; null: written before drives were. */
  readonly #byDrive = new Map<string | null, Set<string>>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.noteAbove(0);
  }

  readAnew(): void {
    this.#lastChanges.clear();
    this.#byDrive.clear();
    this.noteAbove(0);
  }

  /** When each drive last changed, in ms since 1970. */
  get lastChanges(): ReadonlyMap<string, number> {
    return this.#lastChanges;
  }

  driveIds(): readonly string[] {
    return [...this.#byDrive.keys()].filter((driveId) => driveId !== null);
  }

  /** Whether another watch has found anything in this drive. */
  hasOther(driveId: string, watchId: string): boolean {
    const found = this.#byDrive.get(driveId);
    return found !== undefined && (found.size > 1 || !found.has(watchId));
  }

  note(watchId: string, driveId: string | null, at: number): void {
    this.#lastChanges.set(watchId, Math.max(at, this.#lastChanges.get(watchId) ?? 0));
    this.#byDrive.set(driveId, (this.#byDrive.get(driveId) ?? new Set()).add(watchId));
  }

  /** What rows above this id tell. */
  noteAbove(id: number): void {
    const rows = this.#database
      .prepare(
        `SELECT watch_id, drive_id, max(at) AS at FROM activity WHERE id > ? GROUP BY watch_id, drive_id`,
      )
      .all(id);
    for (const row of rows) {
      this.note(String(row['watch_id']), row['drive_id'] as string | null, Number(row['at']));
    }
  }

  forget(watchIds: ReadonlySet<string>): void {
    for (const watchId of watchIds) this.#lastChanges.delete(watchId);
    for (const [driveId, found] of this.#byDrive) {
      for (const watchId of watchIds) found.delete(watchId);
      if (found.size === 0) this.#byDrive.delete(driveId);
    }
  }
}

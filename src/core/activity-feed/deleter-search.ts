import type { ActivityRow } from '../../shared/activity.ts';
import { isOwn } from '../reading/reader.ts';
import { describe } from '../describe.ts';
import type { Person } from '../graph/wire.ts';
import type { CommitParts } from '../store/commit.ts';
import { WhoDeleted, type WhoDeletedParts } from './who-deleted.ts';

export interface DeleterSearchParts extends WhoDeletedParts {
  readonly store: Pick<CommitParts, 'readers' | 'activity' | 'states' | 'tellsOwn' | 'watchId'>;
  /** There is activity to be told of. */
  readonly onChanges: () => void;
}

/** Writes down who deleted what one drive's readings found deleted. */
export class DeleterSearch {
  readonly #parts: DeleterSearchParts;
  readonly #who: WhoDeleted;
  readonly #end = new AbortController();
  #readAt: number | null;
  #begunAt = 0;
  readonly #sought = new Set<number>();

  constructor(parts: DeleterSearchParts) {
    this.#parts = parts;
    this.#who = new WhoDeleted(parts);
    this.#readAt = parts.store.states.load(parts.store.watchId).readAt;
  }

  /** Whoever did what is still being asked about, it is told. */
  stop(): void {
    this.#end.abort();
    this.#parts.store.activity.release([...this.#sought]);
  }

  /** A reading begins. */
  begin(): void {
    this.#begunAt = this.#parts.graph.serverTime();
  }

  /** A reading has written these. */
  found(rows: readonly ActivityRow[], isComplete: boolean): void {
    const since = this.#readAt;
    if (isComplete) this.#readAt = this.#begunAt;
    const gone = rows.filter((row) => isByUnknown(row));
    if (gone.length > 0 && since !== null && this.#who.isOffered) {
      void this.#seek(
        gone.map((row) => row.id),
        since,
      );
    }
  }

  async #seek(rowIds: readonly number[], since: number): Promise<void> {
    const { store, log, onChanges } = this.#parts;
    const { signal } = this.#end;
    // Listed at once, told when it is known who did it.
    store.activity.hold(rowIds);
    for (const id of rowIds) this.#sought.add(id);
    try {
      const found = await this.#who.find(store.activity.deletions(rowIds), since, signal);
      if (!signal.aborted) this.#write(found);
    } catch (thrown) {
      log.warn('deleters-not-written', { why: describe(thrown) });
    }
    store.activity.release(rowIds);
    for (const id of rowIds) this.#sought.delete(id);
    try {
      if (!signal.aborted) onChanges();
    } catch (thrown) {
      log.warn('changes-not-told', { why: describe(thrown) });
    }
  }

  #write(found: ReadonlyMap<number, Person>): void {
    const { store } = this.#parts;
    const readers = store.readers();
    const actors = [...found].map(([id, person]) => ({
      id,
      actor: person.name,
      own: isOwn(person, readers),
    }));
    store.activity.setActors(actors, store.tellsOwn());
  }
}

/** Of several nameless items in one row nobody can be named: they may be the work of several people. */
function isByUnknown({ actor, kinds, name, descendants }: ActivityRow): boolean {
  return actor === null && kinds.includes('deleted') && (name !== null || descendants === 0);
}

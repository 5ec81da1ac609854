import type { DriveKey, LibraryKey } from './drive-facts.ts';
import type { ItemKind } from './item.ts';

export type Deed =
  | 'created'
  | 'edited'
  | 'renamed'
  | 'moved'
  | 'deleted'
  | 'restored'
  | 'shared'
  | 'unshared'
  | 'touched'
  | 'relisted';

/** One thing somebody did, as a test or the demo wants to hear of it. */
export interface Changed {
  /** Over all drives. */
  readonly seq: number;
  readonly drive: DriveKey | LibraryKey;
  readonly driveName: string;
  readonly driveId: string;
  readonly kind: Deed;
  readonly itemKind: ItemKind;
  readonly itemId: string;
  readonly name: string;
  /** Of a deleted item: where it was. */
  readonly path: string;
  /** The same as `name` and `path` where those did not change. */
  readonly oldName: string;
  readonly oldPath: string;
  readonly person: string;
  readonly personId: string;
  readonly webUrl: string;
  readonly at: string;
  /** Items a folder took with it. */
  readonly descendants: number;
}

type Listener = (changed: Changed) => void;

/** Everything changed so far, by anyone, in order. */
export class ChangeLog {
  readonly #all: Changed[] = [];
  readonly #listeners = new Set<Listener>();

  after(seq: number): Changed[] {
    return this.#all.slice(seq);
  }

  /** Returns its undo. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(change: Omit<Changed, 'seq'>): Changed {
    const changed = { seq: this.#all.length + 1, ...change };
    this.#all.push(changed);
    for (const listener of this.#listeners) listener(changed);
    return changed;
  }
}

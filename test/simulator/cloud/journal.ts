import type { ItemState } from './item.ts';
import { View } from './view.ts';

export interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly state: ItemState;
  /** False for what was in a deleted folder when such items are not to be listed. */
  readonly listed: boolean;
}

/** Everything that ever changed in one drive, and the two views of it. */
export class Journal {
  readonly current = new View();
  /** May lag behind: delta is a replica of its own (sheet 1.6, 5.5). */
  readonly replica = new View();
  readonly #entries: Entry[] = [];
  #caughtUp = 0;

  /** State from before the simulator started: no change, so never in a delta run. */
  begin(state: ItemState): void {
    this.current.apply(state);
    this.replica.apply(state);
  }

  commit(state: ItemState, listed = true): void {
    this.#entries.push({ seq: this.#entries.length + 1, at: Date.now(), state, listed });
    this.current.apply(state);
  }

  /** Brings the replica up to `lagMs` ago and tells the last change it contains. */
  catchUp(lagMs: number): number {
    const until = Date.now() - lagMs;
    let next = this.#entries[this.#caughtUp];
    while (next && next.at <= until) {
      this.replica.apply(next.state);
      this.#caughtUp += 1;
      next = this.#entries[this.#caughtUp];
    }
    return this.#caughtUp;
  }

  /** Changes after `since` and up to `until`, oldest first. */
  between(since: number, until: number): Entry[] {
    return this.#entries.slice(since, until).filter(({ listed }) => listed);
  }

  /** The last change before a time. */
  seqBefore(at: number): number {
    const index = this.#entries.findIndex((entry) => entry.at >= at);
    return index === -1 ? this.#entries.length : index;
  }
}

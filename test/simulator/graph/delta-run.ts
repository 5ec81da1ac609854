import type { Drive } from '../cloud/drive.ts';
import type { ItemState } from '../cloud/item.ts';
import { Seeded } from '../cloud/seeded.ts';
import type { Knobs } from '../knobs.ts';

/** What one run of pages will list, fixed when its first page is asked for. */
export interface Run {
  readonly items: readonly ItemState[];
  /** The last change the run contains: where its deltaLink stands. */
  readonly until: number;
}

/** Current items only: never past deletions (sheet 2.1). Parents come before children. */
export function fullRun({ journal }: Drive, knobs: Knobs, folder?: ItemState): Run {
  const until = journal.catchUp(knobs.lagMs);
  const { replica } = journal;
  const top = folder ?? replica.root;
  return { items: arranged([top, ...replica.descendants(top.id)], knobs), until };
}

/** The latest state of each item that changed (sheet 2.3). */
export function sinceRun({ journal }: Drive, knobs: Knobs, since: number): Run {
  const until = journal.catchUp(knobs.lagMs);
  const entries = journal.between(since, until);
  const latest = new Map<string, ItemState>();
  for (const { state } of entries) {
    // Set anew, so that an item stands where it changed last.
    latest.delete(state.id);
    latest.set(state.id, state);
  }
  if (!knobs.duplicates) return { items: arranged([...latest.values()], knobs), until };
  const everything = entries.map(({ state }) => state);
  return { items: [...everything, ...latest.values()], until };
}

function arranged(items: readonly ItemState[], knobs: Knobs): readonly ItemState[] {
  const ordered = knobs.shuffled ? new Seeded(items.length).shuffle(items) : items;
  if (!knobs.duplicates) return ordered;
  return [...ordered, ...ordered.filter((_, index) => index % 7 === 0)];
}

const kept = 64;

/** Runs whose next page may still be asked for; links age, so only so many are kept. */
export class Runs {
  readonly #runs = new Map<number, Run>();
  #last = 0;

  keep(run: Run): number {
    this.#last += 1;
    this.#runs.set(this.#last, run);
    this.#runs.delete(this.#last - kept);
    return this.#last;
  }

  get(id: number): Run | undefined {
    return this.#runs.get(id);
  }
}

import type { Deed } from './change.ts';
import type { ItemState } from './item.ts';
import type { Person } from './people.ts';

/** One thing somebody did to an item, as the activity feed tells it. */
export interface DiaryEntry {
  readonly id: string;
  readonly kind: Deed;
  readonly item: ItemState;
  readonly person: Person;
  readonly oldName: string;
  readonly at: number;
}

/** Who did what in one drive. Whatever nobody did, and what only lists an item, is not in it. */
export class Diary {
  readonly #entries: DiaryEntry[] = [];

  add(entry: Omit<DiaryEntry, 'id' | 'at'>): void {
    if (entry.kind === 'touched' || entry.kind === 'relisted') return;
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32BE(this.#entries.length + 1);
    this.#entries.push({ ...entry, id: bytes.toString('base64'), at: Date.now() });
  }

  /** Newest first, what happened up to then. */
  until(at: number): readonly DiaryEntry[] {
    return this.#entries.filter((entry) => entry.at <= at).toReversed();
  }
}

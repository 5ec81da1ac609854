import type { Deed } from './change.ts';
import type { ItemState } from './item.ts';
import type { Person } from './people.ts';

/** One thing somebody did to an item, or said about it, as the activity feed tells it. */
export interface DiaryEntry {
  readonly id: string;
  readonly kind: Deed | 'commented' | 'mentioned';
  readonly item: ItemState;
  readonly person: Person;
  readonly oldName: string;
  /** Of a comment. */
  readonly thread?: Thread;
  /** Of a mention, in a comment or by itself. */
  readonly mentionees?: readonly Person[];
  readonly at: number;
}

interface Thread {
  readonly isReply: boolean;
  /** Who began it. */
  readonly parentAuthor: Person;
  readonly participants: readonly Person[];
}

type Said = Pick<DiaryEntry, 'item' | 'person' | 'mentionees'>;

/** Who did what in one drive. Whatever nobody did, and what only lists an item, is not in it. */
export class Diary {
  readonly #entries: DiaryEntry[] = [];

  add(entry: Omit<DiaryEntry, 'id' | 'at'>): void {
    if (entry.kind === 'touched' || entry.kind === 'relisted') return;
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32BE(this.#entries.length + 1);
    this.#entries.push({ ...entry, id: bytes.toString('base64'), at: Date.now() });
  }

  /** A reply goes on with the item's latest thread; everything else begins one. */
  addComment(said: Said, isReply: boolean): void {
    const { item, person } = said;
    const latest = this.#entries.findLast(({ item: { id }, thread }) => id === item.id && thread);
    const before = isReply ? latest?.thread : undefined;
    const thread = {
      isReply: before !== undefined,
      parentAuthor: before?.parentAuthor ?? person,
      participants: [...new Set([...(before?.participants ?? []), person])],
    };
    this.add({ ...said, kind: 'commented', oldName: item.name, thread });
  }

  /** Newest first, what happened up to then. */
  until(at: number): readonly DiaryEntry[] {
    return this.#entries.filter((entry) => entry.at <= at).toReversed();
  }
}

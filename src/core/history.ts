import type { ActivityRow } from '../shared/activity.ts';
import type { ActivityPage, Outcome } from '../shared/ipc.ts';
import { describe } from './describe.ts';
import type { Graph } from './graph/graph.ts';
import { readItem } from './graph/item.ts';
import type { Wishes } from './notices/wishes.ts';
import type { Opener } from './opener.ts';
import type { Log } from './ports.ts';
import { Search, type SearchParts } from './search/search.ts';
import type { Activity } from './store/activity.ts';

export interface HistoryParts extends SearchParts {
  readonly activity: Activity;
  readonly opener: Opener;
  readonly watchedOf: (watchId: string) => WatchedBy | null;
  readonly readBy: () => Wishes['readBy'];
  readonly log: Log;
  readonly onChange: () => void;
}

/** A drive at work, and whose it is. */
interface WatchedBy {
  readonly driveId: string;
  readonly accountId: string;
  readonly graph: Graph;
}

/** What has happened, as a person reads it: page by page, searched, opened, marked as read. */
export class History {
  readonly #parts: HistoryParts;
  readonly #search: Search;
  readonly #end = new AbortController();
  /** What the last `markRead` has marked. */
  #undo: readonly number[] = [];

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#search = new Search(parts);
  }

  stop(): void {
    this.#end.abort();
    this.#search.stop();
  }

  /** Below the id `before`, newest first. */
  page(before: number | null, limit: number): Outcome<ActivityPage> {
    return pageOf(this.#parts.activity.page(before, limit), limit);
  }

  /** Only what holds all words of the text. */
  async find(text: string, before: number | null, limit: number): Promise<Outcome<ActivityPage>> {
    try {
      return pageOf(await this.#search.find(text, before, limit), limit);
    } catch (thrown) {
      this.#parts.log.warn('not-searched', { why: describe(thrown) });
      return { ok: false, code: 'internal' };
    }
  }

  /** Opens the item's own page, looked up by id and checked anew. */
  async openItem(activityId: number): Promise<Outcome<void>> {
    const { activity, opener, readBy, onChange } = this.#parts;
    const page = activity.itemPage(activityId);
    const opened = await opener.open(page?.webUrl ?? null, page?.accountId ?? null);
    if (opened.ok) {
      if (readBy() !== 'hand') activity.markOne(activityId, true);
      onChange();
    }
    return opened;
  }

  /** Opens the page of the folder that an item is in, as Microsoft names it now. */
  async openFolder(activityId: number): Promise<Outcome<void>> {
    const { activity, opener, watchedOf } = this.#parts;
    const folder = activity.folderOf(activityId);
    const watched = folder && watchedOf(folder.watchId);
    if (!watched) return { ok: false, code: 'not-found' };
    const { graph, accountId, driveId } = watched;
    const asking = { signal: this.#end.signal, urgency: 'awaited' } as const;
    const item = await readItem(graph, driveId, folder.folderId, asking);
    return opener.open(item?.webUrl ?? null, accountId);
  }

  markRead(upTo: number): Outcome<void> {
    return this.#changed(() => {
      this.#undo = this.#parts.activity.markRead(upTo);
    });
  }

  undoMarkRead(): Outcome<void> {
    return this.#changed(() => {
      this.#parts.activity.markUnread(this.#undo);
      this.#undo = [];
    });
  }

  markOne(activityId: number, isRead: boolean): Outcome<void> {
    return this.#changed(() => this.#parts.activity.markOne(activityId, isRead));
  }

  #changed(change: () => void): Outcome<void> {
    change();
    this.#parts.onChange();
    return { ok: true, value: undefined };
  }
}

function pageOf(rows: readonly ActivityRow[], limit: number): Outcome<ActivityPage> {
  const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
  return { ok: true, value: { rows, next } };
}

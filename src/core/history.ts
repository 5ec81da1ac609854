import type {
  ActivityGroups,
  ActivityPage,
  ActivityPageQuery,
  ActivityQuery,
  DayPicture,
  GroupBy,
} from '../shared/activity-query.ts';
import { setImmediate as turn } from 'node:timers/promises';
import type { FailureCode, Outcome } from '../shared/ipc.ts';
import { describe } from './describe.ts';
import type { Graph, GraphFailure } from './graph/graph.ts';
import { readItem } from './graph/item.ts';
import type { Wishes } from './notices/wishes.ts';
import type { Opener } from './opener.ts';
import { done, notFound } from './outcome.ts';
import type { Clipboard, Clock, Log } from './ports.ts';
import { isOfAnything } from './search/narrow.ts';
import { Search, type SearchParts } from './search/search.ts';
import type { Activity } from './store/activity.ts';
import { versionsPage } from './graph/versions.ts';

export interface HistoryParts extends SearchParts {
  readonly activity: Activity;
  readonly opener: Opener;
  readonly watchedOf: (watchId: string) => WatchedBy | null;
  readonly readBy: () => Wishes['readBy'];
  readonly clipboard: Clipboard;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
  /** What was told is gone, over these watches or, null, over all; of these drives, in one spelling, something was. */
  readonly onCleared: (driveIds: ReadonlySet<string>, watchIds: readonly string[] | null) => void;
}

/** A drive at work, and whose it is. */
interface WatchedBy {
  readonly driveId: string;
  readonly accountId: string;
  readonly graph: Graph;
}

type Removing = Generator<void, ReadonlySet<string>>;

/** What has happened, as a person reads it: page by page, searched, opened, marked as read. */
export class History {
  readonly #parts: HistoryParts;
  readonly #search: Search;
  readonly #end = new AbortController();
  /** What is being deleted for good. */
  readonly #forgetting = new Set<Removing>();
  /** What the last `markRead` has marked. */
  #undo: readonly number[] = [];

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#search = new Search(parts);
  }

  stop(): void {
    this.#end.abort();
    this.#search.stop();
    // Nobody would delete it later.
    for (const removing of this.#forgetting) while (!removing.next().done);
  }

  /** What is looked for is found in a thread; all there is, here. */
  async find(query: ActivityPageQuery): Promise<Outcome<ActivityPage>> {
    if (isWhole(query)) return this.page(query.before, query.limit);
    return this.#searched(this.#search.find(query));
  }

  /** Below the id `before`, newest first. */
  page(before: number | null, limit: number): Outcome<ActivityPage> {
    const rows = this.#parts.activity.page(before, limit);
    const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
    return { ok: true, value: { rows, next } };
  }

  groups(by: GroupBy, query: ActivityQuery): Promise<Outcome<ActivityGroups>> {
    return this.#searched(this.#search.groups(by, query));
  }

  people(text: string): Promise<Outcome<readonly string[]>> {
    return this.#searched(this.#search.people(text));
  }

  day(at: number | null): Promise<Outcome<DayPicture>> {
    return this.#searched(this.#search.day(at ?? this.#parts.clock.now()));
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

  /** Opens SharePoint's page of a file's versions. */
  async openVersions(activityId: number): Promise<Outcome<void>> {
    const { activity, opener, watchedOf } = this.#parts;
    const item = activity.itemOf(activityId);
    const watched = item && watchedOf(item.watchId);
    if (!watched) return notFound;
    const { graph, accountId, driveId } = watched;
    const asking = { signal: this.#end.signal, urgency: 'awaited' } as const;
    const page = await versionsPage(graph, driveId, item.itemId, asking);
    return page.ok ? opener.open(page.value, accountId) : { ok: false, code: whyNot(page) };
  }

  /** To the clipboard: the item's own page, checked as if it were opened. */
  async copyLink(activityId: number): Promise<Outcome<void>> {
    const { activity, opener, clipboard } = this.#parts;
    const page = activity.itemPage(activityId);
    if (!page) return notFound;
    const link = opener.safeLink(page.webUrl, page.accountId);
    if (link === null) return { ok: false, code: 'link-not-allowed' };
    const isCopied = await clipboard.write(link);
    return isCopied ? done : { ok: false, code: 'copy-failed' };
  }

  /** Opens the page of the folder that an item is in, as Microsoft names it now. */
  async openFolder(activityId: number): Promise<Outcome<void>> {
    const { activity, opener, watchedOf } = this.#parts;
    const folder = activity.folderOf(activityId);
    const watched = folder && watchedOf(folder.watchId);
    if (!watched) return notFound;
    const { graph, accountId, driveId } = watched;
    const asking = { signal: this.#end.signal, urgency: 'awaited' } as const;
    const item = await readItem(graph, driveId, folder.folderId, asking);
    return item.ok ? opener.open(item.value.webUrl, accountId) : { ok: false, code: whyNot(item) };
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

  /** Forgets all that was told. */
  async clear(): Promise<Outcome<void>> {
    this.#undo = [];
    const driveIds = await this.#removed(this.#parts.activity.clear());
    // What is left is cleared when somebody asks again.
    if (!driveIds) return { ok: false, code: 'cancelled' };
    return this.#changed(() => this.#parts.onCleared(driveIds, null));
  }

  /** Forgets what was told over these watches, and of an account's drives. */
  async forget(accountId: string | null, watchIds: readonly string[]): Promise<void> {
    const removing = this.#parts.activity.removeOf(accountId, watchIds);
    this.#forgetting.add(removing);
    try {
      const driveIds = await this.#removed(removing);
      if (driveIds) this.#changed(() => this.#parts.onCleared(driveIds, watchIds));
    } finally {
      this.#forgetting.delete(removing);
    }
  }

  /** Others have their turn meanwhile. Null: the app ends. */
  async #removed(removing: Removing): Promise<ReadonlySet<string> | null> {
    for (;;) {
      const { done: isDone, value: driveIds } = removing.next();
      if (isDone) return driveIds;
      await turn();
      if (this.#end.signal.aborted) return null;
    }
  }

  async #searched<T>(found: Promise<T>): Promise<Outcome<T>> {
    try {
      return { ok: true, value: await found };
    } catch (thrown) {
      this.#parts.log.warn('not-searched', { why: describe(thrown) });
      return { ok: false, code: 'internal' };
    }
  }

  #changed(change: () => void): Outcome<void> {
    change();
    this.#parts.onChange();
    return done;
  }
}

/** What could not be asked for is not gone. */
function whyNot({ code }: GraphFailure): FailureCode {
  return code === 'gone' || code === 'refused' ? 'not-found' : code;
}

function isWhole(query: ActivityPageQuery): boolean {
  const { text, unreadOnly, between } = query;
  return isOfAnything(query) && text.trim() === '' && !unreadOnly && between === null;
}

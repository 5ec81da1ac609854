import type { ActivityRow } from '../shared/activity.ts';
import type { ActivityPage, Outcome } from '../shared/ipc.ts';
import { describe } from './describe.ts';
import type { Opener } from './opener.ts';
import type { Log } from './ports.ts';
import { Search, type SearchParts } from './search/search.ts';
import type { Account } from './settings.ts';
import type { Activity } from './store/activity.ts';

export interface HistoryParts extends SearchParts {
  readonly activity: Activity;
  readonly opener: Opener;
  readonly accountOf: (accountId: string | null) => Account | undefined;
  readonly log: Log;
  readonly onChange: () => void;
}

/** What has happened, as a person reads it: page by page, searched, opened, marked as read. */
export class History {
  readonly #parts: HistoryParts;
  readonly #search: Search;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#search = new Search(parts);
  }

  stop(): void {
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
    const { activity, opener, accountOf, onChange } = this.#parts;
    const page = activity.itemPage(activityId);
    const opened = await opener.open(page?.webUrl ?? null, accountOf(page?.accountId ?? null));
    if (opened.ok) {
      activity.markOneRead(activityId);
      onChange();
    }
    return opened;
  }

  markRead(upTo: number): Outcome<void> {
    this.#parts.activity.markRead(upTo);
    this.#parts.onChange();
    return { ok: true, value: undefined };
  }
}

function pageOf(rows: readonly ActivityRow[], limit: number): Outcome<ActivityPage> {
  const next = rows.length < limit ? null : (rows.at(-1)?.id ?? null);
  return { ok: true, value: { rows, next } };
}

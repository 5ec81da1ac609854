import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type {
  ActivityGroups,
  ActivityPage,
  ActivityPageQuery,
  ActivityQuery,
  DayPicture,
  GroupBy,
} from '../../shared/activity-query.ts';
import { hoursOf, pictureOf } from './day.ts';
import { Facets } from './facets.ts';
import { matchOf } from './find.ts';
import { hasFacets } from './narrow.ts';
import type { Narrowing, Questions, Topic } from './questions.ts';
import { Thread, type ThreadParts } from './thread.ts';
import { Words } from './words.ts';

export interface SearchParts extends ThreadParts {
  readonly database: DatabaseSync;
}

/** What is gathered a few rows at a time, so that nothing else may have to wait for it. */
interface Gathered {
  /** Whether there is more. */
  gather(): boolean;
}

const nothing: ActivityPage = { rows: [], next: null };

/** Searches the activity list, in a thread that lives as long as somebody searches. Throws when it cannot. */
export class Search {
  readonly #parts: SearchParts;
  readonly #end = new AbortController();
  #words: Words | null = null;
  #facets: Facets | null = null;
  #thread: Thread | null = null;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  async find(query: ActivityPageQuery): Promise<ActivityPage> {
    const narrowing = narrowingOf(query);
    if (narrowing === null) return nothing;
    await this.#gather(narrowing);
    const { before, limit } = query;
    return this.#ask('rows', { ...narrowing, before, limit });
  }

  async groups(by: GroupBy, query: ActivityQuery): Promise<ActivityGroups> {
    const narrowing = narrowingOf(query);
    if (narrowing === null) return { groups: [], hasMore: false };
    await this.#gather(narrowing, true);
    return this.#ask('groups', by, narrowing);
  }

  async people(text: string): Promise<readonly string[]> {
    await this.#gather(null);
    return this.#ask('people', text);
  }

  /** The day in which this moment is, by the clock on the wall. */
  async day(at: number): Promise<DayPicture> {
    await this.#gather(null);
    const hours = hoursOf(at);
    return pictureOf(hours, await this.#ask('counts', hours));
  }

  stop(): void {
    this.#end.abort(new Error('The search has ended.'));
    this.#thread?.end();
  }

  async #ask<K extends Topic>(
    topic: K,
    ...asked: Parameters<Questions[K]>
  ): Promise<ReturnType<Questions[K]>> {
    this.#end.signal.throwIfAborted();
    // One that has ended may say so when another is at work.
    this.#thread ??= new Thread(this.#parts, (ended) => {
      if (this.#thread === ended) this.#thread = null;
    });
    return this.#thread.ask(topic, ...asked);
  }

  /** What the answer is taken from. */
  async #gather(narrowing: Narrowing | null, byFacets = narrowing === null): Promise<void> {
    const { database } = this.#parts;
    const needed: Gathered[] = [];
    if (byFacets || (narrowing && hasFacets(narrowing))) {
      needed.push((this.#facets ??= new Facets(database)));
    }
    if (narrowing && narrowing.match !== null) needed.push((this.#words ??= new Words(database)));
    for (const one of needed) {
      while (one.gather()) {
        await setImmediate();
        this.#end.signal.throwIfAborted();
      }
    }
  }
}

/** Null: the text holds no word that anything could have. */
function narrowingOf({ text, ...query }: ActivityQuery): Narrowing | null {
  const match = matchOf(text);
  return match === null && text.trim() !== '' ? null : { ...query, match };
}

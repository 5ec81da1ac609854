import type { ActivityFeed } from './activity-feed.ts';
import { type Deleter, type Deletion, deletersOf, earliestOf } from './deleters.ts';
import { describe } from '../describe.ts';
import type { Person } from '../graph/wire.ts';
import type { Graph } from '../graph/graph.ts';
import type { Log } from '../ports.ts';
import { aborted, sleep, timeLimit } from '../time/timing.ts';

const mostMs = 3000;
const mostPages = 2;
/** The feed may be behind the drive. */
const againMs = 1200;
const restMs = 60 * 60_000;
const fruitlessMost = 3;
const claimedMost = 1000;

export interface WhoDeletedParts {
  readonly feed: ActivityFeed;
  readonly graph: Graph;
  readonly log: Log;
}

/** Asks one drive's activity feed who deleted what. Nobody waits long for it, and nobody hears of it when it fails. */
export class WhoDeleted {
  readonly #parts: WhoDeletedParts;
  #restsUntil = Number.NEGATIVE_INFINITY;
  #fruitless = 0;
  /** Activities that stand for a deletion already. */
  readonly #claimed = new Set<string>();

  constructor(parts: WhoDeletedParts) {
    this.#parts = parts;
  }

  /** Whether asking is worth a try. */
  get isOffered(): boolean {
    return this.#parts.feed.isOffered && performance.now() >= this.#restsUntil;
  }

  /**
   * Who deleted what, by row, as far as it can be known within three seconds. `since`: when the drive
   * was last read before, in Microsoft's time. Never throws.
   */
  async find(
    deletions: readonly Deletion[],
    since: number,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, Person>> {
    const found = new Map<number, Person>();
    if (deletions.length === 0 || !this.isOffered) return found;
    using limit = timeLimit(signal, mostMs);
    const over = aborted(limit.signal);
    const looking = this.#look({ deletions, since, found }, limit.signal).catch((thrown: unknown) =>
      this.#parts.log.warn('deleters-not-found', { why: describe(thrown) }),
    );
    await Promise.race([looking, over]);
    if (!signal.aborted) this.#judge(found.size > 0);
    // What comes too late has no part in it.
    return new Map(found);
  }

  async #look(search: Search, signal: AbortSignal): Promise<void> {
    const isAnswered = await this.#ask(search, signal);
    if (!isAnswered || search.found.size === search.deletions.length) return;
    await sleep(againMs, signal);
    if (!signal.aborted && this.isOffered) await this.#ask(search, signal);
  }

  /** Whether the feed was read. */
  async #ask({ deletions, since, found }: Search, signal: AbortSignal): Promise<boolean> {
    const { feed, graph } = this.#parts;
    const span = { since, now: graph.serverTime() };
    const reach = { since: earliestOf(span), mostPages };
    const answer = await feed.read(reach, { signal, urgency: 'reading' });
    if (signal.aborted || !answer.ok) return false;
    const free = answer.activities.filter(({ id }) => !this.#claimed.has(id));
    const open = deletions.filter(({ rowId }) => !found.has(rowId));
    const deleters = deletersOf(open, free, span);
    for (const [rowId, { person }] of deleters) found.set(rowId, person);
    this.#claim([...deleters.values()]);
    return true;
  }

  /** A feed that never tells anything only keeps notices waiting. */
  #judge(isFruitful: boolean): void {
    this.#fruitless = isFruitful ? 0 : this.#fruitless + 1;
    if (this.#fruitless < fruitlessMost) return;
    this.#fruitless = 0;
    this.#restsUntil = performance.now() + restMs;
    this.#parts.log.info('deleters-not-told');
  }

  #claim(deleters: readonly Deleter[]): void {
    for (const id of deleters.flatMap(({ activityIds }) => activityIds)) this.#claimed.add(id);
    for (const id of this.#claimed) {
      if (this.#claimed.size <= claimedMost) return;
      this.#claimed.delete(id);
    }
  }
}

interface Search {
  readonly deletions: readonly Deletion[];
  readonly since: number;
  readonly found: Map<number, Person>;
}

import type { ActivityRow } from '../../shared/activity.ts';
import type { ActivityFeed } from './activity-feed.ts';
import { describe } from '../describe.ts';
import type { Graph } from '../graph/graph.ts';
import type { ItemActivities, ItemActivity } from '../graph/item-activities.ts';
import type { Log } from '../ports.ts';
import { remarksOf } from './remarks.ts';
import type { CommitParts } from '../store/commit.ts';
import { commitRemarks, remarksSince, type RemarkStore } from '../store/remarks.ts';
import { sleep } from '../time/timing.ts';
import type { WakeCause } from '../../shared/diagnostics.ts';

const everyMs = 5 * 60_000;
const inVainMs = 60 * 60_000;
/** The feed is behind by minutes, at times by more. */
const overlapMs = 30 * 60_000;
/** Where a drive was not asked about for long, as when the computer slept over night. */
const mostPages = 20;
const mostTries = 6;

export interface RemarkSearchParts {
  readonly feed: ActivityFeed;
  readonly graph: Graph;
  readonly store: RemarkStore & Pick<CommitParts, 'memory' | 'readers' | 'scopeId' | 'states'>;
  readonly log: Log;
  /** There is activity to be told of. */
  readonly onChanges: () => void;
}

/** Looks for comments and mentions in one drive now and then. Nothing waits for it, and nobody hears of it when it fails. */
export class RemarkSearch {
  readonly #parts: RemarkSearchParts;
  readonly #end = new AbortController();
  #notBefore = Number.NEGATIVE_INFINITY;
  #isWanted = false;
  #isAtWork = false;
  /** How often what is older could not be had. */
  #tries = 0;

  constructor(parts: RemarkSearchParts) {
    this.#parts = parts;
  }

  get #isOffered(): boolean {
    const { feed } = this.#parts;
    return feed.isOffered && feed.givesItems;
  }

  stop(): void {
    this.#end.abort();
  }

  /** A reading has succeeded and found these. */
  found(cause: WakeCause, rows: readonly ActivityRow[]): void {
    if (remarksSince(this.#parts.store) === null) this.#begin();
    // A comment mostly comes with an edit of its file; for the rest there are polls, of which another follows.
    const isDue = performance.now() >= this.#notBefore;
    const isWorth = rows.some((row) => isWorkOnFile(row)) || (cause === 'poll' && isDue);
    if (!isWorth || !this.#isOffered) return;
    this.#isWanted = true;
    if (!this.#isAtWork) void this.#work();
  }

  /** The drive is watched from its first reading on. */
  #begin(): void {
    const { store, graph } = this.#parts;
    const begun = store.states.load(store.watchId).readAt ?? graph.serverTime();
    // The feed's times have no milliseconds.
    commitRemarks(store, [], Math.floor(begun / 1000) * 1000);
  }

  async #work(): Promise<void> {
    const { signal } = this.#end;
    this.#isAtWork = true;
    while (this.#isWanted && !signal.aborted) {
      const wait = this.#notBefore - performance.now();
      if (wait > 0) await sleep(wait, signal);
      this.#isWanted = false;
      if (!signal.aborted) await this.#look(signal);
    }
    this.#isAtWork = false;
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { feed, graph, log, store } = this.#parts;
    const since = remarksSince(store);
    if (since === null || !this.#isOffered) return;
    this.#notBefore = performance.now() + everyMs;
    const askedAt = graph.serverTime();
    try {
      const answer = await feed.read({ since, mostPages }, { signal, urgency: 'upkeep' });
      if (signal.aborted || !answer.ok) return;
      if (isInVain(answer.activities)) this.#notBefore = performance.now() + inVainMs;
      const isAskedAgain = this.#isAskedAgain(answer.missing);
      this.#write(answer.activities, isAskedAgain ? since : Math.max(since, askedAt - overlapMs));
    } catch (thrown) {
      log.warn('remarks-not-told', { why: describe(thrown) });
    }
  }

  /** What could not be had is asked for again; of more than were asked for only the same would come. */
  #isAskedAgain(missing: Missing): boolean {
    this.#tries = missing === 'unreached' ? this.#tries + 1 : 0;
    const isAgain = this.#tries > 0 && this.#tries < mostTries;
    if (missing !== null && !isAgain) this.#parts.log.warn('remarks-missed', { why: missing });
    if (!isAgain) this.#tries = 0;
    return isAgain;
  }

  #write(activities: readonly ItemActivity[], next: number): void {
    const { store, graph, onChanges } = this.#parts;
    const { memory, scopeId } = store;
    const now = graph.serverTime();
    const remarks = remarksOf(activities, { memory, readers: store.readers(), scopeId, now });
    const rows = commitRemarks(store, remarks, next);
    if (rows.length > 0) onChanges();
  }
}

type Missing = Extract<ItemActivities, { readonly ok: true }>['missing'];

function isWorkOnFile({ kinds, itemKind }: ActivityRow): boolean {
  return itemKind === 'file' && kinds.some((kind) => fileWork.has(kind));
}

const fileWork = new Set<ActivityRow['kinds'][number]>(['created', 'edited', 'changed']);

/** Of some feeds nobody hears what the remarks are on. */
function isInVain(activities: readonly ItemActivity[]): boolean {
  const remarks = activities.filter((one) => one.isComment || one.mentioned !== null);
  return remarks.length > 0 && remarks.every((one) => one.item === null);
}

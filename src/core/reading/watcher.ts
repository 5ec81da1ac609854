import type { ActivityRow } from '../../shared/activity.ts';
import { unknownAncestors } from './ancestors.ts';
import { classify } from './classify.ts';
import { describe } from '../describe.ts';
import {
  type DeltaFailure,
  type DeltaPage,
  latestLink,
  readDeltaPage,
  wholeDriveLink,
} from '../graph/delta.ts';
import type { DriveItem } from '../graph/drive-item.ts';
import type { Asking, Graph } from '../graph/graph.ts';
import type { Clock, Log } from '../ports.ts';
import { type CommitParts, commitFirst, commitRun, learnAncestors } from '../store/commit.ts';
import type { DriveState } from '../store/drive-state.ts';
import type { RememberedItem } from '../store/item-memory.ts';

/** Of one run, which is held in memory; a whole reading is written page by page. */
const mostPages = 5000;

export interface WatcherParts {
  readonly driveId: string;
  readonly graph: Graph;
  readonly store: Omit<CommitParts, 'now'>;
  readonly clock: Clock;
  readonly log: Log;
}

type ReadFailure =
  | DeltaFailure
  | { readonly ok: false; readonly code: 'storage-failed' | 'endless' };

/** A reading that failed may have written some of its activity before. */
export type ReadOutcome = ({ readonly ok: true } | ReadFailure) & {
  readonly rows: readonly ActivityRow[];
  /** How many items were listed, told or not; folders aside, which come with whatever changed below them. */
  readonly listed: number;
};

/** Reads one drive's delta feed: what is new becomes activity. Its caller sees to it that reads do not overlap. */
export class Watcher {
  readonly #parts: WatcherParts;
  /** Folders that were looked up and could not be had. */
  readonly #inVain = new Set<string>();

  constructor(parts: WatcherParts) {
    this.#parts = parts;
  }

  /** Reads to the end of the feed. Never throws. */
  async read(reading: Asking): Promise<ReadOutcome> {
    try {
      const { cursor } = this.#load();
      const isForeign = cursor !== null && !this.#parts.graph.owns(cursor);
      const outcome = isForeign ? nothingRead : await this.#readPhase(reading);
      if (!isForeign && !isLost(outcome)) return outcome;
      const again = await this.#startOver(reading);
      const rows = [...outcome.rows, ...again.rows];
      return { ...again, rows, listed: outcome.listed + again.listed };
    } catch (thrown) {
      this.#parts.log.warn('read-broke', { why: describe(thrown) });
      return { ok: false, code: 'storage-failed', rows: [], listed: 0 };
    }
  }

  #readPhase(reading: Asking): Promise<ReadOutcome> {
    const state = this.#load();
    if (state.phase === 'reseeding') return this.#reseed(state, reading);
    return state.cursor === null ? this.#firstLook(state, reading) : this.#readNew(state, reading);
  }

  /** What is there is not looked at, only what comes from now on. Whatever the answer lists is remembered. */
  async #firstLook(state: DriveState, reading: Asking): Promise<ReadOutcome> {
    const pages: (readonly DriveItem[])[] = [];
    return this.#eachPage(state, reading, (page, next) => {
      pages.push(page.items);
      if (page.last) commitFirst(this.#commit(), pages.flat(), next('watching'));
      return [];
    });
  }

  /** Everything again, compared with what is remembered: Microsoft has lost the cursor. */
  async #reseed(state: DriveState, reading: Asking): Promise<ReadOutcome> {
    return this.#eachPage(state, reading, (page, next) => {
      const after = next('reseeding');
      if (!page.last) return this.#tell(page.items, state, after);
      const rows = this.#tell(page.items, state, { ...after, phase: 'reseeding' });
      const missing = this.#parts.store.memory.notSeenSince(state.generation);
      const gone = missing.map((item) => tombstone(item.id));
      const ofGone = this.#tell(gone, state, after);
      this.#nowKnown();
      return [...rows, ...ofGone];
    });
  }

  /** Whoever has met everything has nothing left to learn. */
  #nowKnown(): void {
    const { names, watchId } = this.#parts.store;
    const { state } = names.load(watchId);
    if (state === 'learning' || state === 'stopped')
      names.save(watchId, { state: 'known', link: null });
  }

  /** The usual reading: the pages of one run belong together, and commit together. */
  async #readNew(state: DriveState, reading: Asking): Promise<ReadOutcome> {
    const pages: (readonly DriveItem[])[] = [];
    return this.#eachPage(state, reading, async (page, next) => {
      pages.push(page.items);
      if (!page.last) return [];
      const items = pages.flat();
      if (items.length === 0 && page.link === state.cursor) return [];
      const after = next('watching');
      const rootId = items.find((item) => item.isRoot)?.id ?? after.rootId;
      const top = await this.#meetAncestors(items, rootId, reading);
      return reading.signal.aborted ? [] : this.#tell(items, state, { ...after, rootId: top });
    });
  }

  /** So that places can be named whose folders nobody has listed yet. The drive's root, if it was met. */
  async #meetAncestors(
    items: readonly DriveItem[],
    rootId: string | null,
    { signal }: Asking,
  ): Promise<string | null> {
    const { graph, driveId, store } = this.#parts;
    const isKnown = (id: string): boolean => store.memory.get(id) !== null || this.#inVain.has(id);
    // Where little may be asked places are named as far as they are known.
    if (graph.pace.factor > 1) return rootId;
    const asking = { signal, urgency: 'reading' } as const;
    const found = await unknownAncestors(items, { graph, driveId, rootId, isKnown, asking });
    if (signal.aborted) return rootId;
    learnAncestors(this.#commit(), found);
    for (const parentId of new Set(items.map((item) => item.parentId)))
      if (parentId !== null && !isKnown(parentId)) this.#inVain.add(parentId);
    return found.find((item) => item.isRoot)?.id ?? rootId;
  }

  async #eachPage(
    state: DriveState,
    reading: Asking,
    onPage: (
      page: DeltaPage,
      next: (unfinished: DriveState['phase']) => DriveState,
    ) => readonly ActivityRow[] | Promise<readonly ActivityRow[]>,
  ): Promise<ReadOutcome> {
    const { graph, driveId, clock } = this.#parts;
    const { signal } = reading;
    // Only the first page knows of everything that happened before it was asked for.
    const { onLeave: _, ...further } = reading;
    const begun = clock.now();
    // What is made while a long reading lasts is new as well. The first answer tells Microsoft's time.
    const startedAt = (): number => graph.serverTime() - (clock.now() - begun);
    // A whole reading that goes on covers what came since it began, whenever that was.
    const goesOn = state.phase === 'reseeding' && state.cursor !== null;
    const met = new Set<string>();
    const told: (readonly ActivityRow[])[] = [];
    let listed = 0;
    let link = state.cursor ?? beginning(state, driveId);
    const most = state.phase === 'watching' ? mostPages : Number.POSITIVE_INFINITY;
    for (let count = 0; count < most && !met.has(link); count += 1) {
      met.add(link);
      const page = await readDeltaPage(graph, link, count === 0 ? reading : further);
      if (!page.ok) return { ...page, rows: told.flat(), listed };
      if (page.dropped > 0) this.#parts.log.warn('items-not-understood', { count: page.dropped });
      if (signal.aborted) return { ok: true, rows: told.flat(), listed };
      listed += page.items.filter((item) => !item.isRoot && item.kind !== 'folder').length;
      told.push(
        await onPage(page, (unfinished) => ({
          phase: page.last ? 'watching' : unfinished,
          cursor: page.link,
          generation: state.generation,
          readAt: page.last && !goesOn ? startedAt() : state.readAt,
          rootId: page.items.find((item) => item.isRoot)?.id ?? state.rootId,
        })),
      );
      if (page.last) return { ok: true, rows: told.flat(), listed };
      link = page.link;
    }
    // Going on from a link of the loop would only go round again.
    if (state.phase !== 'watching') {
      this.#save({ ...state, cursor: null, generation: state.generation + 1 });
    }
    return { ok: false, code: 'endless', rows: told.flat(), listed };
  }

  #tell(items: readonly DriveItem[], state: DriveState, after: DriveState): ActivityRow[] {
    const { store, clock, graph } = this.#parts;
    const since = state.readAt ?? graph.serverTime();
    const names = store.names.load(store.watchId).state;
    const classified = classify(items, {
      memory: store.memory,
      readers: store.readers(),
      since,
      now: clock.now(),
      knowsAll: names === 'known',
      isWhole: state.phase === 'reseeding',
      scopeId: store.scopeId,
    });
    const { remember, differences } = classified;
    const isFew = names !== 'folders' && names !== 'learning-folders';
    const told = new Set(differences.map((difference) => difference.itemId));
    const isKept = (item: RememberedItem): boolean =>
      isFew || told.has(item.id) || this.#isKept(item, state);
    const kept = remember.filter((item) => isKept(item));
    return commitRun(this.#commit(), { ...classified, remember: kept }, after);
  }

  /** Of a drive with too many files those that are only listed are not kept. */
  #isKept({ id, kind }: RememberedItem, { phase }: DriveState): boolean {
    const isListed = phase === 'reseeding' && kind !== 'folder';
    return !isListed || this.#parts.store.memory.get(id) !== null;
  }

  async #startOver(reading: Asking): Promise<ReadOutcome> {
    const state = this.#load();
    this.#parts.log.warn('cursor-lost', { phase: state.phase });
    const generation = state.generation + 1;
    this.#save({ ...state, phase: 'reseeding', generation, cursor: null });
    return this.#readPhase(reading);
  }

  #load(): DriveState {
    return this.#parts.store.states.load(this.#parts.store.watchId);
  }

  #save(state: DriveState): void {
    this.#parts.store.states.save(this.#parts.store.watchId, state);
  }

  #commit(): CommitParts {
    return { ...this.#parts.store, now: this.#parts.clock.now() };
  }
}

const nothingRead: ReadOutcome = { ok: true, rows: [], listed: 0 };

// A cursor that Graph cannot read is as lost as one it has forgotten.
function isLost(outcome: ReadOutcome): boolean {
  if (outcome.ok) return false;
  // A tree that cannot be listed just now is no lost cursor.
  if (outcome.code === 'gone') return outcome.graphCode !== 'cannotSnapshotTree';
  return outcome.code === 'refused' && outcome.graphCode === 'invalidRequest';
}

function beginning({ phase }: DriveState, driveId: string): string {
  return phase === 'reseeding' ? wholeDriveLink(driveId) : latestLink(driveId);
}

function tombstone(id: string): DriveItem {
  return {
    id,
    isRoot: false,
    isDeleted: true,
    kind: 'file',
    name: null,
    parentId: null,
    eTag: null,
    content: { hash: null, cTag: null, size: null, modifiedAt: null },
    createdAt: null,
    modifiedAt: null,
    createdBy: null,
    modifiedBy: null,
    shareScope: null,
    webUrl: null,
  };
}

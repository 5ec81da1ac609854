import { Backoff } from '../time/backoff.ts';
import { describe } from '../describe.ts';
import {
  type DeltaFailure,
  type DeltaPage,
  readDeltaPage,
  wholeDriveLink,
} from '../graph/delta.ts';
import type { Graph } from '../graph/graph.ts';
import type { Log } from '../ports.ts';
import { type CommitParts, commitNames } from '../store/commit.ts';
import { isBeingLearned, type NamesState } from '../store/names-state.ts';
import { sleep } from '../time/timing.ts';

const settledPages = 5;
const settledMs = 5000;

/** Drives of more items than this are known by their folders alone. */
const mostNames = 300_000;

export interface NamesParts {
  readonly driveId: string;
  readonly graph: Graph;
  readonly store: Omit<CommitParts, 'now'>;
  readonly log: Log;
  /** Resolves to whether a reading of what is new has been made from now on. */
  readonly read: () => Promise<boolean>;
  readonly onChange: () => void;
  readonly most?: number;
}

/** Learns the names of what was in a drive before it was watched: page by page, in the background. */
export class Names {
  readonly #parts: NamesParts;
  #end = new AbortController();
  #isAtWork = false;
  #known: number | null = null;
  #pages = 0;
  readonly #met = new Set<string>();
  #isLong = false;

  constructor(parts: NamesParts) {
    this.#parts = parts;
  }

  get state(): NamesState['state'] {
    return this.#load().state;
  }

  /** They are known, or will not be for a while. */
  get isSettled(): boolean {
    return this.#isLong || !isBeingLearned(this.#load());
  }

  /** Names known so far while they are being learned, else null. */
  get known(): number | null {
    return isBeingLearned(this.#load()) ? (this.#known ??= this.#count()) : null;
  }

  /** Goes on where it was, if there is anything left to learn. */
  start(): void {
    if (!this.#isAtWork) void this.#learn();
  }

  stop(): void {
    this.#end.abort();
  }

  /** What was asked is not waited for any more. */
  again(): void {
    this.stop();
    this.#end = new AbortController();
    this.#isAtWork = false;
    this.start();
  }

  /** Whether the names are wanted at all: somebody may not want a large drive to be read. */
  want(isWanted: boolean): void {
    const { state, link } = this.#load();
    if (isWanted === (state !== 'stopped') || state === 'known' || state === 'folders') return;
    this.#save({ state: isWanted ? 'learning' : 'stopped', link });
    if (isWanted) this.again();
    else this.stop();
    this.#parts.onChange();
  }

  async #learn(): Promise<void> {
    const { signal } = this.#end;
    const backoff = new Backoff(2000, 10 * 60_000);
    this.#isAtWork = true;
    void this.#takesLong(signal);
    while (!signal.aborted && isBeingLearned(this.#load())) {
      const failed = await this.#page(signal).catch((thrown: unknown) => this.#broke(thrown));
      if (signal.aborted) return;
      if (failed === null) {
        backoff.reset();
        continue;
      }
      this.#settle();
      await sleep(backoff.after(failed.waitMs), signal);
    }
    this.#isAtWork = false;
  }

  async #takesLong(signal: AbortSignal): Promise<void> {
    await sleep(settledMs, signal);
    if (!signal.aborted) this.#settle();
  }

  #settle(): void {
    if (this.#isLong) return;
    this.#isLong = true;
    this.#parts.onChange();
  }

  /** One page: null when it is learned. */
  async #page(signal: AbortSignal): Promise<{ readonly waitMs: number } | null> {
    const { graph, driveId, log } = this.#parts;
    const { link } = this.#load();
    const asked = link ?? wholeDriveLink(driveId);
    const page = await readDeltaPage(graph, asked, { signal, urgency: 'upkeep' });
    if (signal.aborted) return null;
    if (!page.ok) return this.#failed(page);
    // The page may hold what has just changed: that has to be told first, or it never will be.
    if (!(await this.#parts.read())) return { waitMs: 0 };
    if (signal.aborted) return null;
    // Going on from a link of a loop would only go round again.
    const isLoop = !page.last && (page.link === link || this.#met.has(page.link));
    if (isLoop) log.warn('names-endless');
    this.#keep(page, isLoop);
    this.#met.add(page.link);
    return null;
  }

  /** A full disk, at most: it goes on once there is room. */
  #broke(thrown: unknown): { readonly waitMs: number } {
    this.#parts.log.warn('names-broke', { why: describe(thrown) });
    return { waitMs: 0 };
  }

  #failed(page: DeltaFailure): { readonly waitMs: number } {
    const { state, link } = this.#load();
    this.#parts.log.warn('names-not-read', { failure: page.code });
    const isLost = page.code === 'gone' || page.code === 'refused';
    if (isLost && link !== null) this.#save({ state, link: null });
    return { waitMs: 'retryAfterMs' in page ? (page.retryAfterMs ?? 0) : 0 };
  }

  #keep(page: DeltaPage, isLoop: boolean): void {
    const { store, most = mostNames, onChange } = this.#parts;
    // A whole reading may have made this one needless meanwhile.
    if (!isBeingLearned(this.#load())) return;
    const known = (this.#known ??= this.#count());
    const foldersOnly = this.#load().state === 'learning-folders' || known >= most;
    const after = isLoop ? unfinished : afterPage(page, foldersOnly);
    this.#known = known + commitNames(store, page.items, { after, foldersOnly });
    this.#pages += 1;
    if (this.#pages >= settledPages) this.#isLong = true;
    onChange();
  }

  #count(): number {
    return this.#parts.store.memory.count();
  }

  #load(): NamesState {
    const { names, watchId } = this.#parts.store;
    return names.load(watchId);
  }

  #save(state: NamesState): void {
    const { names, watchId } = this.#parts.store;
    names.save(watchId, state);
  }
}

const unfinished: NamesState = { state: 'stopped', link: null };

function afterPage({ last, link }: DeltaPage, foldersOnly: boolean): NamesState {
  if (last) return { state: foldersOnly ? 'folders' : 'known', link: null };
  return { state: foldersOnly ? 'learning-folders' : 'learning', link };
}

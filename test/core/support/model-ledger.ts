/* oxlint-disable vitest/valid-expect, vitest/no-standalone-expect -- Whoever keeps the ledger expects; the second argument says when it was. */
import { expect } from 'vitest';
import type { Clock } from '../../../src/core/ports.ts';
import type { DriveState } from '../../../src/core/store/drive-state.ts';
import type { RememberedItem } from '../../../src/core/store/item-memory.ts';
import { markOf } from '../../../src/core/store/mark.ts';
import type { NamesState } from '../../../src/core/store/names-state.ts';
import type { Store } from './doubles.ts';
import { eTagOf, type ModelDrive, type ModelItem, type ModelState } from './model-drive.ts';
import type { ModelFeed, Served } from './model-feed.ts';
import { differences, type Knowing, nameless, type Told, withEntries } from './model-oracle.ts';
import { stateAt } from './model-runs.ts';
import { toldSince } from './model-store.ts';
import { type ContentKey, sizeOf } from './model-wire.ts';

export interface LedgerParts {
  readonly store: Store;
  readonly drive: ModelDrive;
  readonly feed: ModelFeed;
  readonly clock: Clock;
  readonly contentKey: ContentKey;
  readonly mostNames: number;
}

/** What the store holds at one moment. */
interface Look {
  readonly items: ModelState;
  readonly drive: DriveState;
  readonly names: NamesState['state'];
  readonly buried: ReadonlySet<string>;
  readonly stale: ReadonlySet<string>;
}

/** Compares what is told with what has changed in the memory, and the memory with the drive. */
export class Ledger {
  readonly #parts: LedgerParts;
  #last: Look;
  #row = 0;
  #since: number;
  #first: ModelState = new Map();
  #begunAt: number;
  /** A whole reading cannot tell what came with its old dates from what was there. */
  #hasLost: boolean;
  readonly #told: Set<string>;

  constructor(parts: LedgerParts, earlier: Ledger | null) {
    this.#parts = parts;
    this.#row = earlier ? earlier.#row : 0;
    this.#since = earlier ? earlier.#since : parts.drive.now;
    this.#first = earlier ? earlier.#first : new Map();
    this.#begunAt = earlier ? earlier.#begunAt : parts.drive.now;
    this.#hasLost = earlier ? earlier.#hasLost : false;
    this.#told = earlier ? earlier.#told : new Set();
    this.#last = earlier ? earlier.#last : this.#look();
  }

  /** From here on everything counts; nothing must have been told. */
  begin(): void {
    expect(toldSince(this.#parts.store, 0)).toEqual([]);
    this.#begunAt = this.#parts.drive.now;
    this.#last = this.#look();
    this.#first = stateAt(this.#parts.drive, this.#seen(this.#last) ?? 0);
  }

  check(when: string): void {
    const { store, feed } = this.#parts;
    if (store.database.isTransaction) return;
    const now = this.#look();
    const rows = toldSince(store, this.#row);
    for (const { isTold, told } of rows) expect(isTold, when).toBe(told.own);
    const told = rows.map((one) => one.told);
    expect(inOrder(told), when).toEqual(inOrder(this.#expected(this.#last, now)));
    for (const { itemId } of told) this.#told.add(itemId);
    this.#row = rows.at(-1)?.row ?? this.#row;
    this.#expectMemory(now, when);
    this.#since = feed.cursor(now.drive.cursor)?.beganAt ?? this.#since;
    this.#hasLost ||= now.names !== 'known' && now.drive.phase === 'reseeding';
    this.#last = now;
  }

  /** Files that are not as they were, and of which no row tells. */
  untold(): readonly string[] {
    const now = this.#parts.drive.state;
    const differ = (item: ModelItem): boolean => {
      const first = this.#first.get(item.id);
      if (!first) return !this.#hasLost || item.createdAt >= this.#begunAt;
      const isElsewhere = first.name !== item.name || first.parentId !== item.parentId;
      if (item.kind === 'folder') return false;
      return isElsewhere || sizeOf(first) !== sizeOf(item);
    };
    return [...now.values()]
      .filter((item) => differ(item) && !this.#told.has(item.id))
      .map((item) => `${item.id} ${item.name}`);
  }

  get names(): NamesState['state'] {
    return this.#last.names;
  }

  #look(): Look {
    const { store, drive } = this.#parts;
    const remembered = store.memory.notSeenSince(Number.MAX_SAFE_INTEGER);
    const items = remembered.map((item) => this.#versionOf(item));
    const state = store.states.load(store.watchId);
    const ids = new Set(drive.moments.flatMap(({ own, taken }) => [...own, ...taken]));
    return {
      items: new Map(items.map((item) => [item.id, item])),
      drive: state,
      names: store.names.load(store.watchId).state,
      buried: new Set([...ids].filter((id) => store.memory.wasBuried(id))),
      stale: new Set(store.memory.notSeenSince(state.generation).map((item) => item.id)),
    };
  }

  /** The very version that is remembered, whole. */
  #versionOf(item: RememberedItem): ModelItem {
    const version = this.#parts.drive.version(item.eTag);
    if (!version) throw new Error(`No version of ${item.id} is like that.`);
    expect(item).toEqual(rememberedOf(version, this.#parts.contentKey));
    return version;
  }

  #expected(before: Look, now: Look): readonly Told[] {
    const { contentKey, clock, feed } = this.#parts;
    const knowing: Knowing = {
      buried: before.buried,
      knowsAll: before.names === 'known',
      since: this.#since,
      now: clock.now(),
      isWhole: now.drive.phase === 'reseeding' || before.drive.phase === 'reseeding',
      contentKey,
    };
    if (knowing.knowsAll) return differences({ before: before.items, after: now.items }, knowing);
    const { served } = feed;
    if (!served || served.link !== now.drive.cursor) return [];
    if (served.link === before.drive.cursor && before.drive.phase === now.drive.phase) return [];
    return this.#expectedOf(served, { before, now }, knowing);
  }

  /** While not all is known: what the entries of a run, or of a page, say. */
  #expectedOf(
    { run, index, isLast }: Served,
    { before, now }: { readonly before: Look; readonly now: Look },
    knowing: Knowing,
  ): readonly Told[] {
    const isPaged = before.drive.phase === 'reseeding' || run.isWhole;
    const entries = isPaged ? (run.pages[index] ?? []) : run.pages.flat();
    const known = new Map(before.items);
    for (const item of this.#parts.feed.lookedUp)
      if (!known.has(item.id) && !before.buried.has(item.id)) known.set(item.id, item);
    const listed = withEntries(known, entries);
    const met = new Set(entries.map((entry) => entry.id));
    const isOver = isPaged && isLast && now.drive.phase === 'watching';
    const isMissing = (id: string): boolean => isOver && before.stale.has(id) && !met.has(id);
    const after = new Map([...listed].filter(([id]) => !isMissing(id)));
    const pair = { before: known, after };
    const isKept = (item: ModelItem): boolean =>
      !isPaged || item.kind === 'folder' || before.items.has(item.id) || !isFew(before.names);
    for (const [id, item] of after) if (isKept(item)) expect(now.items.get(id), id).toEqual(item);
    return [
      ...differences(pair, { ...knowing, isWhole: isPaged }),
      ...nameless(entries, pair, knowing),
    ];
  }

  #seen(look: Look): number | null {
    return this.#parts.feed.cursor(look.drive.cursor)?.to ?? null;
  }

  /** Once all is known it is what the drive was where the cursor stands. */
  #expectMemory(look: Look, when: string): void {
    const seen = this.#seen(look);
    if (look.names !== 'known' || look.drive.phase !== 'watching' || seen === null) return;
    expect(sorted(look.items), when).toEqual(sorted(stateAt(this.#parts.drive, seen)));
  }
}

function isFew(names: NamesState['state']): boolean {
  return names === 'folders' || names === 'learning-folders';
}

function rememberedOf(item: ModelItem, key: ContentKey): RememberedItem {
  const { id, parentId, name, kind, content, scope, modifiedAt, by } = item;
  const isFile = kind === 'file';
  return {
    id,
    parentId,
    name,
    kind,
    eTag: markOf(eTagOf(item)),
    content: {
      hash: isFile && key === 'hash' ? markOf(`${id}-${content}`) : null,
      cTag: isFile && key !== 'size' ? markOf(`"c:{${id}},${content}"`) : null,
      size: isFile ? sizeOf(item) : null,
      modifiedAt,
    },
    shareScope: scope,
    isMine: by !== 'ada',
  };
}

function sorted(state: ModelState): readonly ModelItem[] {
  return [...state.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function inOrder(rows: readonly Told[]): readonly Told[] {
  return rows
    .map((row) => ({ ...row, kinds: row.kinds.toSorted() }))
    .toSorted((one, other) => (one.itemId < other.itemId ? -1 : 1));
}

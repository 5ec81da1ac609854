import type { Chance } from './model-chance.ts';
import { type ModelDrive, type ModelItem, type ModelState, rootId } from './model-drive.ts';
import type { Entry } from './model-wire.ts';

/** How this service happens to answer. */
export interface Manners {
  /** What a deleted folder took with it is listed as well. */
  readonly listsTaken: boolean;
  readonly listsAncestors: boolean;
  /** As is what was made and deleted since. */
  readonly listsShortLived: boolean;
  /** Items with nothing new are listed now and then. */
  readonly listsUnchanged: boolean;
  readonly mostPerPage: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The entries of what has changed, page by page: in any order, some of them several times, the last being true. */
export function changedPages(
  drive: ModelDrive,
  span: Span,
  manners: Manners,
  chance: Chance,
): readonly (readonly Entry[])[] {
  const final = chance.shuffled(changedEntries(drive, span, manners, chance));
  const entries = withStale(final, drive, span, chance);
  const state = stateAt(drive, span.to);
  return paged(entries, new Set(final), manners, chance).map((page) =>
    manners.listsAncestors ? withAncestors(page, state, chance) : page,
  );
}

/** Everything there is: the folders above each item on its own page. */
export function wholePages(
  drive: ModelDrive,
  to: number,
  manners: Manners,
  chance: Chance,
): readonly (readonly Entry[])[] {
  const state = stateAt(drive, to);
  const entries = chance.shuffled([...state.values()].map((item) => entryOf(item)));
  return paged(entries, new Set(entries), manners, chance).map((page) =>
    withAncestors(page, state, chance),
  );
}

export function entryOf(item: ModelItem): Entry {
  return { id: item.id, item, last: item };
}

export function stateAt({ moments }: ModelDrive, seq: number): ModelState {
  return moments[seq]?.state ?? new Map();
}

function changedEntries(
  drive: ModelDrive,
  { from, to }: Span,
  manners: Manners,
  chance: Chance,
): readonly Entry[] {
  const moments = drive.moments.slice(from + 1, to + 1);
  const own = new Set(moments.flatMap((moment) => [...moment.own]));
  const taken = new Set(moments.flatMap((moment) => [...moment.taken]));
  const state = stateAt(drive, to);
  const before = stateAt(drive, from);
  const ids = [...new Set([...own, ...taken])];
  const entries = ids.flatMap((id) => {
    const item = state.get(id) ?? null;
    if (item) return [entryOf(item)];
    const isOmitted = own.has(id)
      ? !before.has(id) && !manners.listsShortLived
      : !manners.listsTaken;
    const last = lastVersion(drive, id, to);
    return isOmitted || !last ? [] : [{ id, item, last }];
  });
  const unchanged = manners.listsUnchanged
    ? [...state.values()].filter((item) => before.get(item.id) === item && chance.is(10))
    : [];
  const listed = new Set(ids);
  return [...entries, ...unchanged.filter((i) => !listed.has(i.id)).map((i) => entryOf(i))];
}

function lastVersion(drive: ModelDrive, id: string, to: number): ModelItem | null {
  for (let seq = to; seq >= 0; seq -= 1) {
    const item = stateAt(drive, seq).get(id);
    if (item) return item;
  }
  return null;
}

/** Before the true entry some earlier ones of the same item. */
function withStale(
  final: readonly Entry[],
  drive: ModelDrive,
  { from, to }: Span,
  chance: Chance,
): Entry[] {
  const entries = [...final];
  for (const { id } of final) {
    if (!chance.is(25)) continue;
    const seq = from + 1 + chance.below(to - from);
    const item = stateAt(drive, Math.min(seq, to)).get(id) ?? null;
    const last = item ?? lastVersion(drive, id, seq);
    const end = entries.findLastIndex((entry) => entry.id === id);
    if (last) entries.splice(chance.below(end + 1), 0, { id, item, last });
  }
  return entries;
}

/** Pages of any length, some of them empty; some begin with what the one before has ended with. */
function paged(
  entries: readonly Entry[],
  final: ReadonlySet<Entry>,
  { mostPerPage }: Manners,
  chance: Chance,
): readonly (readonly Entry[])[] {
  const pages: Entry[][] = [];
  let rest = [...entries];
  while (rest.length > 0) {
    if (chance.is(10)) pages.push([]);
    const page = rest.slice(0, 1 + chance.below(mostPerPage));
    rest = rest.slice(page.length);
    const again = chance.is(30) ? (pages.at(-1) ?? []).filter((entry) => final.has(entry)) : [];
    pages.push([...again.slice(-2), ...page]);
  }
  if (pages.length === 0 || chance.is(10)) pages.push([]);
  return pages;
}

/** A page with all folders above what it lists. */
export function withAncestors(page: readonly Entry[], state: ModelState, chance: Chance): Entry[] {
  const met = new Set(page.map((entry) => entry.id));
  const above: Entry[] = [];
  for (const { item } of page) {
    let next = item;
    while (next && next.parentId !== rootId) {
      next = state.get(next.parentId) ?? null;
      if (!next || met.has(next.id)) continue;
      met.add(next.id);
      above.push(entryOf(next));
    }
  }
  return chance.is(50) ? [...above, ...page] : [...page, ...above];
}

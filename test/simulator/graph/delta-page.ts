import type { ItemState } from '../cloud/item.ts';
import type { Run } from './delta-run.ts';
import { type ItemSurroundings, itemJson, tombstoneJson } from './item-json.ts';

interface Page {
  readonly value: readonly Record<string, unknown>[];
  /** Null after the last page. */
  readonly nextOffset: number | null;
}

interface Paging {
  readonly offset: number;
  readonly limit: number;
  readonly ancestors: boolean;
}

/** One page: the run's items, and before each the folders above it that the page has not yet. */
export function readPage(run: Run, paging: Paging, surroundings: ItemSurroundings): Page {
  const { limit, ancestors } = paging;
  const value: Record<string, unknown>[] = [];
  const listed = new Map<string, ItemState>();
  let { offset } = paging;
  for (; offset < run.items.length; offset += 1) {
    const item = run.items[offset];
    if (!item) break;
    const above = ancestors ? surroundings.view.ancestors(item) : [];
    const fresh = above.filter(({ id }) => !listed.has(id));
    // A page always gets one step further, however deep its first item lies.
    if (listed.size > 0 && value.length + fresh.length + 1 > limit) break;
    for (const folder of fresh) {
      listed.set(folder.id, folder);
      value.push(itemJson(folder, surroundings));
    }
    if (isRepetition(item, listed, surroundings)) continue;
    listed.set(item.id, item);
    value.push(item.deleted ? tombstoneJson(item, surroundings) : itemJson(item, surroundings));
  }
  return { value, nextOffset: offset < run.items.length ? offset : null };
}

/** A folder already on the page as somebody's ancestor; wanted repetitions are kept. */
function isRepetition(
  item: ItemState,
  listed: ReadonlyMap<string, ItemState>,
  { knobs }: ItemSurroundings,
): boolean {
  return !knobs.duplicates && listed.has(item.id);
}

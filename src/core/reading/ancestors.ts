import type { DriveItem } from '../graph/drive-item.ts';
import { readItem } from '../graph/item.ts';
import type { Asking, Graph } from '../graph/graph.ts';

/** Of one run; each is looked up once, for it is remembered. */
const mostLookups = 20;

interface Looking {
  readonly graph: Graph;
  readonly driveId: string;
  /** The drive's root, where it is known: nothing is above it. */
  readonly rootId: string | null;
  readonly isKnown: (itemId: string) => boolean;
  readonly asking: Asking;
}

/** The folders above items of a run that neither the run nor the item memory knows, as Graph tells them. */
export async function unknownAncestors(
  run: readonly DriveItem[],
  { graph, driveId, rootId, isKnown, asking }: Looking,
): Promise<readonly DriveItem[]> {
  const found: DriveItem[] = [];
  const met = new Set([...run.map((item) => item.id), ...(rootId === null ? [] : [rootId])]);
  const parents = run.flatMap((item) => (item.isDeleted || item.isRoot ? [] : item.parentId));
  const missing = (id: string | null): id is string => id !== null && !met.has(id) && !isKnown(id);
  let lookups = 0;
  for (const parentId of new Set(parents)) {
    for (let next = parentId; missing(next) && lookups < mostLookups;) {
      met.add(next);
      lookups += 1;
      const folder = await readItem(graph, driveId, next, asking);
      if (!folder.ok || asking.signal.aborted) break;
      found.push(folder.value);
      next = folder.value.isRoot ? null : folder.value.parentId;
    }
  }
  return found;
}

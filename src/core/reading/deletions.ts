import type { Circumstances, Difference, Memory } from './classify.ts';
import type { DriveItem } from '../graph/drive-item.ts';
import { isInScope } from './scope.ts';
import type { RememberedItem } from '../store/item-memory.ts';

/** What a run of the feed lists as deleted, and as moved elsewhere. */
export interface Run {
  readonly goneIds: ReadonlySet<string>;
  readonly movedIds: ReadonlySet<string>;
}

/** One listed deletion: what to tell of it, and what to forget. */
export function deletion(
  item: DriveItem,
  run: Run,
  circumstances: Circumstances,
): { difference: Difference | null; forget: readonly string[] } {
  const { memory, since, now, knowsAll, scopeId } = circumstances;
  const known = memory.get(item.id);
  if (!known) {
    // Names that are being learned may still list it.
    const forget = knowsAll ? [] : [...takenWith(item.id, run, memory).toReversed(), item.id];
    return { difference: null, forget };
  }
  // What a deleted folder took with it is told, and found, with the topmost one.
  if (isUnderGone(known, run, memory)) return { difference: null, forget: [item.id] };
  const below = known.kind === 'folder' ? takenWith(item.id, run, memory) : [];
  // The folder last: a crash half way then meets it again.
  const forget = [...below.toReversed(), item.id];
  return {
    forget,
    difference: {
      itemId: item.id,
      kinds: ['deleted'],
      itemKind: known.kind,
      name: known.name,
      oldName: null,
      parentId: known.parentId,
      isMine: known.isMine,
      oldPlace: null,
      actor: null,
      own: false,
      descendants: below.length,
      at: now,
      webUrl: null,
      version: null,
      notBefore: since,
      wasInScope:
        forget.some((id) => id === scopeId) || isInScope(item.id, known.parentId, circumstances),
    },
  };
}

/** Of what was deleted before its name was known only the number can be told. */
export function namelessDeletion(
  gone: readonly DriveItem[],
  run: Run,
  circumstances: Circumstances,
): Difference | null {
  const { memory, since, now, knowsAll } = circumstances;
  if (knowsAll) return null;
  const unknown = gone.filter(
    ({ id, parentId }) =>
      !memory.get(id) &&
      !memory.wasBuried(id) &&
      (parentId === null || !run.goneIds.has(parentId)) &&
      isInScope(id, parentId, circumstances),
  );
  const [first] = unknown;
  if (!first) return null;
  // What is listed as deleted itself is told by its name, with what it took along.
  const unlisted = unknown
    .flatMap(({ id }) => takenWith(id, run, memory))
    .filter((id) => ![id, ...above(memory.get(id), memory)].some((one) => run.goneIds.has(one)));
  return {
    itemId: first.id,
    kinds: ['deleted'],
    itemKind: first.kind,
    name: null,
    oldName: null,
    parentId: unknown.length === 1 ? first.parentId : null,
    isMine: false,
    oldPlace: null,
    actor: null,
    own: false,
    descendants: unknown.length - 1 + unlisted.length,
    at: now,
    webUrl: null,
    version: null,
    notBefore: since,
    wasInScope: true,
  };
}

/** Everything below a deleted folder but what was moved out of it before. */
function takenWith(folderId: string, { movedIds }: Run, memory: Memory): readonly string[] {
  // A folder that was moved into itself is below itself.
  const below = memory.below(folderId).filter((id) => id !== folderId);
  if (!below.some((id) => movedIds.has(id))) return below;
  memory.getAll(below);
  return below.filter((id) => {
    const way = [id, ...above(memory.get(id), memory)];
    const top = way.indexOf(folderId);
    return !(top === -1 ? way : way.slice(0, top)).some((one) => movedIds.has(one));
  });
}

function isUnderGone(known: RememberedItem, { goneIds, movedIds }: Run, memory: Memory): boolean {
  const way = above(known, memory);
  // Should folders ever lie in a circle, each of them is the topmost.
  if (memory.get(way.at(-1) ?? '')?.parentId === known.id) return false;
  const first = way.find((id) => goneIds.has(id) || movedIds.has(id));
  return first !== undefined && goneIds.has(first);
}

/** The remembered folders above an item, nearest first; never itself, though it was moved into itself. */
function above(item: RememberedItem | null, memory: Memory): readonly string[] {
  const met = new Set<string>();
  if (item) met.add(item.id);
  let next = item && item.parentId !== null ? memory.get(item.parentId) : null;
  while (next && !met.has(next.id)) {
    met.add(next.id);
    next = next.parentId === null ? null : memory.get(next.parentId);
  }
  return [...met].slice(1);
}

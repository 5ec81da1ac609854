import type { ChangeKind } from '../../shared/activity.ts';
import { type Change, type Memory } from '../reading/classify.ts';
import { isOwn, type Reader } from '../reading/reader.ts';
import { isInScope } from '../reading/scope.ts';
import type { ItemActivity } from '../graph/item-activities.ts';
import { markOf } from '../store/mark.ts';

export interface RemarkCircumstances {
  readonly memory: Pick<Memory, 'get' | 'place' | 'isWithin'>;
  readonly readers: readonly Reader[];
  /** The item that alone, with what is below it, is of interest; null: all are. */
  readonly scopeId: string | null;
  readonly now: number;
}

/**
 * The comments among what was done in a drive, and where the reader was mentioned; the oldest first.
 * What is remembered of an item is newer than what the feed says of it.
 */
export function remarksOf(
  activities: readonly ItemActivity[],
  circumstances: RemarkCircumstances,
): readonly Change[] {
  return activities
    .toReversed()
    .toSorted((one, other) => one.at - other.at)
    .flatMap((activity) => remark(activity, circumstances) ?? []);
}

function remark(activity: ItemActivity, circumstances: RemarkCircumstances): Change | null {
  const { memory, readers, now } = circumstances;
  const { id, item, actor, at } = activity;
  const kind = kindOf(activity, readers);
  if (kind === null || item === null) return null;
  const known = memory.get(item.id) ?? item;
  const { name, parentId } = known;
  if (name === null || !isInScope(item.id, parentId, circumstances)) return null;
  return {
    itemId: item.id,
    kinds: [kind],
    itemKind: known.kind,
    name,
    oldName: null,
    parentId,
    isMine: 'isMine' in known && known.isMine,
    place: memory.place(parentId),
    oldPlace: null,
    actor: actor?.name ?? null,
    own: isOwn(actor, readers),
    descendants: 0,
    at: Math.min(at, now),
    webUrl: item.webUrl,
    // One remark is told from another by its own id: the item's version may be the same.
    version: markOf(id),
    notBefore: null,
  };
}

function kindOf(
  { isComment, mentioned }: ItemActivity,
  readers: readonly Reader[],
): ChangeKind | null {
  if (mentioned?.some((person) => isOwn(person, readers))) return 'mentioned';
  return isComment ? 'commented' : null;
}

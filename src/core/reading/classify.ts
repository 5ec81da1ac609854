import type { ActivityRow, ChangeKind } from '../../shared/activity.ts';
import { memoryAskedOnce } from './memory-asked-once.ts';
import { deletion, namelessDeletion } from './deletions.ts';
import type { ContentMark, DriveItem } from '../graph/drive-item.ts';
import { isOwn, type Reader } from './reader.ts';
import { isInScope } from './scope.ts';
import type { ContentMarks, RememberedItem } from '../store/item-memory.ts';
import { markOf } from '../store/mark.ts';

/** One classified difference: who, what kind, which item, where, when. */
export interface Change extends Pick<
  ActivityRow,
  | 'kinds'
  | 'itemKind'
  | 'name'
  | 'oldName'
  | 'place'
  | 'oldPlace'
  | 'actor'
  | 'own'
  | 'descendants'
  | 'at'
> {
  readonly itemId: string;
  readonly parentId: string | null;
  /** The reader created the item, or was the last to change it before. */
  readonly isMine: boolean;
  readonly webUrl: string | null;
  /** The item's, marked, or of a remark its own id; null: the item is gone. */
  readonly version: number | null;
  /** Deletions have no time of their own: when the drive was last read before, in ms since 1970. Null: `at` is when. */
  readonly notBefore: number | null;
}

/** What `classify` asks of the item memory. */
export interface Memory {
  get(id: string): RememberedItem | null;
  /** Those of these that are remembered. */
  getAll(ids: readonly string[]): readonly RememberedItem[];
  wasBuried(id: string): boolean;
  below(id: string): readonly string[];
  place(folderId: string | null): readonly string[];
  isWithin(folderId: string | null, topId: string): boolean;
}

export interface Circumstances {
  readonly memory: Memory;
  /** Whoever signs in here is one and the same person. */
  readonly readers: readonly Reader[];
  /** The last successful reading, in ms since 1970: what is older was not created since. */
  readonly since: number;
  readonly now: number;
  /** The names of all that was there before are known. */
  readonly knowsAll: boolean;
  /** The run lists the whole drive, not only what has changed. */
  readonly isWhole: boolean;
  /** The item that alone, with what is below it, is of interest; null: all are. */
  readonly scopeId: string | null;
}

/** A difference whose place is yet to be named: that needs the whole run's folders. */
export interface Difference extends Omit<Change, 'place'> {
  /** It was of interest before. */
  readonly wasInScope: boolean;
}

export interface Classified {
  readonly differences: readonly Difference[];
  readonly remember: readonly RememberedItem[];
  readonly forget: readonly string[];
}

const skewMs = 2 * 60 * 1000;

/** One run of the delta feed against what we remember. Pure but for reading the memory. */
export function classify(run: readonly DriveItem[], at: Circumstances): Classified {
  const items = [...new Map(run.map((item) => [item.id, item])).values()].filter((i) => !i.isRoot);
  const circumstances = {
    ...at,
    memory: memoryAskedOnce(
      at.memory,
      items.map((item) => item.id),
    ),
  };
  const gone = items.filter((item) => item.isDeleted);
  const goneIds = new Set(gone.map((item) => item.id));
  const here = items
    .filter((item) => !item.isDeleted)
    .map((item) => completed(item, circumstances.memory))
    .filter((item) => item !== null);
  const movedIds = new Set(here.filter((i) => isMoved(i, circumstances.memory)).map((i) => i.id));
  const deletions = gone.map((item) => deletion(item, { goneIds, movedIds }, circumstances));
  const nameless = namelessDeletion(gone, { goneIds, movedIds }, circumstances);
  const arrivals = here.map((item) => difference(item, circumstances));
  const hereIds = new Set(here.map((item) => item.id));
  const forget = new Set(deletions.flatMap((d) => d.forget).filter((id) => !hereIds.has(id)));
  return {
    differences: [
      ...deletions.flatMap((d) => d.difference ?? []),
      ...(nameless ? [nameless] : []),
      ...arrivals.filter(isPresent),
    ],
    remember: here.map((item) => remember(item, circumstances.readers)),
    forget: [...forget],
  };
}

/** An item as far as it is known, its marks as they are remembered. */
interface SeenItem extends Omit<DriveItem, 'name' | 'eTag' | 'content'> {
  readonly name: string;
  readonly eTag: number | null;
  readonly content: ContentMarks;
}

/** What an answer leaves out of an item we know has not changed. */
function completed(item: DriveItem, memory: Memory): SeenItem | null {
  const hasContent = Object.values(item.content).some((mark) => mark !== null);
  const isWhole = item.name !== null && item.parentId !== null && hasContent;
  const known = isWhole ? null : memory.get(item.id);
  const name = item.name ?? known?.name;
  if (name === undefined) return null;
  const parentId = item.parentId ?? known?.parentId ?? null;
  const content = hasContent || !known ? marksOf(item.content) : known.content;
  return { ...item, name, parentId, eTag: markOf(item.eTag), content };
}

function marksOf({ hash, cTag, size, modifiedAt }: ContentMark): ContentMarks {
  return { hash: markOf(hash), cTag: markOf(cTag), size, modifiedAt };
}

/** What is kept of an item that an answer lists in full; null where it lists no name. */
export function rememberedAs(item: DriveItem, readers: readonly Reader[]): RememberedItem | null {
  if (item.name === null) return null;
  const { name, eTag, content } = item;
  const seen = { ...item, name, eTag: markOf(eTag), content: marksOf(content) };
  return remember(seen, readers);
}

function isMoved(item: SeenItem, memory: Memory): boolean {
  const known = memory.get(item.id);
  return known !== null && item.parentId !== null && item.parentId !== known.parentId;
}

function difference(item: SeenItem, circumstances: Circumstances): Difference | null {
  const known = circumstances.memory.get(item.id);
  const kinds = known ? kindsOfKnown(item, known) : kindsOfNew(item, circumstances);
  if (kinds.length === 0) return null;
  const renamed = known !== null && kinds.includes('renamed');
  const moved = known !== null && kinds.includes('moved');
  return {
    itemId: item.id,
    kinds,
    itemKind: item.kind,
    name: item.name,
    oldName: renamed ? known.name : null,
    parentId: item.parentId,
    isMine: known?.isMine ?? false,
    oldPlace: moved ? circumstances.memory.place(known.parentId) : null,
    actor: item.modifiedBy?.name ?? null,
    own: isOwn(item.modifiedBy, circumstances.readers),
    descendants: 0,
    at: Math.min(item.modifiedAt ?? circumstances.now, circumstances.now),
    webUrl: item.webUrl,
    version: item.eTag,
    notBefore: null,
    wasInScope: known !== null && isInScope(item.id, known.parentId, circumstances),
  };
}

function kindsOfNew(item: SeenItem, circumstances: Circumstances): readonly ChangeKind[] {
  const { memory, since, knowsAll, isWhole } = circumstances;
  if (memory.wasBuried(item.id)) return ['restored'];
  const isAfter = (at: number | null): boolean => at === null || at >= since - skewMs;
  if (isAfter(item.createdAt)) return ['created'];
  if (knowsAll) return ['appeared'];
  // Folders are listed with whatever changed below them, and a whole reading lists all there is.
  const isOnlyListed = item.kind === 'folder' || (isWhole && !isAfter(item.modifiedAt));
  return isOnlyListed ? [] : ['changed'];
}

function kindsOfKnown(item: SeenItem, known: RememberedItem): readonly ChangeKind[] {
  const kinds: ChangeKind[] = [];
  if (item.shareScope === null && known.shareScope !== null) kinds.push('unshared');
  if (reach(item.shareScope) > reach(known.shareScope)) kinds.push('shared');
  // The same eTag: an ancestor of what changed, listed unchanged.
  if (item.eTag !== null && item.eTag === known.eTag) return kinds;
  if (item.name !== known.name) kinds.push('renamed');
  if (item.parentId !== null && item.parentId !== known.parentId) kinds.push('moved');
  const isElsewhere = kinds.includes('renamed') || kinds.includes('moved');
  const isEdited = isOtherContent(item.content, known.content, isElsewhere);
  if (item.kind !== 'folder' && isEdited) kinds.push('edited');
  return kinds;
}

// A share that has become narrower is no news to those who still see the item.
function reach(scope: string | null): number {
  if (scope === null) return 0;
  return Math.max(1, ['users', 'organization', 'anonymous'].indexOf(scope) + 1);
}

function isOtherContent(now: ContentMarks, before: ContentMarks, isElsewhere: boolean): boolean {
  if (now.hash !== null && before.hash !== null) return now.hash !== before.hash;
  if (now.cTag !== null && before.cTag !== null) return now.cTag !== before.cTag;
  // The last resort; a rename or a move changes the time as well.
  return (
    differ(now.size, before.size) || (!isElsewhere && differ(now.modifiedAt, before.modifiedAt))
  );
}

// What an answer leaves out tells nothing.
function differ(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other;
}

function remember(item: SeenItem, readers: readonly Reader[]): RememberedItem {
  const { id, parentId, name, kind, eTag, content, shareScope } = item;
  const isMine = isOwn(item.createdBy, readers) || isOwn(item.modifiedBy, readers);
  return { id, parentId, name, kind, eTag, content, shareScope, isMine };
}

function isPresent<T>(value: T | null): value is T {
  return value !== null;
}

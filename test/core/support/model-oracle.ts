import type { ChangeKind } from '../../../src/shared/activity.ts';
import type { ModelItem, ModelState } from './model-drive.ts';
import { type ContentKey, type Entry, isBare, people, sizeOf } from './model-wire.ts';

/** What is told of one change, as the sheet's section 2.8 has it. */
export interface Told {
  readonly itemId: string;
  readonly kinds: readonly ChangeKind[];
  readonly itemKind: string;
  readonly name: string | null;
  readonly oldName: string | null;
  readonly place: readonly string[];
  readonly oldPlace: readonly string[] | null;
  readonly actor: string | null;
  readonly own: boolean;
  readonly descendants: number;
  readonly at: number;
}

export interface Knowing {
  readonly buried: ReadonlySet<string>;
  readonly knowsAll: boolean;
  /** Microsoft's time when the reading began that was the last to succeed. */
  readonly since: number;
  /** This computer's clock. */
  readonly now: number;
  /** Everything is listed, and compared page by page. */
  readonly isWhole: boolean;
  readonly contentKey: ContentKey;
}

interface Pair {
  readonly before: ModelState;
  readonly after: ModelState;
}

const skewMs = 2 * 60_000;

/** The net differences between what was known and what is, each once. */
export function differences(pair: Pair, knowing: Knowing): Told[] {
  const gone = [...pair.before.values()].filter((item) => !pair.after.has(item.id));
  const here = [...pair.after.values()];
  return [
    ...gone.flatMap((item) => deleted(item, gone, pair, knowing)),
    ...here.flatMap((item) => changed(item, pair, knowing)),
  ];
}

/** What is known after some entries, of which the last of an item is true. */
export function withEntries(before: ModelState, entries: readonly Entry[]): ModelState {
  const final = new Map(entries.map((entry) => [entry.id, entry.item]));
  const after = new Map(before);
  for (const [id, item] of final) if (item) after.set(id, item);
  const gone = [...final].flatMap(([id, item]) => (item ? [] : [id]));
  // Whatever was in a deleted folder and is not listed elsewhere went with it.
  for (const id of gone) {
    after.delete(id);
    for (const { id: child, parentId } of before.values())
      if (parentId === id && !final.has(child)) gone.push(child);
  }
  return after;
}

/** Of those that were deleted before they were known only the number. */
export function nameless(
  entries: readonly Entry[],
  { before, after }: Pair,
  { buried, now }: Knowing,
): Told[] {
  const final = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const gone = final.filter((entry) => !entry.item);
  const ids = new Set(gone.map((entry) => entry.id));
  const unknown = gone.filter(
    ({ id, last }) =>
      !before.has(id) && !buried.has(id) && (isBare(last) || !ids.has(last.parentId)),
  );
  const [first] = unknown;
  if (!first) return [];
  const { last } = first;
  const isPlaced = unknown.length === 1 && !isBare(last);
  return [
    {
      ...ofNobody,
      itemId: first.id,
      kinds: ['deleted'],
      itemKind: isBare(last) ? 'file' : last.kind,
      name: null,
      place: isPlaced ? placeOf(last.parentId, after) : [],
      descendants: unknown.length - 1,
      at: now,
    },
  ];
}

const ofNobody = { oldName: null, oldPlace: null, actor: null, own: false };

/** What went with its folder is told with it. */
function deleted(
  item: ModelItem,
  gone: readonly ModelItem[],
  { after }: Pair,
  { now }: Knowing,
): Told[] {
  const ids = new Set(gone.map((one) => one.id));
  if (ids.has(item.parentId)) return [];
  const with_ = (id: string): number =>
    gone.filter((one) => one.parentId === id).reduce((sum, one) => sum + 1 + with_(one.id), 0);
  const { id, kind, name, parentId } = item;
  const place = placeOf(parentId, after);
  const descendants = with_(id);
  const told = { ...ofNobody, itemId: id, name, place, descendants, at: now };
  return [{ ...told, kinds: ['deleted'], itemKind: kind }];
}

function changed(item: ModelItem, { before, after }: Pair, knowing: Knowing): Told[] {
  const known = before.get(item.id);
  const kinds = known ? kindsOfKnown(item, known, knowing.contentKey) : kindsOfNew(item, knowing);
  if (kinds.length === 0) return [];
  const { id, kind, name, parentId, by, modifiedAt } = item;
  return [
    {
      itemId: id,
      kinds,
      itemKind: kind,
      name,
      oldName: known && kinds.includes('renamed') ? known.name : null,
      place: placeOf(parentId, after),
      oldPlace: known && kinds.includes('moved') ? placeOf(known.parentId, before) : null,
      actor: people[by].displayName,
      own: by !== 'ada',
      descendants: 0,
      at: Math.min(modifiedAt, knowing.now),
    },
  ];
}

function kindsOfNew(item: ModelItem, knowing: Knowing): ChangeKind[] {
  const { buried, knowsAll, since, isWhole } = knowing;
  if (buried.has(item.id)) return ['restored'];
  if (item.createdAt >= since - skewMs) return ['created'];
  if (knowsAll) return ['appeared'];
  const isListedOnly = item.kind === 'folder' || (isWhole && item.modifiedAt < since - skewMs);
  return isListedOnly ? [] : ['changed'];
}

function kindsOfKnown(item: ModelItem, known: ModelItem, key: ContentKey): ChangeKind[] {
  const isRenamed = item.name !== known.name;
  const isMoved = item.parentId !== known.parentId;
  const isTimed = item.modifiedAt !== known.modifiedAt && !isRenamed && !isMoved;
  const isOther = sizeOf(item) !== sizeOf(known) || (key === 'size' && isTimed);
  const flags: Partial<Record<ChangeKind, boolean>> = {
    edited: item.kind === 'file' && isOther,
    moved: isMoved,
    renamed: isRenamed,
    shared: reach(item) > reach(known),
    unshared: reach(item) === 0 && reach(known) > 0,
  };
  return (Object.keys(flags) as ChangeKind[]).filter((kind) => flags[kind]);
}

function reach({ scope }: ModelItem): number {
  return [null, 'users', 'organization', 'anonymous'].indexOf(scope);
}

function placeOf(folderId: string, state: ModelState): readonly string[] {
  const folder = state.get(folderId);
  return folder ? [...placeOf(folder.parentId, state), folder.name] : [];
}

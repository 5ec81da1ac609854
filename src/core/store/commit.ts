import type { DatabaseSync } from 'node:sqlite';
import type { ActivityRow } from '../../shared/activity.ts';
import { memoryAskedOnce } from '../reading/memory-asked-once.ts';
import { type Classified, type Difference, rememberedAs } from '../reading/classify.ts';
import type { Reader } from '../reading/reader.ts';
import { isInScope } from '../reading/scope.ts';
import type { DriveItem } from '../graph/drive-item.ts';
import type { Activity } from './activity.ts';
import { transaction } from './database.ts';
import type { DriveState, DriveStates } from './drive-state.ts';
import type { NamesState, NamesStates } from './names-state.ts';
import { fromTheTop } from './from-the-top.ts';
import type { ItemMemory } from './item-memory.ts';

export interface CommitParts {
  readonly database: DatabaseSync;
  readonly memory: ItemMemory;
  readonly activity: Activity;
  readonly states: DriveStates;
  readonly names: NamesStates;
  readonly watchId: string;
  /** In one spelling. */
  readonly driveId: string;
  readonly accountId: string;
  /** The item that alone, with what is below it, is told of; null: all are. */
  readonly scopeId: string | null;
  /** May become another while the drive is watched. */
  readonly driveName: string;
  /** All that the person signs in as. */
  readonly readers: () => readonly Reader[];
  /** Changes of one's own are told as well. */
  readonly tellsOwn: () => boolean;
  readonly now: number;
}

/**
 * Writes one classified run, all of it or nothing: counts and former places are told from what was
 * remembered before the run. A whole reading comes page by page, each a run of its own.
 */
export function commitRun(
  parts: CommitParts,
  classified: Classified,
  state: DriveState,
): ActivityRow[] {
  return transaction(parts.database, () => {
    const { memory, states, watchId, now } = parts;
    for (const id of classified.forget) memory.bury(id, now);
    memory.put(classified.remember, state.generation);
    if (classified.forget.length > 0) memory.pruneTombstones();
    states.save(watchId, state);
    return tell(parts, inOrder(classified));
  });
}

/** Writes what a drive is first seen with: nothing of it is told. */
export function commitFirst(
  parts: CommitParts,
  items: readonly DriveItem[],
  state: DriveState,
): void {
  transaction(parts.database, () => {
    for (const item of items) learn(parts, item, state.generation);
    parts.states.save(parts.watchId, state);
  });
}

/** Folders that were looked up: nothing of them is told. */
export function learnAncestors(parts: CommitParts, folders: readonly DriveItem[]): void {
  const { database, states, watchId } = parts;
  if (folders.length === 0) return;
  const { generation } = states.load(watchId);
  transaction(database, () => {
    for (const folder of folders) learn(parts, folder, generation);
  });
}

interface Learned {
  readonly after: NamesState;
  /** Files are too many to be remembered. */
  readonly foldersOnly: boolean;
}

/** Writes one page of names that are learned, whatever is known already being newer. How many are new. */
export function commitNames(
  parts: Omit<CommitParts, 'now'>,
  items: readonly DriveItem[],
  { after, foldersOnly }: Learned,
): number {
  const { database, memory, names, states, watchId } = parts;
  const { generation } = states.load(watchId);
  const listed = items.filter((item) => item.kind === 'folder' || !foldersOnly);
  const isBuried = buriedFolders(items, memory);
  const wanted = listed.filter((item) => !isBuried(item.parentId));
  return transaction(database, () => {
    names.save(watchId, after);
    return wanted.filter((item) => learn(parts, item, generation)).length;
  });
}

/** The page may be older than a deletion that has been read since, and that named the topmost folder alone. */
function buriedFolders(
  page: readonly DriveItem[],
  memory: ItemMemory,
): (folderId: string | null) => boolean {
  const parents = new Map(page.map((item) => [item.id, item.parentId]));
  const known = new Map<string, boolean>();
  const isBuried = (id: string | null): boolean => {
    if (id === null) return false;
    const before = known.get(id);
    if (before !== undefined) return before;
    // Should folders ever lie in a circle, nothing of them was deleted.
    known.set(id, false);
    const above = memory.get(id)?.parentId ?? parents.get(id) ?? null;
    const is = memory.wasBuried(id) || isBuried(above);
    known.set(id, is);
    return is;
  };
  return isBuried;
}

function learn(
  { memory, readers }: Pick<CommitParts, 'memory' | 'readers'>,
  item: DriveItem,
  generation: number,
): boolean {
  const known = item.isRoot || item.isDeleted ? null : rememberedAs(item, readers());
  return known !== null && memory.putNew(known, generation);
}

// What is gone first, then folders, those above before those below.
function inOrder({ differences, remember, forget }: Classified): readonly Difference[] {
  const byItem = new Map(differences.map((difference) => [difference.itemId, difference]));
  const folders = fromTheTop(remember.filter((item) => item.kind === 'folder'));
  const others = remember.filter((item) => item.kind !== 'folder');
  const here = [...folders, ...others].map((item) => item.id);
  return [...forget, ...here].flatMap((id) => byItem.get(id) ?? []);
}

/** Call when all is remembered, so that every place can be named. */
function tell(parts: CommitParts, differences: readonly Difference[]): ActivityRow[] {
  const { activity, scopeId } = parts;
  const memory = memoryAskedOnce(parts.memory, []);
  return differences.flatMap((difference) => {
    const { itemId, parentId, wasInScope, own } = difference;
    // Whatever came into the scope, left it or changed in it.
    if (!wasInScope && !isInScope(itemId, parentId, { memory, scopeId })) return [];
    const isToTell = !own || parts.tellsOwn();
    return activity.add(parts, { ...difference, place: memory.place(parentId) }, isToTell) ?? [];
  });
}

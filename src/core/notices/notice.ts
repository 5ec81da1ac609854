import type { KeptFor } from '../../shared/wishes.ts';
import type { TellableRow } from '../store/activity-row.ts';

interface NoticeDrive {
  readonly driveId: string;
  /** One of those that watch it. */
  readonly watchId: string;
  readonly driveName: string;
}

/** What we decide to show: one toast for one or many changes. */
export interface Notice {
  readonly noticeId: string;
  readonly drives: readonly NoticeDrive[];
  /** The newest changes, newest last; `count` may be larger. */
  readonly changes: readonly TellableRow[];
  readonly count: number;
  /** Everyone who had a part in it, the latest last; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
  /** The folders that all of them are in, from the drive's root down. */
  readonly place: readonly string[];
  /** The toast replaces an earlier one: no second sound. */
  readonly isUpdate: boolean;
  /** Nothing new enough to call anybody back to a toast that has been put away. */
  readonly isQuiet: boolean;
  /** It tells what was kept for later, and why; null: it tells what happens now. */
  readonly after: KeptFor | null;
}

const changesKept = 5;

export function beginNotice(changes: readonly TellableRow[], after: KeptFor | null = null): Notice {
  const [first] = changes;
  if (!first) throw new Error('A notice is about at least one change.');
  return {
    noticeId: `n-${first.id}`,
    drives: drivesOf(changes),
    changes: changes.slice(-changesKept),
    count: changes.length,
    actors: actorsOf(changes),
    place: placeOf(changes),
    isUpdate: false,
    isQuiet: false,
    after,
  };
}

/** Those of the changes that `isCounted` take the place of what the notice says of the same file already. */
export function joinNotice(
  notice: Notice,
  changes: readonly TellableRow[],
  isCounted: (row: TellableRow) => boolean,
): Notice {
  const joined = beginNotice(changes);
  const counted = changes.filter((row) => row.times > 1 && isCounted(row));
  const earlier = notice.changes.filter((row) => !counted.some((next) => replaces(next, row)));
  return {
    ...notice,
    drives: unlike([...notice.drives, ...joined.drives], (drive) => drive.driveId),
    changes: [...earlier, ...joined.changes].slice(-changesKept),
    count: notice.count + joined.count - counted.length,
    actors: latestLast([...notice.actors, ...joined.actors]),
    place: placeOf([...notice.changes.map((row) => ({ ...row, place: notice.place })), ...changes]),
    isUpdate: true,
    isQuiet: false,
  };
}

/** The same thing again: its row has taken the earlier one's place in the list. */
function replaces(next: TellableRow, row: TellableRow): boolean {
  return fileKey(next) === fileKey(row) && row.kinds.every((kind) => kind === 'edited');
}

/** The same file, changed by the same person. */
export function fileKey({ driveId, itemId, actor }: TellableRow): string {
  return JSON.stringify([driveId, itemId, actor]);
}

/** Folders of several drives have nothing in common. */
function placeOf(changes: readonly TellableRow[]): readonly string[] {
  if (drivesOf(changes).length > 1) return [];
  return changes.map((row) => row.place).reduce((one, other) => common(one, other));
}

function drivesOf(changes: readonly TellableRow[]): readonly NoticeDrive[] {
  const drives = changes.map(({ driveId, watchId, driveName }) => ({
    driveId,
    watchId,
    driveName,
  }));
  return unlike(drives, (drive) => drive.driveId);
}

function actorsOf(changes: readonly TellableRow[]): readonly (string | null)[] {
  return latestLast(changes.map((row) => row.actor));
}

/** Each once: whoever comes again is the latest. */
function latestLast<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.toReversed())].toReversed();
}

function unlike<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const end = one.findIndex((name, index) => name !== other[index]);
  return end === -1 ? one : one.slice(0, end);
}

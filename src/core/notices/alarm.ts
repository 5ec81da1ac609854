import { z } from 'zod';

/** When many deletions are an alarm, whoever did them. */
export const alarmSettings = z.object({
  isOn: z.boolean(),
  /** So many items, … */
  items: z.int().min(2).max(100_000),
  /** … within so long. */
  minutes: z
    .int()
    .min(1)
    .max(24 * 60),
});

export type AlarmSettings = Readonly<z.infer<typeof alarmSettings>>;

/** A row that tells of a deletion. */
export interface DeletionRow {
  readonly id: number;
  readonly watchId: string;
  /** One drive may be watched more than once. */
  readonly driveId: string;
  readonly itemId: string;
  readonly driveName: string;
  readonly actor: string | null;
  /** What it took with it. */
  readonly descendants: number;
  /** When it was found. */
  readonly at: number;
  /** When the drive was last read before. */
  readonly notBefore: number | null;
  /** The alarm that has told of it. */
  readonly alarmId: number | null;
}

/** Many deletions in one drive; it lasts as long as they go on. */
export interface Alarm {
  readonly noticeId: string;
  readonly driveName: string;
  readonly items: number;
  /** Everyone who had a part in it; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
  /** All were found when the reader came back; null: when they were deleted is not known better. */
  readonly after: 'away' | null;
  readonly isUpdate: boolean;
}

/** What has become an alarm, or worse. */
export interface AlarmCall {
  /** The row it is named for, that of the newest deletion when it began. */
  readonly alarmId: number;
  readonly isUpdate: boolean;
  /** Those it has not told of before. */
  readonly rows: readonly DeletionRow[];
  /** How many items these are. */
  readonly items: number;
}

/**
 * Looks at the deletions that were found in the last minutes, oldest first. An alarm that goes on is
 * the same alarm: its number grows, and nobody is called again. What it has told of is told by the
 * rows, so that a start of the app changes nothing.
 */
export function decideAlarms(
  deletions: readonly DeletionRow[],
  { minutes, items, isOn }: AlarmSettings,
  now: number,
): readonly AlarmCall[] {
  const lately = minutes * 60_000;
  // A clock that was set back makes nothing newer.
  const recent = isOn ? deletions.filter(({ at }) => Math.abs(now - at) < lately) : [];
  return [...Map.groupBy(recent, (row) => row.driveId).values()].flatMap(
    (rows) => callOf(rows, items) ?? [],
  );
}

function callOf(recent: readonly DeletionRow[], most: number): AlarmCall | null {
  const rows = recent.filter((row) => row.alarmId === null);
  const told = recent.filter((row) => row.alarmId !== null);
  const last = rows.at(-1);
  if (!last || itemsOf(recent) < most) return null;
  const known = Math.max(...told.map((row) => row.alarmId ?? 0));
  // One of which only a few are left is over where many more follow.
  const goesOn = told.length > 0 && (itemsOf(told) >= most || itemsOf(rows) < most);
  const items = goesOn ? itemsOf(recent) - itemsOf(told) : itemsOf(rows);
  return { alarmId: goesOn ? known : last.id, isUpdate: goesOn, rows, items };
}

/** Two watches of one drive may both have found an item. */
export function itemsOf(rows: readonly DeletionRow[]): number {
  const items = new Map<string, number>();
  for (const { itemId, descendants } of rows)
    items.set(itemId, Math.max(1 + descendants, items.get(itemId) ?? 0));
  return items.values().reduce((sum, count) => sum + count, 0);
}

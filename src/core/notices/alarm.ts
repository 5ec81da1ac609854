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
  readonly driveName: string;
  readonly actor: string | null;
  /** What it took with it. */
  readonly descendants: number;
  readonly at: number;
}

/** Many deletions in one drive; it lasts as long as they go on. */
export interface Alarm {
  readonly noticeId: string;
  readonly watchId: string;
  readonly driveName: string;
  readonly items: number;
  /** Everyone who had a part in it; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
  /** Of the newest row counted. */
  readonly rowId: number;
  readonly lastAt: number;
}

export type Alarms = ReadonlyMap<string, Alarm>;

export interface AlarmDecision {
  /** What has become an alarm, or worse. */
  readonly show: readonly (Alarm & { readonly isUpdate: boolean })[];
  readonly alarms: Alarms;
}

/**
 * Looks at the deletions of the last minutes, oldest first. An alarm that goes on is the same alarm:
 * its number grows, and nobody is called again.
 */
export function decideAlarms(
  deletions: readonly DeletionRow[],
  before: Alarms,
  { minutes, items, isOn }: AlarmSettings,
  now: number,
): AlarmDecision {
  const since = now - minutes * 60_000;
  const alarms = new Map([...before].filter(([, alarm]) => isOn && alarm.lastAt > since));
  const show: (Alarm & { isUpdate: boolean })[] = [];
  const recent = isOn ? deletions.filter((row) => row.at > since) : [];
  for (const [watchId, rows] of Map.groupBy(recent, (row) => row.watchId)) {
    const known = itemsOf(rows) < items ? undefined : alarms.get(watchId);
    if (!known) alarms.delete(watchId);
    const alarm = known ? grown(known, rows) : begun(rows, items);
    if (!alarm || alarm === known) continue;
    alarms.set(watchId, alarm);
    show.push({ ...alarm, isUpdate: known !== undefined });
  }
  return { show, alarms };
}

function begun(rows: readonly DeletionRow[], most: number): Alarm | null {
  const last = rows.at(-1);
  const items = itemsOf(rows);
  if (!last || items < most) return null;
  const { watchId, driveName, id, at } = last;
  const noticeId = `alarm-${id}`;
  return { noticeId, watchId, driveName, items, actors: actorsOf(rows), rowId: id, lastAt: at };
}

function grown(alarm: Alarm, rows: readonly DeletionRow[]): Alarm {
  const later = rows.filter((row) => row.id > alarm.rowId);
  const last = later.at(-1);
  if (!last) return alarm;
  return {
    ...alarm,
    items: alarm.items + itemsOf(later),
    actors: [...new Set([...alarm.actors, ...actorsOf(later)])],
    rowId: last.id,
    lastAt: last.at,
  };
}

function itemsOf(rows: readonly DeletionRow[]): number {
  return rows.reduce((sum, row) => sum + 1 + row.descendants, 0);
}

function actorsOf(rows: readonly DeletionRow[]): readonly (string | null)[] {
  return [...new Set(rows.map((row) => row.actor))];
}

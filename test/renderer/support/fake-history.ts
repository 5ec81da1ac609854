import type {
  ActivityGroup,
  ActivityGroups,
  ActivityPage,
  ActivityPageQuery,
  ActivityQuery,
  DayPart,
  DayPicture,
  GroupBy,
} from '../../../src/shared/activity-query.ts';
import type { ActivityRow } from '../../../src/shared/activity.ts';
import { startOfDay } from '../../../src/shared/texts/moments.ts';
import { hour } from './samples.ts';

type Rows = readonly ActivityRow[];

function fits(row: ActivityRow, query: ActivityQuery): boolean {
  const { text, kinds, drives, person, unreadOnly, between } = query;
  return (
    (row.name ?? '').includes(text) &&
    (kinds.length === 0 || kinds.some((kind) => row.kinds.includes(kind))) &&
    (drives.length === 0 || drives.includes(row.watchId)) &&
    (person === null || (row.actor ?? '') === person) &&
    (!unreadOnly || !row.read) &&
    (between === null || (row.at >= between[0] && row.at < between[1]))
  );
}

export function pageOf(rows: Rows, { before, limit, ...query }: ActivityPageQuery): ActivityPage {
  const below = rows.filter((row) => (before === null || row.id < before) && fits(row, query));
  const page = below.slice(0, limit);
  return { rows: page, next: below.length > limit ? (page.at(-1)?.id ?? null) : null };
}

export function groupsOf(rows: Rows, by: GroupBy, query: ActivityQuery): ActivityGroups {
  const groups = new Map<string, ActivityGroup>();
  for (const row of rows.filter((row) => fits(row, query))) {
    const key = by === 'drive' ? row.watchId : (row.actor ?? '');
    const name = by === 'drive' ? row.driveName : key;
    const former = groups.get(key) ?? { key, name, count: 0, newest: row.id, at: row.at };
    groups.set(key, { ...former, count: former.count + 1 });
  }
  return { groups: [...groups.values()].slice(0, 200), hasMore: groups.size > 200 };
}

export function peopleOf(rows: Rows, text: string): readonly string[] {
  const names = rows.map((row) => row.actor).filter((name) => name !== null);
  return [...new Set(names)].filter((name) => name.toLowerCase().includes(text.toLowerCase()));
}

/** An ordinary day of 24 hours. */
export function dayOf(rows: Rows, at: number): DayPicture {
  const begin = startOfDay(at);
  const parts = (from: number, to: number): readonly DayPart[] => {
    const found = new Map<string, DayPart>();
    for (const { watchId, driveName: name } of rows.filter((r) => r.at >= from && r.at < to)) {
      found.set(watchId, { watchId, name, count: 1 + (found.get(watchId)?.count ?? 0) });
    }
    return [...found.values()].toSorted((one, other) => other.count - one.count);
  };
  const sum = (all: readonly DayPart[]): number => all.reduce((n, { count }) => n + count, 0);
  const hours = Array.from({ length: 24 }, (_, n) => {
    const from = begin + n * hour;
    const found = parts(from, from + hour);
    return { from, to: from + hour, count: sum(found), parts: found };
  });
  const drives = parts(begin, begin + 24 * hour);
  return { hours, drives, count: sum(drives) };
}

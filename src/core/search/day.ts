import type { DayHour, DayPart, DayPicture } from '../../shared/activity-query.ts';

/** When each hour of a day begins by the clock on the wall, and when the last one ends: 23 to 25 hours, mostly 24. */
export function hoursOf(at: number): readonly number[] {
  const begin = new Date(at).setHours(0, 0, 0, 0);
  const day = new Date(begin);
  const end = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
  const moments: number[] = [];
  for (let moment = begin; moment < end; moment = nextHour(moment)) moments.push(moment);
  return [...moments, end];
}

/** Some clocks are put forward by half an hour. */
function nextHour(moment: number): number {
  return moment + (60 - new Date(moment).getMinutes()) * 60_000;
}

export function pictureOf(
  moments: readonly number[],
  counts: readonly (readonly DayPart[])[],
): DayPicture {
  const drives = drivesOf(counts.flat());
  const place = new Map(drives.map(({ watchId }, index) => [watchId, index]));
  const inOrder = ({ watchId }: DayPart): number => place.get(watchId) ?? 0;
  const hours: readonly DayHour[] = counts.map((parts, index) => ({
    from: moments[index] ?? 0,
    to: moments[index + 1] ?? 0,
    count: sum(parts),
    parts: parts.toSorted((one, other) => inOrder(one) - inOrder(other)),
  }));
  return { hours, drives, count: sum(drives) };
}

/** The name each had last. */
function drivesOf(parts: readonly DayPart[]): readonly DayPart[] {
  const drives = new Map<string, DayPart>();
  for (const part of parts) {
    const count = part.count + (drives.get(part.watchId)?.count ?? 0);
    drives.set(part.watchId, { ...part, count });
  }
  return [...drives.values()].toSorted((one, other) => other.count - one.count);
}

function sum(parts: readonly DayPart[]): number {
  return parts.reduce((count, part) => count + part.count, 0);
}

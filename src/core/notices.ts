import type { ActivityRow } from '../shared/activity.ts';

/** What we decide to show: one toast for one or many changes of a drive. */
export interface Notice {
  readonly noticeId: string;
  readonly watchId: string;
  readonly driveName: string;
  /** The newest changes, newest last; `count` may be larger. */
  readonly changes: readonly ActivityRow[];
  readonly count: number;
  /** Everyone who had a part in it; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
  /** The toast replaces an earlier one: no second sound. */
  readonly isUpdate: boolean;
}

/** The gathering under way in one drive: its toast, and what that toast stands for. */
interface Gathering {
  readonly notice: Notice;
  readonly startedAt: number;
  readonly lastAt: number;
}
export type Gatherings = ReadonlyMap<string, Gathering>;

export interface Decision {
  readonly show: readonly Notice[];
  readonly gatherings: Gatherings;
}

const windowMs = 8000;
const longestWindowMs = 30_000;
const changesKept = 5;

/**
 * A quiet drive's first change is told at once; what follows while people are still at it joins
 * the same toast. Where the person was mentioned has a toast of its own, which nothing joins. `rows` are
 * told in one go; whether own changes are among them is decided before.
 */
export function decide(
  rows: readonly ActivityRow[],
  gatherings: Gatherings,
  now: number,
  isPaused: boolean,
): Decision {
  const open = new Map([...gatherings].filter(([, gathering]) => isOpen(gathering, now)));
  const show: Notice[] = [];
  if (isPaused) return { show, gatherings: open };
  const mentions = rows.filter((row) => isMention(row));
  for (const these of Map.groupBy(mentions, (row) => row.watchId).values()) show.push(begin(these));
  const others = rows.filter((row) => !isMention(row));
  for (const [watchId, changes] of Map.groupBy(others, (row) => row.watchId)) {
    const before = open.get(watchId);
    const notice = before ? join(before.notice, changes) : begin(changes);
    open.set(watchId, { notice, startedAt: before?.startedAt ?? now, lastAt: now });
    show.push(notice);
  }
  return { show, gatherings: open };
}

function isMention({ kinds }: ActivityRow): boolean {
  return kinds.includes('mentioned');
}

function isOpen(gathering: Gathering, now: number): boolean {
  const age = now - gathering.lastAt;
  // A clock that was set back makes nothing younger.
  return age >= 0 && age < windowMs && now - gathering.startedAt < longestWindowMs;
}

function begin(changes: readonly ActivityRow[]): Notice {
  const [first] = changes;
  if (!first) throw new Error('A notice is about at least one change.');
  return {
    noticeId: `n-${first.id}`,
    watchId: first.watchId,
    driveName: first.driveName,
    changes: changes.slice(-changesKept),
    count: changes.length,
    actors: actorsOf(changes),
    isUpdate: false,
  };
}

function join(notice: Notice, changes: readonly ActivityRow[]): Notice {
  return {
    ...notice,
    changes: [...notice.changes, ...changes].slice(-changesKept),
    count: notice.count + changes.length,
    actors: [...new Set([...notice.actors, ...actorsOf(changes)])],
    isUpdate: true,
  };
}

function actorsOf(changes: readonly ActivityRow[]): readonly (string | null)[] {
  return [...new Set(changes.map((row) => row.actor))];
}

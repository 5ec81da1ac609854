import type { ActivityRow, ChangeKind } from './activity.ts';

/** What the list is narrowed to; where nothing is named, all is meant. It outlives the window. */
export interface ActivityFilter {
  readonly kinds: readonly ChangeKind[];
  /** By their `watchId`. */
  readonly drives: readonly string[];
  /** By name; empty: whoever did it is not known. */
  readonly person: string | null;
  readonly unreadOnly: boolean;
}

export const noFilter: ActivityFilter = { kinds: [], drives: [], person: null, unreadOnly: false };

export interface ActivityQuery extends ActivityFilter {
  /** Only what holds these words; empty: everything. */
  readonly text: string;
  /** Only what happened from the first until before the second, in ms since 1970. */
  readonly between: readonly [from: number, to: number] | null;
}

/** One page: newest first, below the id `before` (null: from the top). */
export interface ActivityPageQuery extends ActivityQuery {
  readonly before: number | null;
  readonly limit: number;
}

export interface ActivityPage {
  /** Can be fewer than asked for, or none, though there are more to look for. */
  readonly rows: readonly ActivityRow[];
  /** Pass as `before` for the next, older page; null at the end. */
  readonly next: number | null;
}

export type GroupBy = 'drive' | 'person';

export interface ActivityGroup {
  /** What to filter by: a `watchId`, or a person's name. */
  readonly key: string;
  /** The drive's, when it last changed; the person's; empty: nobody knows who. */
  readonly name: string;
  readonly count: number;
  /** The id of its newest change. */
  readonly newest: number;
  /** When that was, in ms since 1970. */
  readonly at: number;
}

export interface ActivityGroups {
  /** Those with the newest changes. */
  readonly groups: readonly ActivityGroup[];
  readonly hasMore: boolean;
}

export interface DayPart {
  readonly watchId: string;
  readonly name: string;
  readonly count: number;
}

/** An hour of the clock on the wall: shorter or longer where that is put forward or back. */
export interface DayHour {
  /** ms since 1970. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** In the order of the day's drives. */
  readonly parts: readonly DayPart[];
}

export interface DayPicture {
  readonly hours: readonly DayHour[];
  /** The most first. */
  readonly drives: readonly DayPart[];
  readonly count: number;
}

/** Nothing narrows the list. */
export function isUnfiltered({ kinds, drives, person, unreadOnly }: ActivityFilter): boolean {
  return kinds.length === 0 && drives.length === 0 && person === null && !unreadOnly;
}

import type { ActivityQuery } from '../../shared/activity-query.ts';
import type { ActivityRow } from '../../shared/activity.ts';

export const pageSize = 100;

export interface Loaded {
  /** What was looked for. */
  readonly query: ActivityQuery;
  /** Newest first. */
  readonly rows: readonly ActivityRow[];
  /** Where the next, older page begins; null at the end. */
  readonly next: number | null;
}

import { z } from 'zod';
import type { ActivityFilter } from '../../shared/activity-query.ts';
import { changeKinds } from './change-kinds.ts';

/** As the window gives it, and as it is kept. */
export const activityFilter = z.object({
  kinds: z.array(z.enum(changeKinds)).max(changeKinds.length),
  drives: z.array(z.string().min(1).max(400)).max(1000),
  person: z.string().max(400).nullable(),
  unreadOnly: z.boolean(),
});

export const noFilter: z.infer<typeof activityFilter> = {
  kinds: [],
  drives: [],
  person: null,
  unreadOnly: false,
};

export const grouping = z.enum(['drive', 'person']);

/** A drive that is not watched any more cannot be taken out by hand. */
export function filterAmong(filter: ActivityFilter, watchIds: readonly string[]): ActivityFilter {
  return { ...filter, drives: filter.drives.filter((drive) => watchIds.includes(drive)) };
}

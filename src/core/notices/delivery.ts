import { z } from 'zod';

/** When changes are told: as they come, or gathered. */
export const delivery = z.object({
  every: z.enum(['change', 'hour', 'day', 'week']),
  /** Minutes after midnight, for those of a day and of a week. */
  at: z
    .int()
    .min(0)
    .max(24 * 60 - 1),
  /** 0: Sunday; for those of a week. */
  day: z.int().min(0).max(6),
});

export type Delivery = Readonly<z.infer<typeof delivery>>;

/** The first moment after `since` at which what was gathered is told, in ms since 1970. */
export function nextDelivery({ every, at, day }: Delivery, since: number): number {
  const next = new Date(since);
  if (every === 'change') return since;
  if (every === 'hour') return next.setHours(next.getHours() + 1, 0, 0, 0);
  next.setHours(Math.floor(at / 60), at % 60, 0, 0);
  const isOnDay = (): boolean => every === 'day' || next.getDay() === day;
  while (next.getTime() <= since || !isOnDay()) {
    next.setDate(next.getDate() + 1);
    next.setHours(Math.floor(at / 60), at % 60, 0, 0);
  }
  return next.getTime();
}

import { z } from 'zod';

const minutes = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** Hours in which nothing is told, on the days they begin. */
export const quietHours = z.object({
  isOn: z.boolean(),
  /** 0: Sunday. */
  days: z.array(z.int().min(0).max(6)),
  /** Minutes after midnight, by the clock on the wall. */
  from: minutes,
  /** Not later than `from`: they end on the next day. */
  to: minutes,
});

export type QuietHours = Readonly<z.infer<typeof quietHours>>;

/** When the quiet under way ends, in ms since 1970; null: it is not quiet. */
export function quietUntil(hours: QuietHours, now: number): number | null {
  if (!hours.isOn) return null;
  const ends = [-1, 0]
    .map((days) => spanOf(hours, now, days))
    .flatMap((span) => (span && span.from <= now && now < span.to ? [span.to] : []));
  return ends.length === 0 ? null : Math.max(...ends);
}

/** When quiet next begins, in ms since 1970; null: never. */
export function nextQuiet(hours: QuietHours, now: number): number | null {
  if (!hours.isOn) return null;
  const begins = [0, 1, 2, 3, 4, 5, 6, 7]
    .map((days) => spanOf(hours, now, days)?.from ?? null)
    .filter((from) => from !== null);
  return begins.find((from) => from > now) ?? null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf({ days, from, to }: QuietHours, now: number, daysAhead: number): Span | null {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + daysAhead);
  if (!days.includes(day.getDay())) return null;
  return { from: at(day, 0, from), to: at(day, to > from ? 0 : 1, to) };
}

/** Made of a date's parts, so that hours are the wall's on days that are longer or shorter as well. */
function at(day: Date, days: number, minute: number): number {
  return new Date(
    day.getFullYear(),
    day.getMonth(),
    day.getDate() + days,
    Math.floor(minute / 60),
    minute % 60,
  ).getTime();
}

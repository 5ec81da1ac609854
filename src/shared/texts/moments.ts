const dayMs = 24 * 60 * 60 * 1000;

/** Whole calendar days between two moments in local time: 0 is the same day. */
export function daysBetween(earlier: number, later: number): number {
  return Math.round((startOfDay(later) - startOfDay(earlier)) / dayMs);
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** "14:02" today, "20 Nov, 14:02" on another day, with the year in another year. */
export function momentWords(at: number, now: number, locale: string): string {
  if (daysBetween(at, now) === 0) return timeWords(at, locale);
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return format(locale, otherYear ? 'dated-year' : 'dated').format(at);
}

/** "14:02" or "2:02 PM". */
export function timeWords(at: number, locale: string): string {
  return format(locale, 'time').format(at);
}

/** "Friday, 20 November", with the year in another year. */
export function dayWords(at: number, now: number, locale: string): string {
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return format(locale, otherYear ? 'day-year' : 'day').format(at);
}

const time = { hour: 'numeric', minute: '2-digit' } as const;
const dated = { ...time, day: 'numeric', month: 'short' } as const;
const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const shapes = {
  time,
  dated,
  'dated-year': { ...dated, year: 'numeric' },
  day,
  'day-year': { ...day, year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a formatter costs far more than using one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${shape}`;
  const known = formats.get(key);
  if (known) return known;
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const wanted: Intl.DateTimeFormatOptions = shapes[shape];
  // "09:30" but "9:30 AM", as people write it.
  const hours = wanted.hour && !hour12 ? { hour: '2-digit' as const } : {};
  const made = new Intl.DateTimeFormat(locale, { ...wanted, ...hours });
  formats.set(key, made);
  return made;
}

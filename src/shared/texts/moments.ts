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

/** "5 minutes ago", "2 hours ago"; empty: less than a minute. Null: not today, when the day and the clock say more. */
export function agoWords(at: number, now: number, locale: string): string | null {
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  if (daysBetween(at, now) !== 0) return null;
  if (minutes === 0) return '';
  const ago = relativeIn(locale);
  return minutes < 60
    ? ago.format(-minutes, 'minute')
    : ago.format(-Math.floor(minutes / 60), 'hour');
}

/** "Wednesday, 18 November 2026 at 14:27:03". */
export function exactWords(at: number, locale: string): string {
  return format(locale, 'exact').format(at);
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
  exact: { ...time, ...day, year: 'numeric', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The first formatters take long to make: so that they are there when the first words are drawn. */
export function readyMoments(locale: string): void {
  const now = Date.now();
  for (const shape of ['time', 'dated', 'day', 'exact'] as const) format(locale, shape).format(now);
}

/** Making a formatter costs far more than using one. */
const formats = new Map<string, Intl.DateTimeFormat>();

const twelves = new Map<string, boolean>();

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relativeIn(locale: string): Intl.RelativeTimeFormat {
  const made = relatives.get(locale) ?? new Intl.RelativeTimeFormat(locale);
  relatives.set(locale, made);
  return made;
}

/** Two times twelve hours, AM and PM. */
function countsTwelve(locale: string): boolean {
  const known = twelves.get(locale);
  if (known !== undefined) return known;
  const { hour12 = false } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  twelves.set(locale, hour12);
  return hour12;
}

function format(locale: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${shape}`;
  const known = formats.get(key);
  if (known) return known;
  const wanted: Intl.DateTimeFormatOptions = shapes[shape];
  // "09:30" but "9:30 AM", as people write it.
  const hours = wanted.hour && !countsTwelve(locale) ? { hour: '2-digit' as const } : {};
  const made = new Intl.DateTimeFormat(locale, { ...wanted, ...hours });
  formats.set(key, made);
  return made;
}

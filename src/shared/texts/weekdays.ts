/** 0: Sunday; in the order in which a week is written there. */
export function weekOf(locale: string): readonly number[] {
  const { firstDay } = new Intl.Locale(locale).getWeekInfo();
  return [0, 1, 2, 3, 4, 5, 6].map((day) => (firstDay + day) % 7);
}

export function weekdayName(day: number, locale: string, length: 'short' | 'long'): string {
  // A Sunday.
  const date = new Date(2026, 10, 22 + day);
  return new Intl.DateTimeFormat(locale, { weekday: length }).format(date);
}

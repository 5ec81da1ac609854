export type PausedUntil = number | 'until-resumed' | null;

const morningHour = 8;

/** When a pause asked for now would end. */
export function pauseEnd(
  until: 'one-hour' | 'tomorrow' | 'until-resumed',
  now: number,
): Exclude<PausedUntil, null> {
  if (until === 'until-resumed') return until;
  if (until === 'one-hour') return now + 60 * 60 * 1000;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(morningHour, 0, 0, 0);
}

export function isPaused(until: PausedUntil, now: number): boolean {
  return until === 'until-resumed' || (until !== null && until > now);
}

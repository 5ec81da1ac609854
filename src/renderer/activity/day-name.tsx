import type { ReactNode } from 'react';
import { dayWords, daysBetween } from '../../shared/texts/moments.ts';
import { useNow, useSurroundings } from '../surroundings.ts';

export function DayName({ day }: { readonly day: number }): ReactNode {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const ago = daysBetween(day, now);
  if (ago === 0) return t('activity.today');
  if (ago === 1) return t('activity.yesterday');
  return dayWords(day, now, locale);
}

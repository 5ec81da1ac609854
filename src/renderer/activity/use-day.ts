import { useCallback, useState } from 'react';
import type { DayPicture } from '../../shared/activity-query.ts';
import { startOfDay } from '../../shared/texts/moments.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAsked } from '../use-asked.ts';

interface ShownDay {
  /** Null until it has come; one that is there stays while a newer one of the same day cannot be had. */
  readonly day: DayPicture | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
  readonly isToday: boolean;
  /** So many days later, not beyond today. */
  readonly step: (days: number) => void;
}

/** Today, or another day, read again with each change and at midnight. */
export function useDay(revision: number): ShownDay {
  const { api } = useSurroundings();
  const today = startOfDay(useNow());
  // Null: today, which goes on.
  const [at, setAt] = useState<number | null>(null);
  const ask = useCallback(() => api.getDay(at), [api, at]);
  const { value, failure, retry } = useAsked(ask, `${revision} ${today}`);
  const isOfDay = value?.hours[0]?.from === (at === null ? today : startOfDay(at));
  const day = failure === null || isOfDay ? value : null;
  // From the day that is wanted, which may not be there yet.
  const step = (days: number): void =>
    setAt((wanted) => {
      const next = new Date(wanted ?? today);
      next.setDate(next.getDate() + days);
      return startOfDay(next.getTime()) < today ? next.getTime() : null;
    });
  return { day, hasFailed: failure !== null, retry, isToday: at === null, step };
}

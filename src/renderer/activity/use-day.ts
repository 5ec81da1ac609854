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
  /** The day of this moment; null: today. */
  readonly show: (at: number | null) => void;
}

/** Today, or another day, read again with each change and at midnight. */
export function useDay(revision: number): ShownDay {
  const { api } = useSurroundings();
  const today = startOfDay(useNow());
  const [at, show] = useState<number | null>(null);
  const ask = useCallback(() => api.getDay(at), [api, at]);
  const { value, failure, retry } = useAsked(ask, `${revision} ${today}`);
  const isOfDay = value?.hours[0]?.from === (at === null ? today : startOfDay(at));
  const day = failure === null || isOfDay ? value : null;
  return { day, hasFailed: failure !== null, retry, show };
}

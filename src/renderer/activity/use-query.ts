import { useMemo, useState } from 'react';
import {
  type ActivityFilter,
  type ActivityQuery,
  isUnfiltered,
  noFilter,
} from '../../shared/activity-query.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useChanges } from '../use-changes.ts';
import { useSearch } from './use-search.ts';

export interface QueryControls {
  /** As typed. */
  readonly typed: string;
  readonly type: (typed: string) => void;
  /** The same object for as long as the same is asked for. */
  readonly query: ActivityQuery;
  readonly filter: (change: (filter: ActivityFilter) => ActivityFilter) => void;
  readonly within: (between: ActivityQuery['between']) => void;
  readonly clear: () => void;
}

/** What the list is looked through for. Filters are kept by the app; words and a time only while the window shows them. */
export function useQuery(kept: ActivityFilter): QueryControls {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const { typed, text, type } = useSearch();
  const [between, within] = useState<ActivityQuery['between']>(null);
  // Each snapshot brings another object of the same filter.
  const key = JSON.stringify(kept);
  const query = useMemo(
    () => ({ ...(JSON.parse(key) as ActivityFilter), text, between }),
    [key, text, between],
  );
  const filter = useChanges(kept, (next: ActivityFilter) => act(api.keepFilter(next)));
  const clear = (): void => {
    type('');
    within(null);
    if (!isUnfiltered(kept)) void filter(() => noFilter);
  };
  return { typed, type, query, filter: (change) => void filter(change), within, clear };
}

/** Nothing is left out. */
export function isWhole(query: ActivityQuery): boolean {
  return query.text === '' && query.between === null && isUnfiltered(query);
}

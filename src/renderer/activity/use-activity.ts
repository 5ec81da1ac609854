import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActivityQuery } from '../../shared/activity-query.ts';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Api, FailureCode } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';
import { type Loaded, pageSize } from './loaded.ts';
import { joined, readAgainAround, type Seen } from './read-pages.ts';

/** A browser cannot draw a list much longer; whoever looks for older rows narrows it. */
export const mostRows = 200_000;

export interface Activity {
  /** Null until the first page has come. */
  readonly rows: readonly ActivityRow[] | null;
  /** What these rows were looked for by; null until the first page has come. */
  readonly query: ActivityQuery | null;
  readonly ended: boolean;
  /** There are older ones than can be listed. */
  readonly isFull: boolean;
  readonly failure: FailureCode | null;
  readonly loadOlder: () => void;
  readonly retry: () => void;
  /** Shows rows as read at once; the next page read from main confirms it. */
  readonly showRead: (upTo: number) => void;
}

interface Wanted {
  readonly revision: number;
  /** The same object for as long as the same is asked for. */
  readonly query: ActivityQuery;
}

/**
 * The loaded pages of the activity. A new revision reads again what is new and what is `seen`; what lies
 * below is let go and comes back when scrolled to. What `first` holds is not read again.
 */
export function useActivity(
  api: Api,
  { revision, query }: Wanted,
  seen: () => Seen | null,
  first: Loaded | null = null,
): Activity {
  const [loaded, setLoaded] = useState(first && { ...first, query });
  const [failure, setFailure] = useState<FailureCode | null>(null);
  // Only the last reading counts; a new one also calls off what was asked for below.
  const reading = useRef(first && { revision, query });
  const loadingOlder = useRef(false);
  const latest = useRef(loaded);
  useEffect(() => {
    latest.current = loaded;
  }, [loaded]);

  const readAgain = useCallback(
    async (wanted: Wanted) => {
      const isSame = reading.current?.query === wanted.query;
      const former = isSame ? latest.current : null;
      reading.current = wanted;
      loadingOlder.current = false;
      const isCurrent = (): boolean => wanted === reading.current;
      const { query } = wanted;
      const outcome = await readAgainAround(api, { query, former, seen: seen(), isCurrent });
      if (!isCurrent()) return;
      setFailure(outcome.ok ? null : outcome.code);
      if (outcome.ok) setLoaded(outcome.value);
    },
    [api, seen],
  );
  useEffect(() => {
    const last = reading.current;
    if (last?.revision !== revision || last.query !== query) void readAgain({ revision, query });
  }, [readAgain, revision, query]);

  // Made anew whenever something was loaded: a list still short of rows then asks again.
  const loadOlder = useCallback(async () => {
    const next = loaded?.next ?? null;
    const mine = reading.current;
    if (!loaded || next === null || loadingOlder.current || loaded.query !== mine?.query) return;
    if (loaded.rows.length >= mostRows) return;
    loadingOlder.current = true;
    const outcome = await settled(
      api.getActivity({ ...loaded.query, before: next, limit: pageSize }),
    );
    if (mine !== reading.current) return;
    loadingOlder.current = false;
    setFailure(outcome.ok ? null : outcome.code);
    if (outcome.ok) setLoaded((loaded) => joined(loaded, { query: mine.query, ...outcome.value }));
  }, [api, loaded]);

  const showRead = useCallback((upTo: number) => {
    setLoaded(
      (loaded) => loaded && { ...loaded, rows: loaded.rows.map((row) => asRead(row, upTo)) },
    );
  }, []);

  return {
    rows: loaded?.rows ?? null,
    query: loaded?.query ?? null,
    ended: loaded !== null && loaded.next === null,
    isFull: loaded !== null && loaded.rows.length >= mostRows,
    failure,
    loadOlder: useCallback(() => void loadOlder(), [loadOlder]),
    retry: () => void readAgain({ revision, query }),
    showRead,
  };
}

function asRead(row: ActivityRow, upTo: number): ActivityRow {
  return row.read || row.id > upTo ? row : { ...row, read: true };
}

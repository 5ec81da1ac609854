import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Api, FailureCode } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';

const pageSize = 100;

interface Loaded {
  readonly rows: readonly ActivityRow[];
  /** Where the next, older page begins; null at the end. */
  readonly next: number | null;
}

export interface Activity {
  /** Null until the first page has come. */
  readonly rows: readonly ActivityRow[] | null;
  readonly ended: boolean;
  readonly failure: FailureCode | null;
  readonly loadOlder: () => void;
  readonly retry: () => void;
  /** Shows rows as read at once; the next page read from main confirms it. */
  readonly showRead: (upTo: number) => void;
}

/**
 * The loaded pages of the activity. A new revision reads again from the top down to `lowestShown`,
 * the lowest row in view; what lies below is let go and comes back when scrolled to.
 */
export function useActivity(
  api: Api,
  revision: number,
  lowestShown: () => number | null,
): Activity {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  // Only the last reading counts; a new one also calls off what was asked for below.
  const reading = useRef<object | null>(null);
  const loadingOlder = useRef(false);

  const readAgain = useCallback(
    async (revision: number) => {
      const mine = { revision };
      reading.current = mine;
      loadingOlder.current = false;
      const outcome = await readDown(api, lowestShown(), () => mine === reading.current);
      if (mine !== reading.current) return;
      setFailure(outcome.ok ? null : outcome.code);
      if (outcome.ok) setLoaded(outcome.value);
    },
    [api, lowestShown],
  );
  useEffect(() => void readAgain(revision), [readAgain, revision]);

  // Made anew whenever something was loaded: a list still short of rows then asks again.
  const loadOlder = useCallback(async () => {
    const next = loaded?.next ?? null;
    if (next === null || loadingOlder.current) return;
    const mine = reading.current;
    loadingOlder.current = true;
    const outcome = await settled(api.getActivity(next, pageSize));
    if (mine !== reading.current) return;
    loadingOlder.current = false;
    setFailure(outcome.ok ? null : outcome.code);
    if (outcome.ok) setLoaded((loaded) => joined(loaded, outcome.value));
  }, [api, loaded]);

  const showRead = useCallback((upTo: number) => {
    setLoaded(
      (loaded) => loaded && { ...loaded, rows: loaded.rows.map((row) => asRead(row, upTo)) },
    );
  }, []);

  return {
    rows: loaded?.rows ?? null,
    ended: loaded !== null && loaded.next === null,
    failure,
    loadOlder: useCallback(() => void loadOlder(), [loadOlder]),
    retry: () => void readAgain(revision),
    showRead,
  };
}

async function readDown(api: Api, lowest: number | null, current: () => boolean) {
  let all: Loaded | null = null;
  for (;;) {
    const outcome = await settled(api.getActivity(all?.next ?? null, pageSize));
    if (!outcome.ok) return outcome;
    all = joined(all, outcome.value);
    const last = all.rows.at(-1)?.id ?? 0;
    const deepEnough = lowest === null || last <= lowest;
    if (deepEnough || all.next === null || !current()) return { ok: true, value: all } as const;
  }
}

function joined(above: Loaded | null, page: Loaded): Loaded {
  if (!above) return page;
  const last = above.rows.at(-1)?.id ?? Infinity;
  return { rows: [...above.rows, ...page.rows.filter((row) => row.id < last)], next: page.next };
}

function asRead(row: ActivityRow, upTo: number): ActivityRow {
  return row.read || row.id > upTo ? row : { ...row, read: true };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Api, FailureCode } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';

const pageSize = 100;

interface Loaded {
  /** What was searched for. */
  readonly text: string;
  readonly rows: readonly ActivityRow[];
  /** Where the next, older page begins; null at the end. */
  readonly next: number | null;
}

export interface Activity {
  /** Null until the first page has come. */
  readonly rows: readonly ActivityRow[] | null;
  /** What these rows hold; empty: they are all there are. */
  readonly text: string;
  readonly ended: boolean;
  readonly failure: FailureCode | null;
  readonly loadOlder: () => void;
  readonly retry: () => void;
  /** Shows rows as read at once; the next page read from main confirms it. */
  readonly showRead: (upTo: number) => void;
}

interface Wanted {
  readonly revision: number;
  /** Only what holds these words; empty: everything. */
  readonly text: string;
}

/**
 * The loaded pages of the activity. A new revision reads again from the top down to `lowestShown`,
 * the lowest row in view; what lies below is let go and comes back when scrolled to.
 */
export function useActivity(
  api: Api,
  { revision, text }: Wanted,
  lowestShown: () => number | null,
): Activity {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  // Only the last reading counts; a new one also calls off what was asked for below.
  const reading = useRef<Wanted | null>(null);
  const loadingOlder = useRef(false);

  const readAgain = useCallback(
    async (wanted: Wanted) => {
      const lowest = reading.current?.text === wanted.text ? lowestShown() : null;
      reading.current = wanted;
      loadingOlder.current = false;
      const isCurrent = (): boolean => wanted === reading.current;
      const outcome = await readDown(api, { text: wanted.text, lowest, isCurrent });
      if (!isCurrent()) return;
      setFailure(outcome.ok ? null : outcome.code);
      if (outcome.ok) setLoaded(outcome.value);
    },
    [api, lowestShown],
  );
  useEffect(() => void readAgain({ revision, text }), [readAgain, revision, text]);

  // Made anew whenever something was loaded: a list still short of rows then asks again.
  const loadOlder = useCallback(async () => {
    const next = loaded?.next ?? null;
    const mine = reading.current;
    if (!loaded || next === null || loadingOlder.current || loaded.text !== mine?.text) return;
    loadingOlder.current = true;
    const outcome = await settled(api.getActivity(next, pageSize, loaded.text));
    if (mine !== reading.current) return;
    loadingOlder.current = false;
    setFailure(outcome.ok ? null : outcome.code);
    if (outcome.ok) setLoaded((loaded) => joined(loaded, { text: mine.text, ...outcome.value }));
  }, [api, loaded]);

  const showRead = useCallback((upTo: number) => {
    setLoaded(
      (loaded) => loaded && { ...loaded, rows: loaded.rows.map((row) => asRead(row, upTo)) },
    );
  }, []);

  return {
    rows: loaded?.rows ?? null,
    text: loaded?.text ?? '',
    ended: loaded !== null && loaded.next === null,
    failure,
    loadOlder: useCallback(() => void loadOlder(), [loadOlder]),
    retry: () => void readAgain({ revision, text }),
    showRead,
  };
}

interface Depth {
  readonly text: string;
  readonly lowest: number | null;
  readonly isCurrent: () => boolean;
}

async function readDown(api: Api, { text, lowest, isCurrent }: Depth) {
  let all: Loaded | null = null;
  for (;;) {
    const outcome = await settled(api.getActivity(all?.next ?? null, pageSize, text));
    if (!outcome.ok) return outcome;
    all = joined(all, { text, ...outcome.value });
    const last = all.rows.at(-1)?.id ?? 0;
    const deepEnough = lowest === null || last <= lowest;
    if (deepEnough || all.next === null || !isCurrent()) return { ok: true, value: all } as const;
  }
}

function joined(above: Loaded | null, page: Loaded): Loaded {
  if (!above) return page;
  const last = above.rows.at(-1)?.id ?? Infinity;
  return { ...page, rows: [...above.rows, ...page.rows.filter((row) => row.id < last)] };
}

function asRead(row: ActivityRow, upTo: number): ActivityRow {
  return row.read || row.id > upTo ? row : { ...row, read: true };
}

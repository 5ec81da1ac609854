import { useEffect, useRef } from 'react';
import type { ActivityQuery } from '../../shared/activity-query.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useSurroundings } from '../surroundings.ts';
import { newerThan } from './layout.ts';
import type { Activity } from './use-activity.ts';
import { isWhole } from './use-query.ts';

interface Told {
  readonly query: ActivityQuery | null;
  readonly newest: number;
}

/** What comes at the top is said aloud, be it the first of all, and how much was found of what was looked for. */
export function useRowsAnnounced({ rows, query, ended }: Activity): void {
  const { t } = useSurroundings();
  const announce = useAnnounce();
  const told = useRef<Told | null>(null);
  useEffect(() => {
    if (rows === null) return;
    const before = told.current;
    const newest = rows[0]?.id ?? 0;
    told.current = { query, newest };
    const count = rows.length;
    if (before?.query === query) {
      if (newest > before.newest)
        announce(t('activity.arrived', { count: newerThan(rows, before.newest) }));
    } else if (before && query && !isWhole(query) && count > 0) {
      announce(t(ended ? 'activity.found' : 'activity.found-more', { count }));
    }
  }, [announce, ended, query, rows, t]);
}

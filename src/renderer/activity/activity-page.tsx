import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { FilterTags, GroupList } from '../lazy-pages.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ActivityHead } from './activity-head.tsx';
import { ActivityList } from './activity-list.tsx';
import { DayPlace } from './day-place.tsx';
import { EmptyActivity } from './empty-activity.tsx';
import { ListFoot } from './list-foot.tsx';
import type { Loaded } from './loaded.ts';
import { TagsPlace } from './tags-place.tsx';
import type { Seen } from './read-pages.ts';
import { RowMenuPlace } from './row-menu-place.tsx';
import { useActivity } from './use-activity.ts';
import { useRowsAnnounced } from './use-rows-announced.ts';
import { useReading } from './use-reading.ts';
import { isWhole, useQuery } from './use-query.ts';

interface ActivityPageProps {
  readonly snapshot: Snapshot;
  /** The newest rows, where they are at hand. */
  readonly first: Loaded | null;
  /** Its rows, or why there are none, are drawn for the first time. */
  readonly onDrawn: () => void;
}

export function ActivityPage({ snapshot, first, onDrawn }: ActivityPageProps): ReactNode {
  const { api } = useSurroundings();
  const shown = useRef<Seen | null>(null);
  const [highest, setHighest] = useState<number | null>(null);
  const onShown = useCallback((now: Seen) => {
    shown.current = now;
    setHighest(now.highest);
  }, []);
  const seen = useCallback(() => shown.current, []);
  const controls = useQuery(snapshot.filter);
  const { query } = controls;
  const { groupBy } = snapshot;
  const activity = useActivity(api, { revision: snapshot.activityRevision, query }, seen, first);
  const { rows, showRead } = activity;
  useRowsAnnounced(activity);
  const isAll = activity.query !== null && isWhole(activity.query);
  // The rows there are would seem to be what was found.
  const isStale = activity.failure !== null && activity.query !== query;

  // What was found says nothing of what lies between.
  const inView = rows?.find(
    (row) => isAll && groupBy === null && !row.read && highest !== null && row.id <= highest,
  );
  const reading = useReading(snapshot.wishes.readBy, inView?.id ?? null, showRead);

  const isDrawn = rows !== null || activity.failure !== null;
  useEffect(() => {
    if (isDrawn) onDrawn();
  }, [isDrawn, onDrawn]);

  const newest = rows?.[0];
  const hasRows = rows !== null && rows.length > 0 && !isStale;
  return (
    <RowMenuPlace snapshot={snapshot} onUnread={reading.leaveUnread}>
      <ActivityHead
        snapshot={snapshot}
        controls={controls}
        hasAny={newest !== undefined || !isWhole(query) || !isAll}
        {...(newest && isAll && { onReadAll: () => void reading.markAll(newest.id) })}
      />
      {!isWhole({ ...query, text: '' }) && (
        <FilterTags controls={controls} snapshot={snapshot} fallback={<TagsPlace />} />
      )}
      {(newest !== undefined || !isWhole(query)) && (
        <DayPlace snapshot={snapshot} between={query.between} onBetween={controls.within} />
      )}
      {!hasRows && (
        <EmptyActivity snapshot={snapshot} activity={activity} onShowAll={controls.clear} />
      )}
      {hasRows && groupBy === null && (
        <ActivityList
          key={JSON.stringify(activity.query)}
          rows={rows}
          foot={<ListFoot activity={activity} isAll={isAll} />}
          onNearEnd={activity.loadOlder}
          onShown={onShown}
        />
      )}
      {hasRows && groupBy !== null && (
        <GroupList key={groupBy} by={groupBy} query={query} revision={snapshot.activityRevision} />
      )}
    </RowMenuPlace>
  );
}

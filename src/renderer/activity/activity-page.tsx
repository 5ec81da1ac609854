import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Button, Spinner } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ActivityList, type Shown } from './activity-list.tsx';
import { EmptyActivity } from './empty-activity.tsx';
import { SearchField } from './search-field.tsx';
import { type Activity, useActivity } from './use-activity.ts';
import { RowMenuPlace } from './row-menu-place.tsx';
import { useReading } from './use-reading.ts';
import { useSearch } from './use-search.ts';

export function ActivityPage({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { api, t } = useSurroundings();
  const shown = useRef<Shown | null>(null);
  const [highest, setHighest] = useState<number | null>(null);
  const onShown = useCallback((now: Shown) => {
    shown.current = now;
    setHighest(now.highest);
  }, []);
  const lowestShown = useCallback(() => shown.current?.lowest ?? null, []);
  const search = useSearch();
  const wanted = { revision: snapshot.activityRevision, text: search.text };
  const activity = useActivity(api, wanted, lowestShown);
  const { rows, showRead } = activity;
  const isAll = activity.text === '';
  // The rows there are would seem to be what was found.
  const isStale = activity.failure !== null && activity.text !== search.text;

  // What was found says nothing of what lies between.
  const inView = rows?.find((row) => isAll && !row.read && highest !== null && row.id <= highest);
  const reading = useReading(snapshot.wishes.readBy, inView?.id ?? null, showRead);

  const newest = rows?.[0];
  return (
    <RowMenuPlace snapshot={snapshot} onUnread={reading.leaveUnread}>
      <PageHead title={t('activity.title')}>
        {(newest || search.typed !== '' || !isAll) && (
          <SearchField typed={search.typed} onType={search.type} />
        )}
        {newest && isAll && snapshot.unread > 0 && (
          <Button
            appearance="subtle"
            size="small"
            icon={<CheckmarkCircle16Regular />}
            onClick={() => void reading.markAll(newest.id)}
          >
            {t('activity.mark-all-read')}
          </Button>
        )}
      </PageHead>
      {rows !== null && rows.length > 0 && !isStale ? (
        <ActivityList
          key={activity.text}
          rows={rows}
          foot={<Foot activity={activity} />}
          onNearEnd={activity.loadOlder}
          onShown={onShown}
        />
      ) : (
        <EmptyActivity snapshot={snapshot} activity={activity} onShowAll={() => search.type('')} />
      )}
    </RowMenuPlace>
  );
}

/** Below the oldest row: more is coming, could not come, or there is no more. */
function Foot({ activity }: { readonly activity: Activity }): ReactNode {
  const { t } = useSurroundings();
  if (activity.failure !== null) {
    return (
      <span role="alert">
        {failureWords(t, activity.failure)}{' '}
        <Button size="small" onClick={activity.retry}>
          {t('app.retry')}
        </Button>
      </span>
    );
  }
  if (activity.ended) return t(activity.text === '' ? 'activity.end' : 'activity.search.end');
  return <Spinner size="tiny" label={t('activity.loading-older')} />;
}

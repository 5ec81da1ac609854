import { type ReactNode, useEffect } from 'react';
import { Button } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import type { ActivityQuery } from '../../shared/activity-query.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Emptiness } from '../shell/emptiness.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useSurroundings } from '../surroundings.ts';
import { FailedList } from './failed-list.tsx';
import type { Activity } from './use-activity.ts';
import { isWhole } from './use-query.ts';

interface EmptyActivityProps {
  readonly snapshot: Snapshot;
  readonly activity: Activity;
  readonly onShowAll: () => void;
}

/** Why there is no row: not read yet, could not be read, nothing found, or nothing has happened. */
export function EmptyActivity(props: EmptyActivityProps): ReactNode {
  const { snapshot, activity, onShowAll } = props;
  const { t } = useSurroundings();
  if (activity.failure !== null) {
    return <FailedList failure={activity.failure} onRetry={activity.retry} />;
  }
  const { query } = activity;
  if (query === null) {
    return <Emptiness body={<Waiting label={t('activity.loading')} />} />;
  }
  if (!isWhole(query)) return <NothingFound query={query} onShowAll={onShowAll} />;
  const watching = snapshot.drives.length > 0;
  return (
    <Emptiness
      icon={<Alert48Regular />}
      title={t('activity.empty.title')}
      body={t(watching ? 'activity.empty.body' : 'activity.empty.no-drives')}
    />
  );
}

interface NothingFoundProps {
  readonly query: ActivityQuery;
  readonly onShowAll: () => void;
}

function NothingFound({ query, onShowAll }: NothingFoundProps): ReactNode {
  const { t } = useSurroundings();
  const announce = useAnnounce();
  const { text } = query;
  const isFiltered = !isWhole({ ...query, text: '' });
  const byText = t('activity.search.nothing', { text });
  const byFilter = t(text === '' ? 'activity.filter.nothing' : 'activity.filter.nothing-with', {
    text,
  });
  const words = isFiltered ? byFilter : byText;
  useEffect(() => announce(words), [announce, words]);
  return (
    <Emptiness
      icon={<Search48Regular />}
      body={words}
      action={
        <Button onClick={onShowAll}>
          {t(isFiltered ? 'activity.filter.clear' : 'activity.search.show-all')}
        </Button>
      }
    />
  );
}

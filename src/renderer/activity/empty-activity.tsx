import { type ReactNode, useEffect } from 'react';
import { Button, Spinner } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Emptiness } from '../shell/emptiness.tsx';
import { useSurroundings } from '../surroundings.ts';
import type { Activity } from './use-activity.ts';

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
    return (
      <Emptiness
        body={<span role="alert">{failureWords(t, activity.failure)}</span>}
        action={<Button onClick={activity.retry}>{t('app.retry')}</Button>}
      />
    );
  }
  if (activity.rows === null) return <Emptiness body={<Spinner delay={400} />} />;
  if (activity.text !== '') return <NothingFound text={activity.text} onShowAll={onShowAll} />;
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
  readonly text: string;
  readonly onShowAll: () => void;
}

function NothingFound({ text, onShowAll }: NothingFoundProps): ReactNode {
  const { t } = useSurroundings();
  const announce = useAnnounce();
  const words = t('activity.search.nothing', { text });
  useEffect(() => announce(words), [announce, words]);
  return (
    <Emptiness
      icon={<Search48Regular />}
      body={words}
      action={<Button onClick={onShowAll}>{t('activity.search.show-all')}</Button>}
    />
  );
}

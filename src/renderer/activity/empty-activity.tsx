import type { ReactNode } from 'react';
import { Button, Spinner } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { Emptiness } from '../shell/emptiness.tsx';
import { useSurroundings } from '../surroundings.ts';
import type { Activity } from './use-activity.ts';

interface EmptyActivityProps {
  readonly snapshot: Snapshot;
  readonly activity: Activity;
}

/** Why there is no row: not read yet, could not be read, or nothing has happened. */
export function EmptyActivity({ snapshot, activity }: EmptyActivityProps): ReactNode {
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
  const watching = snapshot.drives.length > 0;
  return (
    <Emptiness
      icon={<Alert48Regular />}
      title={t('activity.empty.title')}
      body={t(watching ? 'activity.empty.body' : 'activity.empty.no-drives')}
    />
  );
}

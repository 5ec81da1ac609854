import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { LateSpinner } from '../lazy-pages.tsx';
import { useSurroundings } from '../surroundings.ts';
import { type Activity, mostRows } from './use-activity.ts';

interface ListFootProps {
  readonly activity: Pick<Activity, 'failure' | 'retry' | 'ended' | 'isFull'>;
  /** Nothing is left out of the list. */
  readonly isAll: boolean;
}

/** Below the oldest row: more is coming, could not come, or there is no more. */
export function ListFoot({ activity, isAll }: ListFootProps): ReactNode {
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
  if (activity.ended) return t(isAll ? 'activity.end' : 'activity.search.end');
  if (activity.isFull) return t('activity.full', { count: mostRows });
  return <LateSpinner size="tiny" label={t('activity.loading-older')} />;
}

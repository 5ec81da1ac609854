import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { CloudOff48Regular } from '@fluentui/react-icons/svg/cloud-off';
import type { FailureCode } from '../../shared/ipc.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { Emptiness } from '../shell/emptiness.tsx';
import { useSurroundings } from '../surroundings.ts';

interface FailedListProps {
  readonly failure: FailureCode;
  readonly onRetry: () => void;
}

/** It could not be read. */
export function FailedList({ failure, onRetry }: FailedListProps): ReactNode {
  const { t } = useSurroundings();
  return (
    <Emptiness
      icon={<CloudOff48Regular />}
      body={<span role="alert">{failureWords(t, failure)}</span>}
      action={<Button onClick={onRetry}>{t('app.retry')}</Button>}
    />
  );
}

import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';
import { Waiting } from './waiting.tsx';

const useStyles = makeStyles({
  middle: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    height: '100%',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    boxSizing: 'border-box',
  },
});

interface OpeningProps {
  readonly failed: boolean;
  readonly onRetry: () => void;
}

/** The first moments, before there is a snapshot. Normally too short for the spinner to appear. */
export function Opening({ failed, onRetry }: OpeningProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  return (
    <main className={styles.middle}>
      {failed ? (
        <>
          <span role="alert">{t('app.failed')}</span>
          <Button onClick={onRetry}>{t('app.retry')}</Button>
        </>
      ) : (
        <Waiting label={t('app.connecting')} />
      )}
    </main>
  );
}

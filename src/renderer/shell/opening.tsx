import type { ReactNode } from 'react';
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';

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
          <Text role="alert">{t('app.failed')}</Text>
          <Button onClick={onRetry}>{t('app.retry')}</Button>
        </>
      ) : (
        <Spinner delay={400} label={t('app.connecting')} labelPosition="below" />
      )}
    </main>
  );
}

import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
});

/** Stands for a part of the window that could not be loaded or drawn. */
export function NotShown({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <span role="alert">{t('app.not-shown')}</span>
      <Button size="small" onClick={onRetry}>
        {t('app.retry')}
      </Button>
    </div>
  );
}

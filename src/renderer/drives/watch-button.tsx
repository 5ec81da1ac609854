import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

interface WatchButtonProps {
  readonly count: number;
  readonly sending: boolean;
  readonly onWatch: () => void;
  readonly large?: boolean;
}

export function WatchButton({ count, sending, onWatch, large }: WatchButtonProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  return (
    <Button
      appearance="primary"
      className={styles.button}
      size={large ? 'large' : 'medium'}
      disabledFocusable={count === 0 || sending}
      onClick={onWatch}
    >
      {count === 0 ? t('picker.watch_none') : t('picker.watch', { count })}
    </Button>
  );
}

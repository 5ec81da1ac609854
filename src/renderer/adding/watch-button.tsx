import type { ReactNode } from 'react';
import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useLate } from '../shell/use-late.ts';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

interface WatchButtonProps {
  readonly count: number;
  readonly sending: boolean;
  readonly onWatch: () => void;
  readonly large?: boolean;
  /** Other words for what is chosen. */
  readonly label?: string | undefined;
}

export function WatchButton(props: WatchButtonProps): ReactNode {
  const { count, sending, onWatch, large, label } = props;
  const { t } = useSurroundings();
  const styles = useStyles();
  const isLate = useLate(sending);
  const chosen = count === 0 ? t('picker.watch_none') : (label ?? t('picker.watch', { count }));
  return (
    <Button
      appearance="primary"
      className={styles.button}
      size={large ? 'large' : 'medium'}
      disabledFocusable={count === 0 || sending}
      {...(isLate && { icon: <Spinner size="extra-tiny" appearance="inverted" /> })}
      onClick={onWatch}
    >
      {isLate ? t('picker.watching') : chosen}
    </Button>
  );
}

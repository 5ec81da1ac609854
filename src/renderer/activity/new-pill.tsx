import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { ActivityRow } from '../../shared/activity.ts';
import { useSurroundings } from '../surroundings.ts';
import { newerThan } from './layout.ts';

const useStyles = makeStyles({
  pill: {
    position: 'absolute',
    zIndex: 2,
    top: tokens.spacingVerticalS,
    left: '50%',
    transform: 'translateX(-50%)',
    boxShadow: tokens.shadow8,
  },
});

interface NewPillProps {
  readonly rows: readonly ActivityRow[];
  /** The newest row seen; null while the top is in view. */
  readonly seen: number | null;
  readonly onShow: () => void;
}

/** Counts what arrived above while something further down is being read. */
export function NewPill({ rows, seen, onShow }: NewPillProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const newest = rows[0]?.id ?? 0;
  if (seen === null || newest <= seen) return null;
  const count = newerThan(rows, seen);
  return (
    <Button
      appearance="primary"
      shape="circular"
      size="small"
      icon={<ArrowUp16Regular />}
      className={styles.pill}
      onClick={onShow}
    >
      {t('activity.new', { count })}
    </Button>
  );
}

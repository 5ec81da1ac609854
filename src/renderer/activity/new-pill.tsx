import { type ReactNode, useEffect, useRef } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { ActivityRow } from '../../shared/activity.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useSurroundings } from '../surroundings.ts';

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
  useArrivalsAnnounced(rows, newest);
  if (seen === null || newest <= seen) return null;
  const count = rows.filter((row) => row.id > seen).length;
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

function useArrivalsAnnounced(rows: readonly ActivityRow[], newest: number): void {
  const { t } = useSurroundings();
  const announce = useAnnounce();
  const told = useRef(newest);
  useEffect(() => {
    const before = told.current;
    if (newest <= before) return;
    told.current = newest;
    announce(t('activity.arrived', { count: rows.filter((row) => row.id > before).length }));
  }, [announce, newest, rows, t]);
}

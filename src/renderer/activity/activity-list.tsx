import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ActivityRow } from '../../shared/activity.ts';
import { useSurroundings } from '../surroundings.ts';
import { DaySection } from './day-section.tsx';
import { indexOf, layoutDays, rowAt, rowsWithin } from './layout.ts';
import { NewPill } from './new-pill.tsx';
import type { Seen } from './read-pages.ts';
import { useRowKeys } from './use-row-keys.ts';
import { step, useWindowOfRows } from './use-window-of-rows.ts';

const useStyles = makeStyles({
  frame: { position: 'relative', display: 'flex', flexGrow: 1, minHeight: 0 },
  scroller: { position: 'relative', flexGrow: 1, overflowY: 'auto', overflowAnchor: 'none' },
  foot: {
    display: 'flex',
    justifyContent: 'center',
    padding: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Older rows are asked for when this much is left below the view. */
const ahead = 1200;

interface ActivityListProps {
  readonly rows: readonly ActivityRow[];
  readonly foot: ReactNode;
  readonly onNearEnd: () => void;
  /** Called with the highest row in view and the lowest drawn. */
  readonly onShown: (shown: Seen) => void;
}

/** Draws only what is near the view, however long the list is. */
export function ActivityList({ rows, foot, onNearEnd, onShown }: ActivityListProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutDays(rows), [rows]);
  const { stretch, margin, atTop, seen, onScroll } = useWindowOfRows(scroller, layout);
  const [first] = useState(() => rows[0]?.id ?? 0);
  const { active, onFocus, onKeyDown } = useRowKeys(scroller, layout, rows);

  // Rows above the view, drawn or not, have not been seen.
  const seenFrom = atTop ? 0 : stretch.top + margin + step;
  const highest = rowAt(layout, seenFrom)?.id ?? null;
  const lowest = (rowAt(layout, stretch.bottom) ?? rows.at(-1))?.id ?? null;
  const nearEnd = stretch.bottom + ahead > layout.height;
  useEffect(() => onShown({ highest, lowest }), [onShown, highest, lowest]);
  useEffect(() => {
    if (nearEnd) onNearEnd();
  }, [nearEnd, onNearEnd]);

  const tabStop = indexOf(rows, active) === -1 ? highest : active;
  const sections = layout.blocks.flatMap((block) => {
    const near = rowsWithin(block, stretch.top, stretch.bottom);
    const kept = indexOf(block.rows, tabStop);
    const shown = kept === -1 || near.includes(kept) ? near : [...near, kept].sort((a, b) => a - b);
    return shown.length === 0 ? [] : [{ block, shown }];
  });
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="region"
        aria-label={t('activity.list')}
        className={styles.scroller}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: layout.height }} />
        {sections.map((section) => (
          <DaySection
            key={section.block.day}
            {...section}
            tabStop={tabStop}
            fresherThan={first}
            onFocus={onFocus}
          />
        ))}
        <div className={styles.foot}>{foot}</div>
      </div>
      <NewPill
        rows={rows}
        seen={atTop ? null : seen}
        onShow={() => scroller.current?.scrollTo({ top: 0 })}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Row } from './activity-row.tsx';
import { DayName } from './day-name.tsx';
import { type DayBlock, headingHeight, rowHeight } from './layout.ts';

const useStyles = makeStyles({
  section: { position: 'absolute', insetInline: 0 },
  heading: {
    position: 'sticky',
    zIndex: 1,
    top: 0,
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: `${headingHeight}px`,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface DaySectionProps {
  readonly block: DayBlock;
  /** Indexes of the rows to draw; the others only take up room. */
  readonly shown: readonly number[];
  readonly tabStop: number | null;
  /** Rows after this one arrived while the list was shown: they fade in. */
  readonly fresherThan: number;
  readonly onFocus: (id: number) => void;
}

export function DaySection(props: DaySectionProps): ReactNode {
  const { block, shown, tabStop, fresherThan, onFocus } = props;
  const styles = useStyles();
  const headingId = `day-${block.day}`;
  return (
    <section className={styles.section} style={{ top: block.top, height: block.height }}>
      <h2 id={headingId} className={styles.heading}>
        <DayName day={block.day} />
      </h2>
      <ul aria-labelledby={headingId} className={styles.list}>
        {shown.map((index) => {
          const row = block.rows[index];
          return (
            row && (
              <Row
                key={row.id}
                row={row}
                day={block.day}
                top={headingHeight + index * rowHeight}
                position={index + 1}
                count={block.rows.length}
                tabStop={row.id === tabStop}
                fresh={row.id > fresherThan}
                onFocus={onFocus}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}

import { type ReactNode, useId } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DayPart } from '../../shared/activity-query.ts';
import { useAllWords } from '../all-words.ts';
import { mostLooks, patternOf, Patterns } from './day-drives.tsx';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    height: tokens.lineHeightBase200,
    margin: 0,
    padding: 0,
    overflow: 'hidden',
    listStyleType: 'none',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  drive: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    // Each has an equal part of the room; what a short name leaves of it is for the long ones.
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    maxWidth: 'max-content',
  },
  swatch: { flexShrink: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Which drive is drawn how. */
export function DayLegend({ drives }: { readonly drives: readonly DayPart[] }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const id = useId();
  const names = drives.slice(0, mostLooks).map(({ name }) => name);
  const all = drives.length > mostLooks ? [...names, t('day.others')] : names;
  return (
    <ul aria-hidden className={styles.legend}>
      {all.map((name, look) => (
        <li key={patternOf(id, look)} className={styles.drive}>
          <svg width="10" height="10" className={styles.swatch}>
            {look === 0 && <Patterns id={id} />}
            <rect width="10" height="10" fill={`url(#${patternOf(id, look)})`} />
          </svg>
          <bdi className={styles.name} title={name}>
            {name}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

import { type ReactNode, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DriveVitals } from '../../shared/diagnostics.ts';
import type { Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';
import { vitalWords } from '../../shared/texts/vital-words.ts';
import { useFoldedStyles } from './folded-styles.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { useVitals } from './use-vitals.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(40%) 1fr',
    columnGap: tokens.spacingHorizontalL,
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** How each drive is connected, and what has last happened to it. */
export function DriveDetails({ drives }: Pick<Snapshot, 'drives'>): ReactNode {
  const t = useAllWords();
  const folded = useFoldedStyles();
  const [open, setOpen] = useState(false);
  const vitals = useVitals(open);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={folded.summary}>{t('diagnostics.drives')}</summary>
      <ul className={folded.list}>
        {drives.map((drive) => (
          <li key={drive.watchId}>
            <bdi>{drive.name}</bdi>
            <Facts drive={drive} vitals={vitals[drive.watchId] ?? null} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface FactsProps {
  readonly drive: WatchedDriveView;
  readonly vitals: DriveVitals | null;
}

function Facts({ drive, vitals }: FactsProps): ReactNode {
  const { locale } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const now = useNow();
  return (
    <dl className={styles.facts}>
      {vitalWords(t, { drive, vitals, now, locale }).map(({ term, fact }) => [
        <dt key={`${term}-term`} className={styles.term}>
          {term}
        </dt>,
        <dd key={term} className={styles.fact}>
          {fact}
        </dd>,
      ])}
    </dl>
  );
}

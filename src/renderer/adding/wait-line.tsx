import { type ReactNode, useEffect } from 'react';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useAnnounce } from '../shell/announcer.tsx';
import { useLate } from '../shell/use-late.ts';
import { useAllWords } from '../all-words.ts';
import { waitWords } from './find-words.ts';
import type { Wait } from './use-asking.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
  spinner: { justifyContent: 'start', flexGrow: 1, minWidth: 0 },
  words: { overflowWrap: 'anywhere' },
});

interface WaitLineProps {
  readonly waiting: Wait | null;
  readonly onCancel: () => void;
}

/** What is being waited for, once that takes a while, and the way out. */
export function WaitLine({ waiting, onCancel }: WaitLineProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const announce = useAnnounce();
  const isLate = useLate(waiting !== null);
  const words = waiting && isLate ? waitWords(t, waiting) : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [announce, words]);
  if (words === null) return null;
  return (
    <div className={styles.line}>
      <Spinner
        size="tiny"
        className={styles.spinner}
        label={{ className: styles.words, children: words }}
      />
      <Button size="small" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}

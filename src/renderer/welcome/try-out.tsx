import { type ReactNode, useEffect, useState } from 'react';
import { Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { settled, useFailures } from '../shell/failure.tsx';
import { useAnnounce } from '../shell/announcer.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

const useStyles = makeStyles({
  // Below the buttons that most people want.
  place: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    flexBasis: '100%',
  },
});

/** For who has no account at hand, where that can be had: a Drivebell that plays Microsoft's side itself. */
export function TryOut(): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const announce = useAnnounce();
  const t = useAllWords();
  const styles = useStyles();
  const [isOffered, setOffered] = useState(false);
  const [isStarted, setStarted] = useState(false);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const outcome = await settled(api.canTryOut());
      setOffered(outcome.ok && outcome.value);
    };
    void ask();
  }, [api]);
  const start = async (): Promise<void> => {
    if (!(await act(api.tryOut()))) return;
    setStarted(true);
    announce(t('try-out.started'));
  };
  if (!isOffered) return null;
  return (
    <div className={styles.place}>
      <Link as="button" onClick={() => void start()}>
        {t('try-out.button')}
      </Link>
      {isStarted && <Caption1>{t('try-out.started')}</Caption1>}
    </div>
  );
}

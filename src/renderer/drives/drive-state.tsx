import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { livenessWord } from '../../shared/texts/liveness-words.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { StateMark } from '../shell/state-mark.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalSNudge,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  since: { color: tokens.colorNeutralForeground3 },
});

/** A drive's liveness: shape, word, and since when. */
export function DriveState({ drive }: { readonly drive: WatchedDriveView }): ReactNode {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const styles = useStyles();
  const { state, since } = drive.liveness;
  return (
    <div className={styles.state}>
      <StateMark state={state} />
      <span>{livenessWord(t, state, drive.pollSeconds)}</span>
      <span className={styles.since}>
        {t('word.since', { time: momentWords(since, now, locale) })}
      </span>
    </div>
  );
}

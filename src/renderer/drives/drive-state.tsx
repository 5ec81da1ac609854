import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { livenessWord } from '../../shared/texts/liveness-words.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { narrow } from '../shell/rail-styles.ts';
import { StateMark } from '../shell/state-mark.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  // Below one another, so that the facts beside them have room.
  state: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    minWidth: '176px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [narrow]: {
      flexDirection: 'row',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalSNudge,
    },
  },
  word: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minHeight: tokens.lineHeightBase300,
  },
  // In line with the word above.
  since: {
    paddingInlineStart: `calc(12px + ${tokens.spacingHorizontalSNudge})`,
    color: tokens.colorNeutralForeground3,
    [narrow]: { paddingInlineStart: 0 },
  },
});

/** A drive's liveness: shape, word, and since when. */
export function DriveState({ drive }: { readonly drive: WatchedDriveView }): ReactNode {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const styles = useStyles();
  const { state, since } = drive.liveness;
  return (
    <div className={styles.state}>
      <span className={styles.word}>
        <StateMark state={state} />
        <span>{livenessWord(t, state, drive.pollSeconds)}</span>
      </span>
      <span className={styles.since}>
        {t('word.since', { time: momentWords(since, now, locale) })}
      </span>
    </div>
  );
}

import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { isPaused } from '../../shared/texts/liveness-words.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { TranslateAny } from '../../shared/texts/translate-any.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

const pauses = ['one-hour', 'tomorrow', 'until-resumed'] as const;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3 },
});

type Silence = Pick<Snapshot, 'pausedUntil' | 'quietUntil'>;

/** Whether anything is told now, and the way to change that at once. */
export function Pausing(silence: Silence): ReactNode {
  const { api, locale } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const now = useNow();
  const styles = useStyles();
  return (
    <>
      <Body1>{stateWords(t, silence, now, locale)}</Body1>
      <div className={styles.buttons}>
        {isPaused(silence, now) ? (
          <Button appearance="primary" onClick={() => void act(api.resume())}>
            {t('settings.resume')}
          </Button>
        ) : (
          pauses.map((until) => (
            <Button key={until} onClick={() => void act(api.pause(until))}>
              {t(`settings.pause.${until}`)}
            </Button>
          ))
        )}
      </div>
      <Caption1 className={styles.note}>{t('settings.notifications.note')}</Caption1>
    </>
  );
}

function stateWords(t: TranslateAny, silence: Silence, now: number, locale: string): string {
  const { pausedUntil, quietUntil } = silence;
  if (pausedUntil === 'until-resumed') return t('settings.notifications.paused');
  if (pausedUntil !== null && pausedUntil > now) {
    const time = momentWords(pausedUntil, now, locale);
    return t('settings.notifications.paused-until', { time });
  }
  if (quietUntil !== null && quietUntil > now) {
    return t('wish.quiet-now', { time: momentWords(quietUntil, now, locale) });
  }
  return t('settings.notifications.on');
}

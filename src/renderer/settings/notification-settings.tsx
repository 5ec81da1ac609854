import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { momentWords } from '../../shared/texts/moments.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { OwnChanges } from './own-changes.tsx';
import { Section } from './section.tsx';

const pauses = ['one-hour', 'tomorrow', 'until-resumed'] as const;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3 },
});

type NotificationSettingsProps = Pick<Snapshot, 'pausedUntil' | 'tellsOwn'>;

export function NotificationSettings(props: NotificationSettingsProps): ReactNode {
  const { pausedUntil, tellsOwn } = props;
  const { api, t, locale } = useSurroundings();
  const { act } = useFailures();
  const now = useNow();
  const styles = useStyles();
  const paused = pausedUntil === 'until-resumed' || (pausedUntil !== null && pausedUntil > now);
  return (
    <Section title={t('settings.notifications')}>
      <Body1>
        {!paused && t('settings.notifications.on')}
        {paused && pausedUntil === 'until-resumed' && t('settings.notifications.paused')}
        {paused &&
          pausedUntil !== 'until-resumed' &&
          t('settings.notifications.paused-until', { time: momentWords(pausedUntil, now, locale) })}
      </Body1>
      <div className={styles.buttons}>
        {paused && (
          <Button appearance="primary" onClick={() => void act(api.resume())}>
            {t('settings.resume')}
          </Button>
        )}
        {!paused &&
          pauses.map((until) => (
            <Button key={until} onClick={() => void act(api.pause(until))}>
              {t(`settings.pause.${until}`)}
            </Button>
          ))}
      </div>
      <Caption1 className={styles.note}>{t('settings.notifications.note')}</Caption1>
      <OwnChanges tellsOwn={tellsOwn} />
    </Section>
  );
}

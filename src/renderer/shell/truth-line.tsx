import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Pause16Filled } from '@fluentui/react-icons/svg/pause';
import { WeatherMoon16Filled } from '@fluentui/react-icons/svg/weather-moon';
import { isPaused, livenessLine, pauseWords } from '../../shared/texts/liveness-words.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useFailures } from './failure.tsx';
import { StateMark } from './state-mark.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalL} 0 ${tokens.spacingHorizontalMNudge}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalSNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  paused: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
  since: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

interface TruthLineProps {
  readonly snapshot: Snapshot;
  readonly onShowDrives: () => void;
}

/** How far the window can be trusted, in one line that is always there. */
export function TruthLine({ snapshot, onShowDrives }: TruthLineProps): ReactNode {
  const { api, t, locale } = useSurroundings();
  const { act } = useFailures();
  const now = useNow();
  const styles = useStyles();
  const { state, since } = snapshot.liveness;
  const silence = pauseWords(t, snapshot, now, locale);
  const paused = isPaused(snapshot, now);
  const saysSince = state !== 'offline' && silence === null && snapshot.drives.length > 0;
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.line}
        title={t('truth.show-drives')}
        onClick={onShowDrives}
      >
        {silence !== null && (
          <span className={styles.paused}>
            {paused ? <Pause16Filled aria-hidden /> : <WeatherMoon16Filled aria-hidden />}
            {silence}
          </span>
        )}
        {silence !== null && <span aria-hidden>·</span>}
        <StateMark state={snapshot.drives.length === 0 ? 'starting' : state} />
        <span>
          {livenessLine(t, snapshot, now, locale)}
          {saysSince && (
            <span className={styles.since}>
              {' · '}
              {t('word.since', { time: momentWords(since, now, locale) })}
            </span>
          )}
        </span>
      </button>
      {paused && (
        <Button size="small" onClick={() => void act(api.resume())}>
          {t('settings.resume')}
        </Button>
      )}
    </div>
  );
}

import { type ReactNode, useEffect } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useAnnounce } from '../shell/announcer.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

const useStyles = makeStyles({
  expiry: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
});

/** How long a code is good for. Only its end is said aloud. */
export function CodeExpiry({ expiresAt }: { readonly expiresAt: number }): ReactNode {
  const { t, locale } = useSurroundings();
  const announce = useAnnounce();
  const styles = useStyles();
  const seconds = useSecondsLeft(expiresAt);
  const expired = seconds === 0;
  useEffect(() => {
    if (expired) announce(t('code.expired'));
  }, [announce, expired, t]);
  return (
    <Caption1 className={styles.expiry}>
      {expired ? t('code.expired') : t('code.expires', { time: clockWords(seconds, locale) })}
    </Caption1>
  );
}

/** "14:32" */
function clockWords(seconds: number, locale: string): string {
  return new Intl.DurationFormat(locale, { style: 'digital', hoursDisplay: 'auto' }).format({
    minutes: Math.floor(seconds / 60),
    seconds: seconds % 60,
  });
}

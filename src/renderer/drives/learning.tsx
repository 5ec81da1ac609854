import type { ReactNode } from 'react';
import { Caption1, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  learning: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalS,
  },
  words: { color: tokens.colorNeutralForeground3 },
});

interface LearningProps {
  readonly drive: WatchedDriveView;
  readonly learning: NonNullable<WatchedDriveView['learning']>;
}

export function Learning({ drive, learning }: LearningProps): ReactNode {
  const { t, locale } = useSurroundings();
  const styles = useStyles();
  const known = learning.known.toLocaleString(locale);
  const { about } = learning;
  // The estimate may be too low; a bar never goes past its end.
  const value = about === null ? undefined : Math.min(learning.known, about);
  return (
    <div className={styles.learning}>
      <ProgressBar
        aria-label={t('drives.learning-label', { drive: drive.name })}
        thickness="medium"
        {...(value === undefined ? {} : { value, max: about ?? 1 })}
      />
      <Caption1 className={styles.words}>
        {about === null
          ? t('drives.learning', { known })
          : t('drives.learning-of', { known, about: about.toLocaleString(locale) })}
      </Caption1>
    </div>
  );
}

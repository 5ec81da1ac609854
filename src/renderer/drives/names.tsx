import type { ReactNode } from 'react';
import { Caption1, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { NamesButton } from './names-button.tsx';

const useStyles = makeStyles({
  names: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
  },
  told: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
  },
  words: { color: tokens.colorNeutralForeground3 },
});

interface NamesProps {
  readonly drive: WatchedDriveView;
  /** Has the focus where there is nothing left to press. */
  readonly focusAfter: HTMLElement | null;
}

/** Which names in a drive are known, as long as not all are. */
export function Names({ drive, focusAfter }: NamesProps): ReactNode {
  const styles = useStyles();
  const { learning, names } = drive;
  if (learning === null && names === null) return null;
  return (
    <div className={styles.names}>
      <div className={styles.told}>
        {learning && <Progress drive={drive} learning={learning} />}
        <Caption1 className={styles.words}>
          <Words drive={drive} />
        </Caption1>
      </div>
      {names !== 'folders' && (
        <NamesButton drive={drive} learning={learning !== null} focusAfter={focusAfter} />
      )}
    </div>
  );
}

interface ProgressProps {
  readonly drive: WatchedDriveView;
  readonly learning: NonNullable<WatchedDriveView['learning']>;
}

function Progress({ drive, learning: { known, about } }: ProgressProps): ReactNode {
  const { t } = useSurroundings();
  // The estimate may be too low; a bar never goes past its end.
  const value = about === null ? {} : { value: Math.min(known, about), max: about };
  return (
    <ProgressBar
      aria-label={t('drives.learning-label', { drive: drive.name })}
      thickness="medium"
      {...value}
    />
  );
}

function Words({ drive: { learning, names } }: Pick<NamesProps, 'drive'>): ReactNode {
  const { t, locale } = useSurroundings();
  if (learning === null) return names && t(`drives.names.${names}`);
  const known = learning.known.toLocaleString(locale);
  const { about } = learning;
  return about === null
    ? t('drives.learning', { known })
    : t('drives.learning-of', { known, about: about.toLocaleString(locale) });
}

import type { ReactNode } from 'react';
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { DriveChoice } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { driveIcons } from './drive-icon.tsx';

const useStyles = makeStyles({
  row: {
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  indicator: { alignSelf: 'center' },
  box: { display: 'flex', width: '100%', alignItems: 'center' },
  label: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  colour: { color: tokens.colorNeutralForeground3 },
});

interface ChoiceRowProps {
  readonly choice: DriveChoice;
  readonly picked: boolean;
  readonly onPick: (choice: DriveChoice, picked: boolean) => void;
}

export function ChoiceRow({ choice, picked, onPick }: ChoiceRowProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const kind = t(`drives.kind.${choice.kind}`);
  const quiet = [
    kind === choice.name ? null : kind,
    choice.owner,
    choice.watched ? t('picker.watched') : null,
  ];
  return (
    <li className={styles.row}>
      <Checkbox
        className={styles.box}
        checked={picked || choice.watched}
        disabled={choice.watched}
        onChange={(_event, data) => onPick(choice, data.checked === true)}
        indicator={{ className: styles.indicator }}
        label={{
          className: styles.label,
          children: (
            <>
              {driveIcons[choice.kind]}
              <span className={styles.words}>
                <bdi className={styles.line}>{choice.name}</bdi>
                <span className={styles.line}>
                  <span className={styles.quiet}>{quiet.filter(Boolean).join(' · ')}</span>
                </span>
              </span>
            </>
          ),
        }}
      />
    </li>
  );
}

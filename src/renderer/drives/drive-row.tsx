import { type ReactNode, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { momentWords } from '../../shared/texts/moments.ts';
import type { AccountView, WatchedDriveView } from '../../shared/snapshot.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { driveIcons } from './drive-icon.tsx';
import { DriveMenu } from './drive-menu.tsx';
import { DriveState } from './drive-state.tsx';
import { DriveTrouble } from './drive-trouble.tsx';
import { Names } from './names.tsx';
import { StopDialog } from './stop-dialog.tsx';

const narrow = '@media (max-width: 719px)';

const useStyles = makeStyles({
  row: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomColor: 'transparent' },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  facts: {
    display: 'flex',
    alignItems: 'center',
    flexGrow: 1,
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
    [narrow]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  named: { flexGrow: 1, minWidth: 0 },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  quiet: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  below: { paddingInlineStart: `calc(24px + ${tokens.spacingHorizontalM})` },
});

interface DriveRowProps {
  readonly drive: WatchedDriveView;
  readonly account: AccountView | undefined;
}

export function DriveRow({ drive, account }: DriveRowProps): ReactNode {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const styles = useStyles();
  const [stopping, setStopping] = useState(false);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const last = drive.lastChangeAt;
  const kind = t(`drives.kind.${drive.kind}`);
  const quiet = [
    kind === drive.name ? null : kind,
    account?.username,
    last === null
      ? t('drives.no-change')
      : t('drives.last-change', { time: momentWords(last, now, locale) }),
  ];
  return (
    <li className={styles.row} aria-label={drive.name}>
      <div className={styles.head}>
        <span className={styles.icon}>{driveIcons[drive.kind]}</span>
        <div className={styles.facts}>
          <div className={styles.named}>
            <div className={styles.name} title={drive.name}>
              <bdi>{drive.name}</bdi>
            </div>
            <div className={styles.quiet}>{quiet.filter(Boolean).join(' · ')}</div>
          </div>
          <DriveState drive={drive} />
        </div>
        <DriveMenu drive={drive} buttonRef={setMenu} onStop={() => setStopping(true)} />
      </div>
      <div className={styles.below}>
        <DriveTrouble drive={drive} account={account} onStop={() => setStopping(true)} />
        <Names drive={drive} focusAfter={menu} />
      </div>
      <StopDialog drive={drive} open={stopping} onClose={() => setStopping(false)} />
    </li>
  );
}

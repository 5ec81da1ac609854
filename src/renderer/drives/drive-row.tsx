import { type ReactNode, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { momentWords } from '../../shared/texts/moments.ts';
import type { AccountView, Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';
import { narrow } from '../shell/rail-styles.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { driveIcons } from './drive-icon.tsx';
import { type DriveAsks, DriveMenu } from './drive-menu.tsx';
import { DriveState } from './drive-state.tsx';
import { DriveTrouble } from './drive-trouble.tsx';
import { Names } from './names.tsx';

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
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  below: { paddingInlineStart: `calc(24px + ${tokens.spacingHorizontalM})` },
});

interface DriveRowProps extends DriveAsks {
  readonly drive: WatchedDriveView;
  readonly account: AccountView | undefined;
  readonly snapshot: Snapshot;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function DriveRow({ drive, account, snapshot, ...asks }: DriveRowProps): ReactNode {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const styles = useStyles();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const { lastChangeAt: last, microsoftName } = drive;
  const kind = t(`drives.kind.${drive.kind}`);
  const quiet = [
    microsoftName === drive.name ? null : microsoftName,
    kind === microsoftName ? null : kind,
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
            <div className={styles.quiet} title={quiet.filter(Boolean).join(' · ')}>
              {quiet.filter(Boolean).join(' · ')}
            </div>
          </div>
          <DriveState drive={drive} />
        </div>
        <DriveMenu drive={drive} webhook={snapshot.webhook} buttonRef={setMenu} {...asks} />
      </div>
      <div className={styles.below}>
        <DriveTrouble drive={drive} account={account} snapshot={snapshot} onStop={asks.onStop} />
        <Names drive={drive} focusAfter={menu} />
      </div>
    </li>
  );
}

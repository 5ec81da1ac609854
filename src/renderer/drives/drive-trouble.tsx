import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { driveSentence } from '../../shared/texts/liveness-words.ts';
import type { TextKey } from '../../shared/texts/translate.ts';
import type { AccountView, Liveness, WatchedDriveView } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { useDriveActions } from './use-drive-actions.ts';

const useStyles = makeStyles({
  trouble: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  button: { flexShrink: 0 },
});

type Help = 'signIn' | 'checkNow' | 'open' | 'stop';

const helpKeys = {
  signIn: 'drives.sign-in-again',
  checkNow: 'drives.check-now',
  open: 'drives.open',
  stop: 'drives.stop',
} as const satisfies Record<Help, TextKey>;

interface DriveTroubleProps {
  readonly drive: WatchedDriveView;
  readonly account: AccountView | undefined;
  readonly onStop: () => void;
}

/** Why a drive is not live, in a sentence, and the one thing that helps. */
export function DriveTrouble({ drive, account, onStop }: DriveTroubleProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const actions = useDriveActions(drive, account);
  const words = driveSentence(t, drive);
  if (words === null) return null;
  const help = helpFor(drive.liveness);
  return (
    <div className={styles.trouble}>
      <span>{words}</span>
      <Button
        size="small"
        className={styles.button}
        onClick={help === 'stop' ? onStop : actions[help]}
      >
        {t(helpKeys[help])}
      </Button>
    </div>
  );
}

function helpFor({ state, reason }: Liveness): Help {
  if (state === 'sign-in-needed' || reason === 'signed-out') return 'signIn';
  // The drive's own page is where access can be asked for.
  if (reason === 'no-access') return 'open';
  if (reason === 'drive-gone') return 'stop';
  return 'checkNow';
}

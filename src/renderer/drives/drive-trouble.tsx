import { type ReactNode, useState } from 'react';
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { driveSentence } from '../../shared/texts/liveness-words.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { AnyKey } from '../../shared/texts/translate-any.ts';
import type { AccountView, Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';
import { ClientIdDialog } from '../sign-in/client-id-dialog.tsx';
import { CopyButton } from '../shell/copy-button.tsx';
import { useAllWords } from '../all-words.ts';
import { type Help, helpFor } from './help-for.ts';
import { useDriveActions } from './use-drive-actions.ts';

const useStyles = makeStyles({
  trouble: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  words: { flexGrow: 1, flexBasis: '280px', minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
});

const helpKeys = {
  signIn: 'drives.sign-in-again',
  tryNow: 'drives.try-now',
  open: 'drives.open',
  stop: 'drives.stop',
  changeClientId: 'client-id.change',
} as const satisfies Record<Exclude<Help, 'askAdministrator'>, AnyKey>;

interface DriveTroubleProps {
  readonly drive: WatchedDriveView;
  readonly account: AccountView | undefined;
  readonly snapshot: Snapshot;
  readonly onStop: () => void;
}

/** Why a drive is not live, in a sentence, and the one thing that helps. */
export function DriveTrouble(props: DriveTroubleProps): ReactNode {
  const { drive, account, snapshot } = props;
  const t = useAllWords();
  const styles = useStyles();
  const words = driveSentence(t, drive);
  if (words === null) return null;
  const help = helpFor(drive, account?.cloud ?? 'global', snapshot);
  return (
    <div className={styles.trouble}>
      <span className={styles.words}>
        {help === 'askAdministrator' ? failureWords(t, 'needs-administrator') : words}
      </span>
      <div className={styles.buttons}>
        {help === 'askAdministrator' && (
          <CopyButton size="small" what="admin-consent-link" label={t('admin.copy')} />
        )}
        {/* Once it is approved, somebody has to sign in. */}
        {help && <HelpButton {...props} help={help === 'askAdministrator' ? 'signIn' : help} />}
      </div>
    </div>
  );
}

interface HelpButtonProps extends DriveTroubleProps {
  readonly help: keyof typeof helpKeys;
}

function HelpButton({ drive, account, snapshot, help, onStop }: HelpButtonProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { signIn, checkNow, open } = useDriveActions(drive, account);
  const [changing, setChanging] = useState(false);
  const restored = useRestoreFocusTarget();
  const actions = {
    signIn,
    tryNow: checkNow,
    open,
    stop: onStop,
    changeClientId: () => setChanging(true),
  };
  return (
    <>
      <Button size="small" className={styles.button} onClick={actions[help]} {...restored}>
        {t(helpKeys[help])}
      </Button>
      <ClientIdDialog
        cloud={changing ? (account?.cloud ?? 'global') : null}
        clientIds={snapshot.clientIds}
        onClose={() => setChanging(false)}
      />
    </>
  );
}

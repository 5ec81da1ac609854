import type { ReactNode } from 'react';
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { FailureCode } from '../../shared/ipc.ts';
import type { AccountView } from '../../shared/snapshot.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { again, anyone } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    minHeight: '120px',
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
    textWrap: 'balance',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

interface NothingToPickProps {
  /** Null: the accounts were asked, and have no drives. */
  readonly failure: FailureCode | null;
  readonly accounts: readonly AccountView[];
  readonly onRetry: () => void;
}

export function NothingToPick({ failure, accounts, onRetry }: NothingToPickProps): ReactNode {
  const { t } = useSurroundings();
  const { signIn } = useSignIn();
  const styles = useStyles();
  const signedOut = failure === 'signed-out';
  const account = accounts.find(({ needsSignIn }) => needsSignIn) ?? accounts[0];
  return (
    <div className={styles.box}>
      <Body1 role="alert">{failure === null ? t('picker.empty') : failureWords(t, failure)}</Body1>
      {failure === 'needs-administrator' && <Body1>{t('admin.hint')}</Body1>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={signedOut ? () => signIn(account ? again(account) : anyone) : onRetry}
        >
          {t(signedOut ? 'drives.sign-in-again' : 'app.retry')}
        </Button>
        {failure === 'needs-administrator' && (
          <CopyButton what="admin-consent-link" label={t('admin.copy')} />
        )}
      </div>
    </div>
  );
}

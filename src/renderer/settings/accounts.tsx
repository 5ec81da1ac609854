import { type ReactNode, useRef, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { AccountView, Snapshot } from '../../shared/snapshot.ts';
import { anyone } from '../sign-in/asks.ts';
import { OtherWaysButton } from '../sign-in/other-ways-button.tsx';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useFocusAfterLoss } from '../shell/use-focus-after-loss.ts';
import { useAllWords } from '../all-words.ts';
import { AccountRow } from './account-row.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { Section } from '../shell/section.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

export function Accounts({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const t = useAllWords();
  const { signIn } = useSignIn();
  const styles = useStyles();
  const [removing, setRemoving] = useState<AccountView | null>(null);
  const add = useRef<HTMLElement>(null);
  const { accounts } = snapshot;
  const signingIn = snapshot.signIn.state === 'waiting';
  const onFocusLost = useFocusAfterLoss(accounts.length, add);
  return (
    <Section title={t('settings.accounts')}>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <AccountRow
            key={account.accountId}
            account={account}
            signingIn={signingIn}
            onRemove={() => setRemoving(account)}
          />
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          ref={(button: HTMLElement | null) => {
            add.current = button;
          }}
          icon={<Add16Regular />}
          disabledFocusable={signingIn}
          onClick={() => signIn(anyone)}
        >
          {t('settings.accounts.add')}
        </Button>
        <OtherWaysButton short disabled={signingIn} />
      </div>
      <RemoveDialog
        account={removing}
        snapshot={snapshot}
        onClose={() => setRemoving(null)}
        onFocusLost={onFocusLost}
      />
    </Section>
  );
}

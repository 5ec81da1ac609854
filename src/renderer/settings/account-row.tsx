import type { ReactNode } from 'react';
import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { AccountView } from '../../shared/snapshot.ts';
import { narrow } from '../shell/rail-styles.ts';
import { StateMark } from '../shell/state-mark.tsx';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useAllWords } from '../all-words.ts';
import { AccountMenu } from './account-menu.tsx';

const useStyles = makeStyles({
  account: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  facts: {
    display: 'flex',
    alignItems: 'center',
    flexGrow: 1,
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
    [narrow]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  words: { flexGrow: 1, minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  state: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    gap: tokens.spacingHorizontalSNudge,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  button: { flexShrink: 0 },
});

interface AccountRowProps {
  readonly account: AccountView;
  readonly signingIn: boolean;
  readonly onRemove: () => void;
}

export function AccountRow({ account, signingIn, onRemove }: AccountRowProps): ReactNode {
  const t = useAllWords();
  const { signIn } = useSignIn();
  const styles = useStyles();
  const { name, username, kind, cloud, needsSignIn } = account;
  const quiet = [
    username,
    t(`settings.account.${kind}`),
    cloud === 'global' ? null : t(`cloud.${cloud}`),
  ];
  return (
    <li className={styles.account} aria-label={username}>
      <Avatar aria-hidden name={name} color="neutral" />
      <div className={styles.facts}>
        <div className={styles.words}>
          <div className={styles.name} title={name}>
            {name}
          </div>
          <div className={styles.quiet}>{quiet.filter(Boolean).join(' · ')}</div>
        </div>
        <div className={styles.state}>
          <StateMark state={needsSignIn ? 'sign-in-needed' : 'live'} />
          <span>{t(needsSignIn ? 'word.sign-in-needed' : 'settings.account.signed-in')}</span>
        </div>
      </div>
      {needsSignIn && (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={signingIn}
          onClick={() => signIn(again(account))}
        >
          {t('drives.sign-in-again')}
        </Button>
      )}
      <AccountMenu account={account} onRemove={onRemove} />
    </li>
  );
}

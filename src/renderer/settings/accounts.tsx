import type { ReactNode } from 'react';
import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { AccountView } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  account: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  add: { alignSelf: 'start', marginTop: tokens.spacingVerticalXS },
});

interface AccountsProps {
  readonly accounts: readonly AccountView[];
  readonly signingIn: boolean;
}

export function Accounts({ accounts, signingIn }: AccountsProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const styles = useStyles();
  return (
    <Section title={t('settings.accounts')}>
      <ul className={styles.list}>
        {accounts.map(({ accountId, name, username, kind }) => (
          <li key={accountId} className={styles.account}>
            <Avatar aria-hidden name={name} color="neutral" />
            <div className={styles.words}>
              <div className={styles.name}>{name}</div>
              <div className={styles.quiet}>
                {username} · {t(`settings.account.${kind}`)}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Button
        className={styles.add}
        icon={<Add16Regular />}
        disabledFocusable={signingIn}
        onClick={() => void act(api.signIn(null))}
      >
        {t('settings.accounts.add')}
      </Button>
    </Section>
  );
}

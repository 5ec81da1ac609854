import type { ReactNode } from 'react';
import { MenuItem } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Key20Regular } from '@fluentui/react-icons/svg/key';
import type { AccountView } from '../../shared/snapshot.ts';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useAllWords } from '../all-words.ts';
import { MoreMenu } from '../shell/more-menu.tsx';

interface AccountMenuProps {
  readonly account: AccountView;
  readonly onRemove: () => void;
}

export function AccountMenu({ account, onRemove }: AccountMenuProps): ReactNode {
  const t = useAllWords();
  const { otherWays } = useSignIn();
  return (
    <MoreMenu label={t('settings.account.menu', { username: account.username })}>
      {account.needsSignIn && (
        <MenuItem icon={<Key20Regular />} onClick={() => otherWays(again(account))}>
          {t('ways.title')}
        </MenuItem>
      )}
      <MenuItem icon={<Delete20Regular />} onClick={onRemove}>
        {t('settings.account.remove')}
      </MenuItem>
    </MoreMenu>
  );
}

import type { ReactNode } from 'react';
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Key20Regular } from '@fluentui/react-icons/svg/key';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { AccountView } from '../../shared/snapshot.ts';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useWishWords } from '../wish-words.ts';

interface AccountMenuProps {
  readonly account: AccountView;
  readonly onRemove: () => void;
}

export function AccountMenu({ account, onRemove }: AccountMenuProps): ReactNode {
  const t = useWishWords();
  const { otherWays } = useSignIn();
  const restored = useRestoreFocusTarget();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          aria-label={t('settings.account.menu', { username: account.username })}
          icon={<MoreHorizontal20Regular />}
          {...restored}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {account.needsSignIn && (
            <MenuItem icon={<Key20Regular />} onClick={() => otherWays(again(account))}>
              {t('ways.title')}
            </MenuItem>
          )}
          <MenuItem icon={<Delete20Regular />} onClick={onRemove}>
            {t('settings.account.remove')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

import type { ReactNode, RefCallback } from 'react';
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { BinRecycle20Regular } from '@fluentui/react-icons/svg/bin-recycle';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { useDriveActions } from './use-drive-actions.ts';

interface DriveMenuProps {
  readonly drive: WatchedDriveView;
  readonly buttonRef: RefCallback<HTMLElement>;
  readonly onStop: () => void;
}

export function DriveMenu({ drive, buttonRef, onStop }: DriveMenuProps): ReactNode {
  const { t } = useSurroundings();
  const { open, openRecycleBin, checkNow } = useDriveActions(drive);
  const restored = useRestoreFocusTarget();
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={buttonRef}
          appearance="subtle"
          aria-label={t('drives.menu', { drive: drive.name })}
          icon={<MoreHorizontal20Regular />}
          {...restored}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<Open20Regular />} onClick={open}>
            {t('drives.open')}
          </MenuItem>
          <MenuItem icon={<BinRecycle20Regular />} onClick={openRecycleBin}>
            {t('drives.recycle-bin')}
          </MenuItem>
          <MenuItem icon={<ArrowSync20Regular />} onClick={checkNow}>
            {t('drives.check-now')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<EyeOff20Regular />} onClick={onStop}>
            {t('drives.stop')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

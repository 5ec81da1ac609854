import type { ReactNode, RefCallback } from 'react';
import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { BinRecycle20Regular } from '@fluentui/react-icons/svg/bin-recycle';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { PlugConnected20Regular } from '@fluentui/react-icons/svg/plug-connected';
import { Rename20Regular } from '@fluentui/react-icons/svg/rename';
import type { WatchedDriveView, WebhookView } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useAllWords } from '../all-words.ts';
import { useDriveActions } from './use-drive-actions.ts';
import { MoreMenu } from '../shell/more-menu.tsx';

export interface DriveAsks {
  readonly onRename: () => void;
  readonly onMove: (to: 'earlier' | 'later') => void;
  readonly onStop: () => void;
}

interface DriveMenuProps extends DriveAsks {
  readonly drive: WatchedDriveView;
  readonly webhook: WebhookView;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly buttonRef: RefCallback<HTMLElement>;
}

export function DriveMenu(props: DriveMenuProps): ReactNode {
  const { drive, webhook, buttonRef } = props;
  const t = useAllWords();
  const { open, openRecycleBin, checkNow, wakeBy } = useDriveActions(drive);
  // Without an address there is nothing to choose, and where it is used for all drives it is chosen.
  const canChoose = webhook.url !== null && webhook.use === 'fallback';
  const other = drive.wakeBy === 'push' ? 'webhook' : 'push';
  const announce = useAnnounce();
  const wake = async (): Promise<void> => {
    if (await wakeBy(other)) announce(t(`drives.woken-by-${other}`, { drive: drive.name }));
  };
  return (
    <MoreMenu label={t('drives.menu', { drive: drive.name })} buttonRef={buttonRef}>
      <MenuItem icon={<Open20Regular />} onClick={open}>
        {t('drives.open')}
      </MenuItem>
      <MenuItem icon={<BinRecycle20Regular />} onClick={openRecycleBin}>
        {t('drives.recycle-bin')}
      </MenuItem>
      <MenuItem icon={<ArrowSync20Regular />} onClick={checkNow}>
        {t('drives.check-now')}
      </MenuItem>
      {canChoose && (
        <MenuItem icon={<PlugConnected20Regular />} onClick={() => void wake()}>
          {t(`drives.by-${other}`)}
        </MenuItem>
      )}
      <MenuDivider />
      <InTheList {...props} />
    </MoreMenu>
  );
}

function InTheList({ isFirst, isLast, onRename, onMove, onStop }: DriveMenuProps): ReactNode {
  const t = useAllWords();
  return (
    <>
      <MenuItem icon={<Rename20Regular />} onClick={onRename}>
        {t('drives.rename')}
      </MenuItem>
      <MenuItem icon={<ArrowUp20Regular />} disabled={isFirst} onClick={() => onMove('earlier')}>
        {t('drives.up')}
      </MenuItem>
      <MenuItem icon={<ArrowDown20Regular />} disabled={isLast} onClick={() => onMove('later')}>
        {t('drives.down')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<EyeOff20Regular />} onClick={onStop}>
        {t('drives.stop')}
      </MenuItem>
    </>
  );
}

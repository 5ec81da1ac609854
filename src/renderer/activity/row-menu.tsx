import { type ReactNode, Suspense, useState } from 'react';
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { MailRead20Regular } from '@fluentui/react-icons/svg/mail-read';
import { MailUnread20Regular } from '@fluentui/react-icons/svg/mail-unread';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { RuleDialog } from '../lazy-pages.tsx';
import type { RuleAsked } from '../rules/rule-form.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNotes } from '../shell/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useWishWords } from '../wish-words.ts';
import { MuteMenu } from './mute-menu.tsx';
import type { OpenedRow } from './row-menu-place.tsx';
import { useMute } from './use-mute.ts';

interface RowMenuProps {
  /** Null while closed. */
  readonly opened: OpenedRow | null;
  readonly snapshot: Snapshot;
  readonly onUnread: () => void;
  readonly onClose: () => void;
}

/** All that can be done with one change. */
export function RowMenu({ opened, snapshot, onUnread, onClose }: RowMenuProps): ReactNode {
  const t = useWishWords();
  const { say } = useNotes();
  const [ruled, setRuled] = useState<RuleAsked | null>(null);
  const mute = useMute(snapshot.rules);
  const close = (): void => {
    opened?.button.focus();
    onClose();
  };
  return (
    <>
      <Menu
        open={opened !== null}
        onOpenChange={(_event, { open }) => open || close()}
        positioning={{ target: opened?.button ?? null, position: 'below', align: 'end' }}
      >
        <MenuPopover>
          {opened && (
            <MenuList>
              <Plain
                row={opened.row}
                knowsUnread={snapshot.wishes.readBy !== 'never'}
                onUnread={onUnread}
              />
              <MenuDivider />
              <MuteMenu row={opened.row} onMute={mute} />
              <MenuItem icon={<Filter20Regular />} onClick={() => setRuled({ from: opened.row })}>
                {t('row.new-rule')}
              </MenuItem>
            </MenuList>
          )}
        </MenuPopover>
      </Menu>
      <Suspense>
        <RuleDialog
          asked={ruled}
          snapshot={snapshot}
          onSaved={() => say({ words: t('row.rule-added') })}
          onClose={() => setRuled(null)}
        />
      </Suspense>
    </>
  );
}

interface PlainProps {
  readonly row: ActivityRow;
  readonly knowsUnread: boolean;
  readonly onUnread: () => void;
}

function Plain({ row, knowsUnread, onUnread }: PlainProps): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const t = useWishWords();
  const { id, driveName, read, canOpen } = row;
  const mark = (): void => {
    if (read) onUnread();
    void act(api.markOne(id, !read));
  };
  return (
    <>
      {canOpen && (
        <MenuItem icon={<Open20Regular />} onClick={() => void act(api.openItem(id))}>
          {t('row.open')}
        </MenuItem>
      )}
      <MenuItem
        icon={<FolderOpen20Regular />}
        onClick={() => void act(api.openFolder(id), driveName)}
      >
        {t('row.open-folder')}
      </MenuItem>
      {knowsUnread && (
        <MenuItem icon={read ? <MailUnread20Regular /> : <MailRead20Regular />} onClick={mark}>
          {t(read ? 'row.mark-unread' : 'row.mark-read')}
        </MenuItem>
      )}
    </>
  );
}

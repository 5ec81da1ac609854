import { type ReactNode, useState } from 'react';
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons/svg/filter';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { MailRead20Regular } from '@fluentui/react-icons/svg/mail-read';
import { MailUnread20Regular } from '@fluentui/react-icons/svg/mail-unread';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Link20Regular } from '@fluentui/react-icons/svg/link';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { RuleDialog, WhyDialog } from '../lazy-pages.tsx';
import type { RuleAsked } from '../rules/rule-form.ts';
import type { TranslateAny } from '../../shared/texts/translate-any.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNotes } from '../shell/note.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { MuteMenu } from './mute-menu.tsx';
import type { OpenedRow } from './row-menu-place.tsx';
import { useMute } from './use-mute.ts';

/** The row that Tab reaches. */
const tabStop = '[data-row][tabindex="0"]';

interface RowMenuProps {
  /** Null while closed. */
  readonly opened: OpenedRow | null;
  readonly snapshot: Snapshot;
  readonly onUnread: () => void;
  readonly onClose: () => void;
}

/** All that can be done with one change. */
export function RowMenu({ opened, snapshot, onUnread, onClose }: RowMenuProps): ReactNode {
  const t = useAllWords();
  const { say } = useNotes();
  const [ruled, setRuled] = useState<RuleAsked | null>(null);
  const [asked, setAsked] = useState<ActivityRow | null>(null);
  const mute = useMute();
  const close = (): void => {
    // The row may have gone, as where the same file was edited again.
    const isThere = opened?.button.isConnected;
    const back = isThere ? opened.button : document.querySelector<HTMLElement>(tabStop);
    back?.focus();
    onClose();
  };
  return (
    <>
      <Menu
        open={opened !== null}
        onOpenChange={(_event, { open }) => open || close()}
        positioning={{
          target: opened?.button ?? null,
          position: 'below',
          align: 'end',
          autoSize: 'height',
        }}
      >
        <MenuPopover>
          {opened && (
            <MenuList aria-label={t('activity.menu', { name: nameOf(t, opened.row) })}>
              <Plain
                row={opened.row}
                knowsUnread={snapshot.wishes.readBy !== 'never'}
                hasVersions={hasVersions(opened.row, snapshot)}
                onUnread={onUnread}
              />
              <MenuDivider />
              <MuteMenu row={opened.row} onMute={mute} />
              <MenuItem icon={<Filter20Regular />} onClick={() => setRuled({ from: opened.row })}>
                {t('row.new-rule')}
              </MenuItem>
              <MenuItem icon={<QuestionCircle20Regular />} onClick={() => setAsked(opened.row)}>
                {t('row.why')}
              </MenuItem>
            </MenuList>
          )}
        </MenuPopover>
      </Menu>
      <RuleDialog
        asked={ruled}
        snapshot={snapshot}
        onSaved={() => say({ words: t('row.rule-added') })}
        onClose={() => setRuled(null)}
      />
      <WhyDialog row={asked} snapshot={snapshot} onClose={() => setAsked(null)} />
    </>
  );
}

function nameOf(t: TranslateAny, { name }: ActivityRow): string {
  return name ?? t('item.unnamed', { count: 1 });
}

/** SharePoint shows the versions of files; a personal OneDrive has no page of its own for them. */
function hasVersions(row: ActivityRow, { drives }: Snapshot): boolean {
  const drive = drives.find(({ watchId }) => watchId === row.watchId);
  const isThere = row.itemKind === 'file' && !row.kinds.includes('deleted');
  return isThere && drive !== undefined && drive.kind !== 'personal';
}

interface PlainProps {
  readonly row: ActivityRow;
  readonly hasVersions: boolean;
  readonly knowsUnread: boolean;
  readonly onUnread: () => void;
}

function Plain({ row, knowsUnread, hasVersions, onUnread }: PlainProps): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const { say } = useNotes();
  const t = useAllWords();
  const { id, driveName, read, canOpen } = row;
  const mark = (): void => {
    if (read) onUnread();
    void act(api.markOne(id, !read));
  };
  const copyLink = async (): Promise<void> => {
    if (await act(api.copyLink(id))) say({ words: t('row.link-copied') });
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
      {hasVersions && (
        <MenuItem
          icon={<History20Regular />}
          onClick={() => void act(api.openVersions(id), driveName)}
        >
          {t('row.versions')}
        </MenuItem>
      )}
      {canOpen && (
        <MenuItem icon={<Link20Regular />} onClick={() => void copyLink()}>
          {t('row.copy-link')}
        </MenuItem>
      )}
      {knowsUnread && (
        <MenuItem icon={read ? <MailUnread20Regular /> : <MailRead20Regular />} onClick={mark}>
          {t(read ? 'row.mark-unread' : 'row.mark-read')}
        </MenuItem>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { AlertOff20Regular } from '@fluentui/react-icons/svg/alert-off';
import type { ActivityRow } from '../../shared/activity.ts';
import type { MuteUntil } from '../../shared/wishes.ts';
import type { TranslateAny } from '../../shared/texts/translate-any.ts';
import { canBeItem } from '../rules/rule-form.ts';
import { useAllWords } from '../all-words.ts';
import type { Mutable, Mute } from './use-mute.ts';

/** In a narrow window it lies over its own entry rather than outside. */
const inside = { shiftToCoverTarget: true, autoSize: 'height' } as const;

const untils: readonly MuteUntil[] = ['one-hour', 'today', 'always'];

interface MuteMenuProps {
  readonly row: ActivityRow;
  readonly onMute: Mute;
}

/** What to mute, and then for how long. */
export function MuteMenu({ row, onMute }: MuteMenuProps): ReactNode {
  const t = useAllWords();
  return (
    <Menu positioning={inside}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={<AlertOff20Regular />}>{t('row.mute')}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {mutables(t, row).map((muted) => (
            <Menu key={muted.what} positioning={inside}>
              <MenuTrigger disableButtonEnhancement>
                <MenuItem>{muted.label}</MenuItem>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {untils.map((until) => (
                    <MenuItem key={until} onClick={() => void onMute(row, muted, until)}>
                      {t(`row.mute.${until}`)}
                    </MenuItem>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** What is gone, lies in no folder or was done by nobody known is not offered. */
function mutables(t: TranslateAny, row: ActivityRow): readonly Mutable[] {
  const { name, itemKind, place, driveName, actor, own } = row;
  const folder = place.at(-1);
  const found: Mutable[] = [];
  if (name !== null && canBeItem(row)) {
    const label = t(itemKind === 'folder' ? 'row.mute.this-folder' : 'row.mute.file');
    found.push({ what: 'item', label, name });
  }
  if (folder !== undefined) {
    const label = t('row.mute.in-folder', { name: folder });
    found.push({ what: 'folder', label, name: label });
  }
  const drive = t('row.mute.drive', { name: driveName });
  found.push({ what: 'drive', label: drive, name: drive });
  if (actor !== null && !own) found.push({ what: 'person', label: actor, name: actor });
  return found;
}

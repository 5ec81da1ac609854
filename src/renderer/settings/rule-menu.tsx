import type { ReactNode } from 'react';
import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { Flash20Regular } from '@fluentui/react-icons/svg/flash';
import { useAllWords } from '../all-words.ts';
import type { RuleRowProps } from './rule-row.tsx';
import { MoreMenu } from '../shell/more-menu.tsx';

interface RuleMenuProps extends Omit<RuleRowProps, 'rule' | 'drives' | 'count' | 'hook'> {
  readonly sentence: string;
}

export function RuleMenu(props: RuleMenuProps): ReactNode {
  const { sentence, isFirst, isLast, onEdit, onHook, onMove, onRemove } = props;
  const t = useAllWords();
  return (
    <MoreMenu label={t('rules.menu', { rule: sentence })}>
      <MenuItem icon={<Edit20Regular />} onClick={onEdit}>
        {t('rules.edit')}
      </MenuItem>
      <MenuItem icon={<Flash20Regular />} onClick={onHook}>
        {t('rules.hook')}
      </MenuItem>
      <MenuItem icon={<ArrowUp20Regular />} disabled={isFirst} onClick={() => onMove('earlier')}>
        {t('rules.earlier')}
      </MenuItem>
      <MenuItem icon={<ArrowDown20Regular />} disabled={isLast} onClick={() => onMove('later')}>
        {t('rules.later')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<Delete20Regular />} onClick={onRemove}>
        {t('rules.remove')}
      </MenuItem>
    </MoreMenu>
  );
}

import type { ReactNode } from 'react';
import { useAllWords } from '../all-words.ts';
import { SettingSwitch } from './setting-switch.tsx';
import type { WishProps } from './use-wish.ts';

/** How a notification shows itself. */
export function ToastManners({ wishes, wish }: WishProps): ReactNode {
  const t = useAllWords();
  const { hasSound, stays, isPrivate } = wishes;
  return (
    <>
      <SettingSwitch
        label={t('wish.sound')}
        checked={hasSound}
        onChange={(hasSound) => void wish((all) => ({ ...all, hasSound }))}
      />
      <SettingSwitch
        label={t('wish.stays')}
        checked={stays}
        onChange={(stays) => void wish((all) => ({ ...all, stays }))}
      />
      <SettingSwitch
        label={t('wish.private')}
        note={t('wish.private-note')}
        checked={isPrivate}
        onChange={(isPrivate) => void wish((all) => ({ ...all, isPrivate }))}
      />
    </>
  );
}

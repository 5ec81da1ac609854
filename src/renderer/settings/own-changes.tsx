import type { ReactNode } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { SettingSwitch } from './setting-switch.tsx';

/** Whether what the person did, as on another device, is told as well. */
export function OwnChanges({ tellsOwn }: Pick<Snapshot, 'tellsOwn'>): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const { act } = useFailures();
  return (
    <SettingSwitch
      label={t('settings.notifications.own')}
      note={t('settings.notifications.own-note')}
      checked={tellsOwn}
      onChange={(checked) => void act(api.tellOwn(checked))}
    />
  );
}

import type { ReactNode } from 'react';
import type { LoginItemState } from '../../shared/login-item.ts';
import type { AnyKey } from '../../shared/texts/translate-any.ts';
import { useAllWords } from '../all-words.ts';
import { Section } from '../shell/section.tsx';
import { SettingSwitch } from './setting-switch.tsx';
import { useLoginItem } from './use-login-item.ts';

const notes = {
  on: 'settings.start.quietly',
  off: 'settings.start.quietly',
  'needs-approval': 'settings.start.needs-approval',
  'not-installed': 'settings.start.not-installed',
} as const satisfies Record<LoginItemState, AnyKey>;

/** Whether the app starts when the person signs in to the computer. */
export function StartAtLogin(): ReactNode {
  const t = useAllWords();
  const { state, set } = useLoginItem();
  return (
    <Section title={t('settings.start')}>
      <SettingSwitch
        label={t('settings.start.at-login')}
        note={t(notes[state ?? 'off'])}
        checked={state === 'on' || state === 'needs-approval'}
        disabled={state === null || state === 'not-installed'}
        onChange={(wanted) => void set(wanted)}
      />
    </Section>
  );
}

import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { FailureCode } from '../../shared/ipc.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { shortcutWords } from '../../shared/texts/shortcut-words.ts';
import { settled } from '../shell/failure.tsx';
import { currentSystem, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { pressedKeys } from './pressed-keys.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  input: { width: '240px', maxWidth: '100%' },
});

/** Takes the keys that are pressed in it. Tab goes on to what is next, as everywhere. */
export function ShortcutField({ shortcut }: { readonly shortcut: string | null }): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const system = currentSystem();
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const send = async (keys: string | null): Promise<void> => {
    const outcome = await settled(api.setShortcut(keys));
    setFailure(outcome.ok ? null : outcome.code);
  };
  const take = (event: KeyboardEvent): void => {
    const isHeld = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key === 'Tab' || event.key === 'Escape' || (event.key === 'Enter' && !isHeld)) return;
    const keys = pressedKeys(event, system);
    event.preventDefault();
    if (keys !== null) void send(keys);
  };
  return (
    <Field
      label={t('settings.shortcut')}
      hint={t('settings.shortcut.note')}
      validationState={failure ? 'error' : 'none'}
      validationMessage={failure && failureWords(t, failure)}
    >
      <div className={styles.row}>
        <Input
          readOnly
          className={styles.input}
          value={shortcut === null ? '' : shortcutWords(t, shortcut, system)}
          placeholder={t('settings.shortcut.none')}
          onKeyDown={take}
        />
        {shortcut !== null && (
          <Button onClick={() => void send(null)}>{t('settings.shortcut.remove')}</Button>
        )}
      </div>
    </Field>
  );
}

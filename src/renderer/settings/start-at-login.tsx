import { type ReactNode, useId } from 'react';
import { Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { LoginItemState } from '../../shared/login-item.ts';
import type { TextKey } from '../../shared/texts/translate.ts';
import { useSurroundings } from '../surroundings.ts';
import { Section } from './section.tsx';
import { useLoginItem } from './use-login-item.ts';

const useStyles = makeStyles({
  start: { display: 'flex', flexDirection: 'column', alignItems: 'start' },
  // In line with the words around it: a switch has room around it to be hit.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  note: { color: tokens.colorNeutralForeground3 },
});

const notes = {
  on: 'settings.start.quietly',
  off: 'settings.start.quietly',
  'needs-approval': 'settings.start.needs-approval',
  'not-installed': 'settings.start.not-installed',
} as const satisfies Record<LoginItemState, TextKey>;

/** Whether the app starts when the person signs in to the computer. */
export function StartAtLogin(): ReactNode {
  const { t } = useSurroundings();
  const { state, set } = useLoginItem();
  const styles = useStyles();
  const id = useId();
  return (
    <Section title={t('settings.start')}>
      <div className={styles.start}>
        <Switch
          className={styles.switch}
          checked={state === 'on' || state === 'needs-approval'}
          disabled={state === null || state === 'not-installed'}
          aria-describedby={id}
          label={t('settings.start.at-login')}
          onChange={(_event, { checked }) => void set(checked)}
        />
        <Caption1 id={id} className={styles.note}>
          {t(notes[state ?? 'off'])}
        </Caption1>
      </div>
    </Section>
  );
}

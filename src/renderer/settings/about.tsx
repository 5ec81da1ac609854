import { type ReactNode, useState } from 'react';
import {
  Body1,
  Button,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Section } from '../shell/section.tsx';
import { useAllWords } from '../all-words.ts';
import { LicencesDialog } from './licences-dialog.tsx';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3 },
  button: { alignSelf: 'flex-start' },
});

/** Which Drivebell this is, and whose work is in it. */
export function About({ version }: { readonly version: string }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const restored = useRestoreFocusTarget();
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('settings.about')}>
      <Body1>{t('settings.version', { version })}</Body1>
      <div className={styles.note}>{t('about.licence')}</div>
      <Button {...restored} className={styles.button} onClick={() => setOpen(true)}>
        {t('about.licences')}
      </Button>
      <LicencesDialog open={open} onClose={() => setOpen(false)} />
    </Section>
  );
}

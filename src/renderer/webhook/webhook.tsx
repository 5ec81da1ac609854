import { type ReactNode, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { WebhookView } from '../../shared/snapshot.ts';
import { useFoldedStyles } from '../diagnostics/folded-styles.ts';
import { Section } from '../shell/section.tsx';
import { useAllWords } from '../all-words.ts';
import { WebhookForm } from './webhook-form.tsx';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3 },
  form: { marginTop: tokens.spacingVerticalM },
});

/** An address where Microsoft can reach this computer: for the few that have one, so it lies folded. */
export function Webhook({ webhook }: { readonly webhook: WebhookView }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const folded = useFoldedStyles();
  // Turned off, it stays open for whoever is in it.
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('webhook.title')}>
      <div className={styles.note}>{t('webhook.note')}</div>
      <details
        open={isOpen || webhook.url !== null}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary className={folded.summary}>{t('webhook.set-up')}</summary>
        <div className={styles.form}>
          <WebhookForm webhook={webhook} />
        </div>
      </details>
    </Section>
  );
}

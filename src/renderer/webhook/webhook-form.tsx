import { type ReactNode, useRef } from 'react';
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { WebhookView } from '../../shared/snapshot.ts';
import { ChoiceField } from '../settings/choice-field.tsx';
import { useAnnounce } from '../shell/announcer.tsx';
import { useAllWords } from '../all-words.ts';
import { portBounds, useWebhook } from './use-webhook.ts';
import { WebhookButtons } from './webhook-buttons.tsx';
import { WebhookState } from './webhook-state.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  address: { maxWidth: '480px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const uses = ['fallback', 'all'] as const;

export function WebhookForm({ webhook }: { readonly webhook: WebhookView }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const announce = useAnnounce();
  const entry = useWebhook(webhook);
  const address = useRef<HTMLInputElement>(null);
  const { problem, isPortWrong } = entry;
  const save = async (): Promise<void> => {
    const isOff = webhook.url !== null && entry.url.trim() === '';
    if (await entry.save()) announce(t(isOff ? 'webhook.turned-off' : 'webhook.saved'));
  };
  const turnOff = async (): Promise<void> => {
    if (!(await entry.turnOff())) return;
    announce(t('webhook.turned-off'));
    address.current?.focus();
  };
  const wrongPort = { least: String(portBounds.least), most: String(portBounds.most) };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        className={styles.address}
        label={t('webhook.address')}
        hint={t('webhook.address.note')}
        {...(problem && {
          validationState: 'error',
          validationMessage: failureWords(t, problem),
        })}
      >
        <Input
          input={{ ref: address }}
          value={entry.url}
          type="url"
          spellCheck={false}
          autoComplete="off"
          placeholder="https://bell.example.com/drivebell"
          onChange={(_event, { value }) => entry.change({ url: value })}
        />
      </Field>
      <div className={styles.row}>
        <Field
          label={t('webhook.port')}
          {...(isPortWrong && {
            validationState: 'error',
            validationMessage: t('webhook.port-wrong', wrongPort),
          })}
        >
          <Input
            inputMode="numeric"
            value={entry.port}
            onChange={(_event, { value }) => entry.change({ port: value })}
          />
        </Field>
        <ChoiceField
          label={t('webhook.use')}
          value={entry.use}
          choices={uses.map((value) => ({ value, label: t(`webhook.use.${value}`) }))}
          onChange={(use) => entry.change({ use })}
        />
      </div>
      <WebhookButtons entry={entry} isOn={webhook.url !== null} onTurnOff={() => void turnOff()} />
      {webhook.url === null ? (
        <div className={styles.quiet}>{t('webhook.off')}</div>
      ) : (
        <WebhookState
          key={`${webhook.url} ${webhook.port}`}
          webhook={webhook}
          check={entry.check}
        />
      )}
    </form>
  );
}

import { type ReactNode, useId } from 'react';
import { Caption1, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { RuleDraft } from '../../shared/wishes.ts';
import { useAllWords } from '../all-words.ts';
import type { FieldProps } from './use-rule-form.ts';

const actions: readonly RuleDraft['action'][] = ['notify', 'list', 'ignore'];

const useStyles = makeStyles({
  label: { display: 'flex', flexDirection: 'column' },
  note: { color: tokens.colorNeutralForeground3 },
});

/** What becomes of the changes that the rule fits. */
export function ActionField({ form, fill }: FieldProps): ReactNode {
  const t = useAllWords();
  return (
    <Field label={t('rule-dialog.action')}>
      <RadioGroup
        value={form.action}
        onChange={(_event, { value }) => fill({ action: value as RuleDraft['action'] })}
      >
        {actions.map((action) => (
          <Action key={action} action={action} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Action({ action }: { readonly action: RuleDraft['action'] }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const id = useId();
  return (
    <Radio
      value={action}
      aria-labelledby={id}
      aria-describedby={`${id}-note`}
      label={
        <span className={styles.label}>
          <span id={id}>{t(`rule-dialog.${action}`)}</span>
          <Caption1 id={`${id}-note`} className={styles.note}>
            {t(`rule-dialog.${action}-note`)}
          </Caption1>
        </span>
      }
    />
  );
}

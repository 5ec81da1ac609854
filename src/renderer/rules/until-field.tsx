import type { ReactNode } from 'react';
import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { untilWords } from '../../shared/texts/rule-words.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { dateOf, type RuleAsked, type RuleForm } from './rule-form.ts';
import type { FieldProps } from './use-rule-form.ts';

const useStyles = makeStyles({
  until: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
  },
  field: { flexGrow: 1, flexBasis: '280px', gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface UntilFieldProps extends FieldProps {
  readonly asked: RuleAsked;
  readonly isWrong: boolean;
}

/** Whether the rule ends, and when. */
export function UntilField({ asked, form, fill, isWrong }: UntilFieldProps): ReactNode {
  const { locale } = useSurroundings();
  const t = useAllWords();
  const now = useNow();
  const styles = useStyles();
  const until = asked.rule?.until ?? null;
  const choose = (ends: RuleForm['ends']): void =>
    fill({ ends, day: form.day === '' ? dateOf(now) : form.day });
  return (
    <div className={styles.until}>
      <Field label={t('rule-dialog.until')} className={styles.field}>
        <Select
          value={form.ends}
          onChange={(_event, { value }) => choose(value as RuleForm['ends'])}
        >
          <option value="never">{t('rule-dialog.never')}</option>
          {until !== null && (
            <option value="moment">
              {t('rule-dialog.until-moment', { time: untilWords(t, until, now, locale) })}
            </option>
          )}
          <option value="day">{t('rule-dialog.until-day')}</option>
        </Select>
      </Field>
      {form.ends === 'day' && (
        <Field
          label={t('rule-dialog.day')}
          className={styles.field}
          {...(isWrong && { validationMessage: t('rule-dialog.day-missing') })}
        >
          <Input
            type="date"
            min={dateOf(now)}
            value={form.day}
            onChange={(_event, { value }) => fill({ day: value })}
          />
        </Field>
      )}
    </div>
  );
}

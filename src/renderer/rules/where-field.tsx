import type { ReactNode } from 'react';
import { Body1, Field, makeStyles, Select } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useAllWords } from '../all-words.ts';
import { canBeItem, type RuleAsked, type Where } from './rule-form.ts';
import type { FieldProps } from './use-rule-form.ts';

// A long name in a list makes no room for itself.
const useStyles = makeStyles({ field: { gridTemplateColumns: 'minmax(0, 1fr)' } });

interface WhereFieldProps extends FieldProps {
  readonly asked: RuleAsked;
  readonly drives: Snapshot['drives'];
}

/** All drives, one of them, or what the row is about. */
export function WhereField({ asked, drives, form, fill }: WhereFieldProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { rule, from } = asked;
  const nameOf = (watchId: string): string =>
    drives.find((drive) => drive.watchId === watchId)?.name ?? t('rule.drive-gone');
  if (rule?.watchId && rule.within !== null) {
    return (
      <Field label={t('rule-dialog.where')} hint={t('rule-dialog.fixed')}>
        <Body1>{t('rule.within', { name: rule.within, drive: nameOf(rule.watchId) })}</Body1>
      </Field>
    );
  }
  const folder = from?.place.at(-1);
  const gone = rule?.watchId && !drives.some((drive) => drive.watchId === rule.watchId);
  return (
    <Field label={t('rule-dialog.where')} className={styles.field}>
      <Select value={form.where} onChange={(_event, { value }) => fill({ where: value as Where })}>
        <option value="all">{t('rule-dialog.all-drives')}</option>
        {drives.map(({ watchId, name }) => (
          <option key={watchId} value={`drive:${watchId}`}>
            {t('rule-dialog.in-drive', { drive: name })}
          </option>
        ))}
        {gone && <option value={form.where}>{t('rule.drive-gone')}</option>}
        {folder !== undefined && (
          <option value="folder">{t('rule-dialog.in-folder', { name: folder })}</option>
        )}
        {from && canBeItem(from) && (
          <option value="item">
            {t(from.itemKind === 'folder' ? 'rule-dialog.in-folder' : 'rule-dialog.in-item', {
              name: from.name ?? '',
            })}
          </option>
        )}
      </Select>
    </Field>
  );
}

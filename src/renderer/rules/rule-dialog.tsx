import type { ReactNode } from 'react';
import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { useAllWords } from '../all-words.ts';
import { ActionField } from './action-field.tsx';
import { KindsField } from './kinds-field.tsx';
import type { RuleAsked } from './rule-form.ts';
import { RulePreview } from './rule-preview.tsx';
import { UntilField } from './until-field.tsx';
import { useRuleForm } from './use-rule-form.ts';
import { WhereField } from './where-field.tsx';

const mostPattern = 1000;
const mostPerson = 400;

const useStyles = makeStyles({
  template: { alignSelf: 'start' },
  // In line with the words around it: a checkbox has room around it to be hit.
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface RuleDialogProps {
  /** Null while closed. */
  readonly asked: RuleAsked | null;
  readonly snapshot: Snapshot;
  readonly onSaved?: () => void;
  readonly onClose: () => void;
}

/** Makes a rule, or changes one. */
export function RuleDialog({ asked, onClose, ...props }: RuleDialogProps): ReactNode {
  return (
    <Modal of={asked} onClose={onClose}>
      {(asked) => <Writing asked={asked} onClose={onClose} {...props} />}
    </Modal>
  );
}

interface WritingProps extends RuleDialogProps {
  readonly asked: RuleAsked;
}

function Writing({ asked, snapshot, onSaved, onClose }: WritingProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { form, fill, problems, failure, sending, save } = useRuleForm(asked);
  const close = useWhileDrawn(onClose);
  const confirm = async (): Promise<void> => {
    if (!(await save())) return;
    close();
    onSaved?.();
  };
  return (
    <Question
      title={t(asked.rule ? 'rule-dialog.edit' : 'rule-dialog.add')}
      confirm={t('rule-dialog.save')}
      sending={sending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {failure && <FailureMessage code={failure} />}
      {!asked.rule && (
        <Button
          size="small"
          className={styles.template}
          onClick={() => fill({ isMineOnly: true, listsRest: true, action: 'notify' })}
        >
          {t('rule-dialog.template')}
        </Button>
      )}
      <WhereField asked={asked} drives={snapshot.drives} form={form} fill={fill} />
      <Field label={t('rule-dialog.names')} hint={t('rule-dialog.names-note')}>
        <Input
          value={form.pattern}
          maxLength={mostPattern}
          onChange={(_event, { value }) => fill({ pattern: value })}
        />
      </Field>
      <Field label={t('rule-dialog.person')} hint={t('rule-dialog.person-note')}>
        <Input
          value={form.person}
          maxLength={mostPerson}
          onChange={(_event, { value }) => fill({ person: value })}
        />
      </Field>
      <KindsField form={form} fill={fill} isWrong={problems.includes('kinds')} />
      <Checkbox
        className={styles.check}
        label={t('rule-dialog.mine')}
        checked={form.isMineOnly}
        onChange={(_event, { checked }) => fill({ isMineOnly: checked === true })}
      />
      <ActionField form={form} fill={fill} />
      {!asked.rule && form.isMineOnly && form.action === 'notify' && (
        <Field hint={t('rule-dialog.rest-note')}>
          <Checkbox
            className={styles.check}
            label={t('rule-dialog.rest')}
            checked={form.listsRest}
            onChange={(_event, { checked }) => fill({ listsRest: checked === true })}
          />
        </Field>
      )}
      <UntilField asked={asked} form={form} fill={fill} isWrong={problems.includes('day')} />
      <RulePreview asked={asked} form={form} revision={snapshot.activityRevision} />
    </Question>
  );
}

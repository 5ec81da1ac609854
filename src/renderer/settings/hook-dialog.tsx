import type { ReactNode } from 'react';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { HookView } from '../../shared/hooks.ts';
import type { RuleView } from '../../shared/wishes.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { useAllWords } from '../all-words.ts';
import { AddressField, ProgramField } from './hook-fields.tsx';
import { type HookWay, useHook } from './use-hook.ts';

interface HookDialogProps {
  /** Null while closed. */
  readonly rule: RuleView | null;
  readonly hook: HookView | null;
  readonly onClose: () => void;
}

/** What else happens with the changes that a rule decides. */
export function HookDialog({ rule, hook, onClose }: HookDialogProps): ReactNode {
  return (
    <Modal of={rule && { rule, hook }} onClose={onClose}>
      {({ rule, hook }) => (
        <Choosing key={rule.ruleId} ruleId={rule.ruleId} hook={hook} onClose={onClose} />
      )}
    </Modal>
  );
}

interface ChoosingProps {
  readonly ruleId: string;
  readonly hook: HookView | null;
  readonly onClose: () => void;
}

function Choosing({ ruleId, hook, onClose }: ChoosingProps): ReactNode {
  const t = useAllWords();
  const entry = useHook(ruleId, hook);
  const program = hook?.kind === 'command' ? hook.program : null;
  const isMissing = entry.way === 'command' && program === null;
  const close = useWhileDrawn(onClose);
  const save = async (): Promise<void> => {
    if (await entry.save()) close();
  };
  return (
    <Question
      title={t('hook.title')}
      confirm={t('hook.save')}
      sending={entry.sending || isMissing}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Field label={t('hook.what')}>
        <RadioGroup
          value={entry.way}
          onChange={(_event, data) => entry.onWay(data.value as HookWay)}
        >
          <Radio value="none" label={t('hook.none')} />
          <Radio value="command" label={t('hook.command')} />
          <Radio value="post" label={t('hook.post')} />
        </RadioGroup>
      </Field>
      {entry.way === 'command' && <ProgramField entry={entry} program={program} />}
      {entry.way === 'post' && <AddressField entry={entry} />}
      {entry.way === 'none' && entry.problem && <FailureMessage code={entry.problem} />}
    </Question>
  );
}

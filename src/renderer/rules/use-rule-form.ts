import { useState } from 'react';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';
import { settled } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import {
  formOf,
  type Problem,
  problemsOf,
  type RuleAsked,
  type RuleForm,
  rulesOf,
} from './rule-form.ts';

export interface FieldProps {
  readonly form: RuleForm;
  readonly fill: (part: Partial<RuleForm>) => void;
}

interface RuleEntry extends FieldProps {
  /** Said only once somebody has tried to save. */
  readonly problems: readonly Problem[];
  readonly failure: FailureCode | null;
  readonly sending: boolean;
  /** Whether it was saved. */
  readonly save: () => Promise<boolean>;
}

/** A rule being filled in, from the first look to being saved. */
export function useRuleForm(asked: RuleAsked): RuleEntry {
  const { api } = useSurroundings();
  const now = useNow();
  const [form, setForm] = useState(() => formOf(asked));
  const [isTried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const problems = problemsOf(form, now);

  const send = async (): Promise<Outcome<void>> => {
    const { drafts, about } = rulesOf(form, asked);
    if (asked.rule) return settled(api.changeRule(asked.rule.ruleId, drafts[0]));
    return settled(api.addRules(drafts, about));
  };
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (problems.length > 0) return false;
    setSending(true);
    const outcome = await send();
    setSending(false);
    setFailure(outcome.ok ? null : outcome.code);
    return outcome.ok;
  };
  return {
    form,
    fill: (part) => setForm((form) => ({ ...form, ...part })),
    problems: isTried ? problems : [],
    failure,
    sending,
    save,
  };
}

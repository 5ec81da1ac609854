import type { Explanation } from '../../shared/diagnostics.ts';
import type { RuleView } from '../../shared/wishes.ts';
import type { StoredOutcome } from '../store/outcomes.ts';

export interface ExplainParts {
  readonly rules: readonly RuleView[];
  /** When what is kept is due. */
  readonly dueAt: () => number | null;
}

/** Why a change was told, or not, from what was written down when it was decided. */
export function explain(stored: StoredOutcome, { rules, dueAt }: ExplainParts): Explanation {
  const { ruleId, silence, state } = stored;
  const rule = rules.find((one) => one.ruleId === ruleId) ?? null;
  const outcome = outcomeIn(stored);
  return {
    outcome,
    rule,
    isRuleGone: ruleId !== null && rule === null,
    silence,
    isToldSince: outcome === 'held' && state === 'told',
    dueAt: outcome === 'held' && state === 'kept' ? dueAt() : null,
  };
}

function outcomeIn({ state, outcome, isOwn }: StoredOutcome): Explanation['outcome'] {
  if (outcome !== null) return outcome;
  if (state === 'untold') return 'waiting';
  return isOwn ? 'own' : 'unknown';
}

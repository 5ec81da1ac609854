import type { RulePreview } from '../../shared/wishes.ts';
import type { TellableRow } from '../store/activity-row.ts';
import { type Places, type Rule, ruleFor } from './rules.ts';

interface Trial extends Places {
  readonly tried: Rule;
  /** All there would be, the tried one among them, in the order in which they are tried. */
  readonly rules: readonly Rule[];
  readonly now: number;
}

/** What a rule would have made of changes that there were, had it been in force. */
export function previewOf(rows: readonly TellableRow[], trial: Trial): RulePreview {
  const inForce = (one: Rule): Rule => ({ ...one, isOn: true, until: null });
  const tried = inForce(trial.tried);
  const rules = trial.rules.map((one) => (one.ruleId === tried.ruleId ? tried : one));
  const isTold = (row: TellableRow): boolean =>
    (ruleFor(row, rules, trial)?.action ?? 'notify') === 'notify';
  return {
    of: rows.length,
    fits: rows.filter((row) => ruleFor(row, [tried], trial) !== null).length,
    tells: rows.filter((row) => isTold(row)).length,
  };
}

import type { Rule } from '../../../src/core/notices/rules.ts';
import type { TellableRow } from '../../../src/core/store/activity-row.ts';
import { row } from './doubles.ts';

/** Fits everything. */
export function rule(parts: Partial<Rule> = {}): Rule {
  return {
    ruleId: 'r-1',
    origin: 'person',
    isOn: true,
    watchId: null,
    within: null,
    pattern: null,
    person: null,
    kinds: null,
    isMineOnly: false,
    action: 'list',
    until: null,
    ...parts,
  };
}

export function tellable(parts: Partial<TellableRow> = {}): TellableRow {
  const { id = 1, watchId = 'w-1' } = parts;
  return {
    ...row(),
    driveId: watchId,
    itemId: `i-${id}`,
    parentId: 'root',
    isMine: false,
    ...parts,
  };
}

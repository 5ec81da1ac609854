import type { DatabaseSync } from 'node:sqlite';
import type { Silence } from '../../shared/wishes.ts';
import type { RowDecision } from '../notices/decide.ts';

/** What was written down of a row's way to its reader. */
export interface StoredOutcome {
  readonly state: 'untold' | 'told' | 'kept';
  /** Null: none was needed. */
  readonly outcome: RowDecision['outcome'] | null;
  readonly ruleId: string | null;
  readonly silence: Silence | null;
  readonly isOwn: boolean;
}

const states = ['untold', 'told', 'kept'] as const;

/** Null: there is no such row. */
export function outcomeOf(database: DatabaseSync, rowId: number): StoredOutcome | null {
  const row = database
    .prepare('SELECT is_told, outcome, rule_id, silence, own FROM activity WHERE id = ?')
    .get(rowId);
  if (!row) return null;
  return {
    state: states[Number(row['is_told'])] ?? 'told',
    outcome: row['outcome'] as StoredOutcome['outcome'],
    ruleId: row['rule_id'] as string | null,
    silence: row['silence'] as Silence | null,
    isOwn: row['own'] === 1,
  };
}

import type { Silence } from '../../shared/wishes.ts';
import type { Notice } from './notice.ts';
import type { TellableRow } from '../store/activity-row.ts';
import { type Places, type Rule, ruleFor } from './rules.ts';
import { type Shown, Telling } from './telling.ts';

/** What became of one change, kept with it so that it can be explained. */
export interface RowDecision {
  readonly rowId: number;
  /** `held`: it is told later, with others. */
  readonly outcome: 'told' | 'listed' | 'ignored' | 'held';
  /** The rule that decided; null: none fits. */
  readonly ruleId: string | null;
  readonly silence: Silence | null;
}

export interface Circumstances extends Places {
  readonly rules: readonly Rule[];
  /** Why this change is not for now; null: it is. */
  readonly silenceOf: (row: TellableRow) => Silence | null;
  /** An alarm tells of it. */
  readonly isAlarmed: (row: TellableRow) => boolean;
  readonly now: number;
}

export interface Decision {
  readonly show: readonly Notice[];
  readonly rows: readonly RowDecision[];
  readonly shown: Shown;
}

/**
 * What to make of the changes of one drive, found together. A quiet drive's first change is told at
 * once; what follows while people are still at it joins the same toast. Where the person was
 * mentioned has a toast of its own.
 */
export function decide(rows: readonly TellableRow[], before: Shown, at: Circumstances): Decision {
  const decisions = rows.map((row) => decideRow(row, at));
  const told = rows.filter(
    (row, index) => decisions[index]?.outcome === 'told' && !at.isAlarmed(row),
  );
  const telling = new Telling(before, at.now);
  for (const these of inGroups(told.filter((row) => isMention(row)))) telling.tellAlone(these);
  const others = told.filter((row) => !isMention(row));
  for (const row of others.filter((one) => telling.isKnown(one))) telling.tellAgain(row);
  for (const these of inGroups(others.filter((row) => !telling.isKnown(row)))) telling.tell(these);
  return { show: telling.show, rows: decisions, shown: telling.shown };
}

function decideRow(row: TellableRow, at: Circumstances): RowDecision {
  const rule = ruleFor(row, at.rules, at);
  const ruleId = rule?.ruleId ?? null;
  const decided = { rowId: row.id, ruleId, silence: null };
  if (rule?.action === 'ignore') return { ...decided, outcome: 'ignored' };
  if (rule?.action === 'list') return { ...decided, outcome: 'listed' };
  const silence = at.isAlarmed(row) ? null : at.silenceOf(row);
  return { ...decided, outcome: silence === null ? 'told' : 'held', silence };
}

function isMention({ kinds }: TellableRow): boolean {
  return kinds.includes('mentioned');
}

function inGroups(rows: readonly TellableRow[]): readonly (readonly TellableRow[])[] {
  return [...Map.groupBy(rows, (row) => row.driveId).values()];
}

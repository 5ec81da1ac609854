import type { ActivityRow, ChangeKind } from '../../shared/activity.ts';
import type { RuleAbout } from '../../shared/ipc.ts';
import { startOfDay } from '../../shared/texts/moments.ts';
import type { RuleDraft, RuleView } from '../../shared/wishes.ts';

/** What the dialog is opened for: a rule to change, a row to make one from, or neither. */
export interface RuleAsked {
  readonly rule?: RuleView;
  readonly from?: ActivityRow;
}

/** A rule as it is filled in. */
export interface RuleForm {
  readonly where: Where;
  readonly pattern: string;
  readonly person: string;
  /** Null: anything. */
  readonly kinds: readonly ChangeKind[] | null;
  readonly isMineOnly: boolean;
  /** A second rule lists all that this one does not fit. */
  readonly listsRest: boolean;
  readonly action: RuleDraft['action'];
  readonly ends: 'never' | 'moment' | 'day';
  /** As a date field has it: "2026-11-20". */
  readonly day: string;
}

/** `item`, `folder`: of the row it is made from. */
export type Where = 'all' | 'item' | 'folder' | `drive:${string}`;

const blank: RuleForm = {
  where: 'all',
  pattern: '',
  person: '',
  kinds: null,
  isMineOnly: false,
  listsRest: false,
  action: 'list',
  ends: 'never',
  day: '',
};

export function formOf({ rule, from }: RuleAsked): RuleForm {
  if (rule) return ofRule(rule);
  return from ? { ...blank, where: whereOf(from) } : blank;
}

function ofRule(rule: RuleView): RuleForm {
  const { watchId, kinds, isMineOnly, action, until } = rule;
  const isDay = until !== null && startOfDay(until) === until;
  return {
    where: watchId === null ? 'all' : `drive:${watchId}`,
    pattern: rule.pattern ?? '',
    person: rule.person ?? '',
    kinds,
    isMineOnly,
    listsRest: false,
    action,
    ends: until === null ? 'never' : isDay ? 'day' : 'moment',
    day: isDay ? dateOf(until - 1) : '',
  };
}

/** The narrowest that can be meant. */
function whereOf(row: ActivityRow): Where {
  if (canBeItem(row)) return 'item';
  return row.place.length > 0 ? 'folder' : `drive:${row.watchId}`;
}

/** Of what is gone or has no name there is nothing to come. */
export function canBeItem({ name, kinds }: ActivityRow): boolean {
  return name !== null && !kinds.includes('deleted');
}

export type Problem = 'kinds' | 'day';

/** What is filled in wrongly, to be mended before the rule is sent. */
export function problemsOf(form: RuleForm, now: number): readonly Problem[] {
  const problems: Problem[] = [];
  if (form.kinds?.length === 0) problems.push('kinds');
  const end = form.ends === 'day' ? endOf(form.day) : null;
  if (form.ends === 'day' && (end === null || end <= now)) problems.push('day');
  return problems;
}

function draftOf(form: RuleForm, { rule, from }: RuleAsked): RuleDraft {
  const { where, kinds, isMineOnly, action, ends } = form;
  const isAbout = where === 'item' || where === 'folder';
  return {
    isOn: rule?.isOn ?? true,
    watchId: isAbout ? (from?.watchId ?? null) : where === 'all' ? null : where.slice(6),
    pattern: /[^\s,]/u.test(form.pattern) ? form.pattern.trim() : null,
    person: form.person.trim() || null,
    kinds,
    isMineOnly,
    action,
    until: ends === 'day' ? endOf(form.day) : ends === 'moment' ? (rule?.until ?? null) : null,
  };
}

function aboutOf({ where }: RuleForm, { from }: RuleAsked): RuleAbout | null {
  if (!from || (where !== 'item' && where !== 'folder')) return null;
  return { activityId: from.id, what: where };
}

/** What is sent: a rule, and the one that lists the rest where that is wished for. */
export function rulesOf(
  form: RuleForm,
  asked: RuleAsked,
): { readonly drafts: readonly [RuleDraft, ...RuleDraft[]]; readonly about: RuleAbout | null } {
  const draft = draftOf(form, asked);
  const isForRest = !asked.rule && form.listsRest && form.isMineOnly && form.action === 'notify';
  const rest = isForRest ? [{ ...draft, isMineOnly: false, action: 'list' } as const] : [];
  return { drafts: [draft, ...rest], about: aboutOf(form, asked) };
}

export const draftOfRule = (rule: RuleView): RuleDraft => {
  const { isOn, watchId, pattern, person, kinds, isMineOnly, action, until } = rule;
  return { isOn, watchId, pattern, person, kinds, isMineOnly, action, until };
};

/** The first moment after a day, or null where it is none. */
function endOf(day: string): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date + 1).getTime();
  return Number.isNaN(end) ? null : end;
}

export function dateOf(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

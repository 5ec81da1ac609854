import type { ChangeKind } from '../activity.ts';
import type { WatchedDriveView } from '../snapshot.ts';
import type { RuleView } from '../wishes.ts';
import { hasCapitals } from './languages.ts';
import { daysBetween, dayWords, momentWords, startOfDay } from './moments.ts';
import { shortName } from './toast-words.ts';
import type { TranslateAny } from './translate-any.ts';

/** More names than this are only counted. */
const namesShown = 3;

interface Around {
  readonly drives: readonly Pick<WatchedDriveView, 'watchId' | 'name'>[];
  readonly now: number;
  readonly locale: string;
}

/** A rule in one sentence: "Finance, files named *.tmp: ignore". */
export function ruleSentence(t: TranslateAny, rule: RuleView, around: Around): string {
  const action = t(`rule.action.${rule.action}`);
  const what = whatWords(t, rule, around);
  if (rule.until === null) return t('rule.sentence', { what, action });
  const time = untilWords(t, rule.until, around.now, around.locale);
  return t('rule.sentence-until', { what, action, time });
}

/** A kind of change that stands alone: "Renamed". */
export function kindWord(t: TranslateAny, kind: ChangeKind): string {
  return withCapital(t(`rule.kind.${kind}`));
}

/** "15:00", or a whole day: "the end of Friday 20 November". */
export function untilWords(t: TranslateAny, until: number, now: number, locale: string): string {
  if (startOfDay(until) !== until) return momentWords(until, now, locale);
  const last = until - 1;
  if (daysBetween(last, now) === 0) return t('rule.until-midnight');
  return t('rule.until-end-of', { day: dayWords(last, now, locale) });
}

/** Only words of our own get a capital: names keep their letters. */
function whatWords(t: TranslateAny, rule: RuleView, { drives, locale }: Around): string {
  const { watchId, kinds, pattern, person, isMineOnly } = rule;
  const where = whereWords(t, rule, drives);
  const isNarrow = pattern !== null || person !== null || isMineOnly;
  const subject = where === null || isNarrow || kinds !== null ? subjectWords(t, rule) : null;
  const saysMine = isMineOnly && (pattern !== null || person !== null);
  const words = [
    where,
    subject,
    saysMine ? t('rule.only-mine') : null,
    kinds && t('rule.only-kinds', { kinds: kindWords(t, kinds, locale) }),
  ]
    .filter((part) => part !== null)
    .join(', ');
  const isName = drives.some((drive) => drive.watchId === watchId) || rule.within !== null;
  return isName || !hasCapitals(locale) ? words : withCapital(words);
}

function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function whereWords(
  t: TranslateAny,
  { watchId, within }: RuleView,
  drives: Around['drives'],
): string | null {
  if (watchId === null) return null;
  const drive = drives.find((drive) => drive.watchId === watchId)?.name ?? t('rule.drive-gone');
  return within === null ? drive : t('rule.within', { name: shortName(within), drive });
}

function subjectWords(t: TranslateAny, { pattern, person, isMineOnly }: RuleView): string {
  if (pattern !== null) {
    const names = nameWords(t, pattern);
    return person === null ? t('rule.named', { names }) : t('rule.named-by', { names, person });
  }
  if (person !== null) return t('rule.everything-by', { person });
  return t(isMineOnly ? 'rule.mine' : 'rule.everything');
}

function nameWords(t: TranslateAny, pattern: string): string {
  const names = pattern
    .split(',')
    .map((name) => shortName(name.trim()))
    .filter((name) => name !== '');
  const left = names.length - namesShown;
  // Of one more, its name is as short as the number.
  if (left <= 1) return names.join(', ');
  return `${names.slice(0, namesShown).join(', ')} ${t('toast.more', { count: left })}`;
}

function kindWords(t: TranslateAny, kinds: NonNullable<RuleView['kinds']>, locale: string): string {
  const words = kinds.map((kind) => t(`rule.kind.${kind}`));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(words);
}

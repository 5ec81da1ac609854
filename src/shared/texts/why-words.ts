import type { Explanation } from '../diagnostics.ts';
import type { WatchedDriveView } from '../snapshot.ts';
import { momentWords } from './moments.ts';
import { ruleSentence } from './rule-words.ts';
import type { TranslateAny } from './translate-any.ts';

interface Around {
  readonly drives: readonly Pick<WatchedDriveView, 'watchId' | 'name'>[];
  readonly now: number;
  readonly locale: string;
}

/** Sentences that say why a change was told, or not. */
export function whyWords(
  t: TranslateAny,
  explained: Explanation,
  around: Around,
): readonly string[] {
  const { outcome, rule, isRuleGone } = explained;
  const words = [...outcomeWords(t, explained, around)];
  if (rule) words.push(t('why.rule', { rule: ruleSentence(t, rule, around) }));
  else if (isRuleGone) words.push(t('why.rule-gone'));
  else if (outcome === 'told') words.push(t('why.no-rule'));
  return words;
}

function outcomeWords(
  t: TranslateAny,
  { outcome, silence, isToldSince, dueAt }: Explanation,
  { now, locale }: Around,
): readonly string[] {
  if (outcome !== 'held') return [t(`why.${outcome}`)];
  const why = t(`why.held.${silence ?? 'paused'}`);
  if (isToldSince) return [why, t('why.told-since')];
  if (dueAt === null) return [why, t('why.due.resume')];
  const isSoon = dueAt <= now;
  return [
    why,
    isSoon ? t('why.due.soon') : t('why.due', { time: momentWords(dueAt, now, locale) }),
  ];
}

import type { FoundPage } from '../../shared/finding.ts';
import type { TranslateAny } from '../../shared/texts/translate-any.ts';
import type { Wait } from './use-asking.ts';
import type { Level } from './use-looking.ts';

/** What is being waited for. */
export function waitWords(t: TranslateAny, { search, name }: Wait): string {
  if (search === 'more') return t('find.wait.more');
  const text = search.what === 'sites' ? search.text : '';
  return t(`find.wait.${search.what}`, { name, text });
}

/** Why there is nothing to be seen; null: there is. */
export function nothingWords(t: TranslateAny, level: Level): string | null {
  const { search, found, nameless, next } = level;
  if (found.length > 0) return null;
  if (nameless > 0) return namelessWords(t, level);
  if (next !== null) return t('find.none.yet');
  // A link leads somewhere, or fails.
  if (search.what === 'link') return null;
  return t(`find.none.${search.what}`, { text: search.what === 'sites' ? search.text : '' });
}

export function namelessWords(t: TranslateAny, { nameless }: Pick<FoundPage, 'nameless'>): string {
  return t('find.nameless', { count: nameless });
}

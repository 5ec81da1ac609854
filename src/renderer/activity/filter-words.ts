import type { ActivityFilter } from '../../shared/activity-query.ts';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { kindWord } from '../../shared/texts/rule-words.ts';
import type { TranslateAny } from '../../shared/texts/translate-any.ts';

export function personWord(t: TranslateAny, person: string): string {
  return person === '' ? t('groups.nobody') : person;
}

/** One filter that is on, and what takes it off. */
export interface FilterTag {
  readonly key: string;
  readonly word: string;
  readonly without: Partial<ActivityFilter>;
}

type Drives = readonly Pick<WatchedDriveView, 'watchId' | 'name'>[];

export function filterTags(
  t: TranslateAny,
  filter: ActivityFilter,
  drives: Drives,
): readonly FilterTag[] {
  const { kinds, person, unreadOnly } = filter;
  const tags: FilterTag[] = [];
  const add = (key: keyof ActivityFilter, word: string, without: Partial<ActivityFilter>): void => {
    tags.push({ key, word, without });
  };
  if (unreadOnly) add('unreadOnly', t('filter.unread'), { unreadOnly: false });
  if (person !== null) {
    const word = person === '' ? t('filter.nobody') : t('filter.by', { person });
    add('person', word, { person: null });
  }
  const kindWords = kinds.map((kind) => kindWord(t, kind));
  if (kinds.length > 0) add('kinds', severalWords(t, kindWords), { kinds: [] });
  const names = drives
    .filter(({ watchId }) => filter.drives.includes(watchId))
    .map(({ name }) => name);
  if (names.length > 0) add('drives', severalWords(t, names), { drives: [] });
  return tags;
}

/** "Edited", "Edited, Renamed", "Edited and 3 more". */
function severalWords(t: TranslateAny, words: readonly string[]): string {
  const [first = ''] = words;
  if (words.length <= 2) return words.join(', ');
  return t('filter.several', { first, count: words.length - 1 });
}

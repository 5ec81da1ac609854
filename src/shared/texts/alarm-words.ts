import { laterWords, type ToastWords } from './toast-words.ts';
import type { Translate } from './translate.ts';

interface AlarmMatter {
  readonly drive: string;
  readonly count: number;
  /** Everyone who had a part in it; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
  /** All of it was found when the reader came back. */
  readonly after: 'away' | null;
}

/** Many deletions in one drive. */
export function alarmWords(t: Translate, { drive, count, actors, after }: AlarmMatter): ToastWords {
  const [actor] = actors;
  const isOne = actors.length === 1 && typeof actor === 'string';
  const title = isOne
    ? t('toast.alarm-by-one', { actor, count, drive })
    : t('toast.alarm', { count, drive });
  return { title: laterWords(t, title, after), body: t('toast.alarm.body') };
}

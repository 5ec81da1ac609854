import type { ToastWords } from './toast-words.ts';
import type { Translate } from './translate.ts';

interface AlarmMatter {
  readonly drive: string;
  readonly count: number;
  /** Everyone who had a part in it; null stands for someone unknown. */
  readonly actors: readonly (string | null)[];
}

/** Many deletions in one drive. */
export function alarmWords(t: Translate, { drive, count, actors }: AlarmMatter): ToastWords {
  const [actor] = actors;
  const isOne = actors.length === 1 && typeof actor === 'string';
  return {
    title: isOne
      ? t('toast.alarm-by-one', { actor, count, drive })
      : t('toast.alarm', { count, drive }),
    body: t('toast.alarm.body'),
  };
}

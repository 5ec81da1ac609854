import type { UpdatesView } from '../updates.ts';
import { momentWords } from './moments.ts';
import type { TranslateAny } from './translate-any.ts';

interface Around {
  /** That runs. */
  readonly version: string;
  readonly now: number;
  readonly locale: string;
}

/** How things are with a newer version, in a sentence or two. */
export function updateWords(
  t: TranslateAny,
  { now: update, isAutomatic }: UpdatesView,
  { version, now, locale }: Around,
): string {
  const { state } = update;
  if (state === 'elsewhere') return t(`updates.elsewhere.${update.installation}`);
  if (state === 'failed') return t(`updates.failed.${update.failure}`);
  if (state === 'looking') return t('updates.looking');
  if (state === 'none') {
    const { lookedAt } = update;
    if (lookedAt === null) return t('updates.not-looked', { version });
    return t('updates.none', { version, time: momentWords(lookedAt, now, locale) });
  }
  if (state === 'downloading') {
    return t('updates.downloading', { version: update.version, share: update.percent / 100 });
  }
  const isSaidSo = state === 'ready' && isAutomatic;
  return t(isSaidSo ? 'updates.ready-by-itself' : `updates.${state}`, {
    version: update.version,
  });
}

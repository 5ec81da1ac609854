import type { Snapshot } from '../snapshot.ts';
import { livenessLine, pauseWords } from './liveness-words.ts';
import type { Translate } from './translate.ts';

/** The tray's tooltip: one line each for liveness, pause or quiet, and unread. */
export function trayTooltip(t: Translate, snapshot: Snapshot, now: number, locale: string): string {
  return [
    t('app.name'),
    livenessLine(t, snapshot, now, locale),
    pauseWords(t, snapshot, now, locale),
    snapshot.unread > 0 ? t('tray.unread', { count: snapshot.unread }) : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

import type { ActivityRow } from '../activity.ts';
import type { Page } from '../pages.ts';
import type { UpdateState } from '../updates.ts';
import type { Snapshot } from '../snapshot.ts';
import { isPaused, livenessLine, pauseWords } from './liveness-words.ts';
import { changeWords, shortName } from './toast-words.ts';
import type { Translate } from './translate.ts';

const pauses = ['one-hour', 'tomorrow', 'until-resumed'] as const;
const longestLine = 80;

/** What choosing an entry asks for. */
export type TrayCommand =
  | { readonly ask: 'show'; readonly page: Page | null }
  | { readonly ask: 'open-item'; readonly activityId: number }
  | { readonly ask: 'pause'; readonly until: (typeof pauses)[number] }
  | { readonly ask: 'resume' }
  | { readonly ask: 'mark-read'; readonly upTo: number }
  | { readonly ask: 'update' }
  | { readonly ask: 'quit' };

export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'words'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly label: string;
      readonly command: TrayCommand;
    }
  | {
      readonly kind: 'submenu';
      readonly id: string;
      readonly label: string;
      readonly entries: readonly TrayEntry[];
    };

const separator: TrayEntry = { kind: 'separator' };

/** The tray's menu: how things are, what happened last, and all that is done without the window. */
export function trayMenu(
  t: Translate,
  snapshot: Snapshot,
  now: number,
  locale: string,
): readonly TrayEntry[] {
  const { recent, unread } = snapshot;
  const [newest] = recent;
  const state = line(livenessLine(t, snapshot, now, locale));
  return [
    command('state', state, { ask: 'show', page: 'drives' }),
    ...recent.map((row) => changeEntry(t, row)),
    separator,
    command('open', t('tray.open'), { ask: 'show', page: null }),
    ...pauseEntries(t, pauseWords(t, snapshot, now, locale), isPaused(snapshot, now)),
    ...(unread > 0 && newest
      ? [
          command('mark-read', t('activity.mark-all-read'), {
            ask: 'mark-read',
            upTo: newest.id,
          }),
        ]
      : []),
    command('settings', t('tray.settings'), { ask: 'show', page: 'settings' }),
    ...updateEntry(t, snapshot.updates.now),
    separator,
    command('quit', t('tray.quit'), { ask: 'quit' }),
  ];
}

function updateEntry(t: Translate, now: UpdateState): readonly TrayEntry[] {
  if (now.state !== 'ready') return [];
  return [command('update', t('tray.update', { version: now.version }), { ask: 'update' })];
}

function changeEntry(t: Translate, row: ActivityRow): TrayEntry {
  const { id: activityId, canOpen } = row;
  return command(
    `change-${activityId}`,
    line(changeWords(t, row)),
    canOpen ? { ask: 'open-item', activityId } : { ask: 'show', page: 'activity' },
  );
}

/** Quiet hours end by themselves; what one can do meanwhile is what one can do at any time. */
function pauseEntries(t: Translate, words: string | null, paused: boolean): readonly TrayEntry[] {
  const silence: readonly TrayEntry[] =
    words === null ? [] : [{ kind: 'words', id: 'paused', label: words }];
  if (paused) return [...silence, command('resume', t('tray.resume'), { ask: 'resume' })];
  const entries = pauses.map((until) =>
    command(`pause-${until}`, t(`tray.pause.${until}`), { ask: 'pause', until }),
  );
  return [...silence, { kind: 'submenu', id: 'pause', label: t('tray.pause'), entries }];
}

function command(id: string, label: string, command: TrayCommand): TrayEntry {
  return { kind: 'command', id, label, command };
}

/** No longer than a menu should be wide. */
function line(words: string): string {
  return shortName(words, longestLine);
}

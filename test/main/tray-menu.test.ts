import { expect, it } from 'vitest';
import { createTranslate } from '../../src/main/words.ts';
import type { UpdateState } from '../../src/shared/updates.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { livenessLine } from '../../src/shared/texts/liveness-words.ts';
import { type TrayEntry, trayMenu } from '../../src/shared/texts/tray-menu.ts';
import { noon } from '../core/support/doubles.ts';
import { activityRow as row, traySnapshot } from './support/tray-snapshot.ts';

const en = createTranslate('en');
const long = 'ä'.repeat(300);

function menu(parts: Partial<Snapshot>, t = en): readonly TrayEntry[] {
  return trayMenu(t, traySnapshot('live', parts), noon, 'en');
}

/** As it is read: `-` between groups, what cannot be chosen in brackets, a submenu after its name. */
function read(entries: readonly TrayEntry[]): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind === 'separator') return '-';
    if (entry.kind === 'words') return `[${entry.label}]`;
    if (entry.kind === 'submenu') return `${entry.label}: ${read(entry.entries).join(', ')}`;
    return entry.label;
  });
}

function commandOf(entries: readonly TrayEntry[], id: string): unknown {
  const found = entries.find((entry) => entry.kind === 'command' && entry.id === id);
  return found?.kind === 'command' ? found.command : null;
}

const updates = (now: UpdateState): Snapshot['updates'] => ({ isAutomatic: true, now });
const pause = 'Pause notifications: For 1 hour, Until tomorrow, Until I resume';
const end = ['Settings…', '-', 'Quit Drivebell'];

it.each<[string, Partial<Snapshot>, readonly string[]]>([
  ['nothing yet', {}, ['Live: 1 drive', '-', 'Open Drivebell', pause, ...end]],
  [
    'a new version that is still coming',
    { updates: updates({ state: 'downloading', version: '1.1.0', percent: 99 }) },
    ['Live: 1 drive', '-', 'Open Drivebell', pause, ...end],
  ],
  [
    'a new version',
    { updates: updates({ state: 'ready', version: '1.1.0' }) },
    [
      'Live: 1 drive',
      '-',
      'Open Drivebell',
      pause,
      'Settings…',
      'Restart to update to 1.1.0',
      '-',
      'Quit Drivebell',
    ],
  ],
  [
    'no drive yet',
    { drives: [], accounts: [] },
    ['Not signed in', '-', 'Open Drivebell', pause, ...end],
  ],
  [
    'changes, all of them read',
    { recent: [row(2, { own: true }), row(1)] },
    [
      'Live: 1 drive',
      'You edited “Budget.xlsx”',
      'Ada edited “Budget.xlsx”',
      '-',
      'Open Drivebell',
      pause,
      ...end,
    ],
  ],
  [
    'something unread',
    { unread: 1, recent: [row(1)] },
    [
      'Live: 1 drive',
      'Ada edited “Budget.xlsx”',
      '-',
      'Open Drivebell',
      pause,
      'Mark all as read',
      ...end,
    ],
  ],
  [
    'paused',
    { pausedUntil: 'until-resumed' },
    [
      'Live: 1 drive',
      '-',
      'Open Drivebell',
      '[Paused until you resume]',
      'Resume notifications',
      ...end,
    ],
  ],
  [
    'quiet hours',
    { quietUntil: noon + 30 * 60_000 },
    ['Live: 1 drive', '-', 'Open Drivebell', '[Quiet until 12:30 PM]', pause, ...end],
  ],
  ['quiet hours that are over', { quietUntil: noon }, read(menu({}))],
  ['a pause that is over', { pausedUntil: noon }, read(menu({}))],
])('%s', (_what, parts, expected) => {
  expect(read(menu(parts))).toEqual(expected);
});

it.each(['offline', 'polling', 'sign-in-needed', 'unavailable', 'starting'] as const)(
  'says %s in the words of the line of truth',
  (state) => {
    const snapshot = traySnapshot(state);
    const [first] = read(trayMenu(en, snapshot, noon, 'en'));
    expect(first).toBe(livenessLine(en, snapshot, noon, 'en'));
  },
);

it('opens the item, or the list where it has no page', () => {
  const entries = menu({ recent: [row(2), row(1, { canOpen: false })] });
  expect(commandOf(entries, 'change-2')).toEqual({ ask: 'open-item', activityId: 2 });
  expect(commandOf(entries, 'change-1')).toEqual({ ask: 'show', page: 'activity' });
});

it('marks as read what it shows, and nothing that comes later', () => {
  const entries = menu({ unread: 9, recent: [row(42), row(41)] });
  expect(commandOf(entries, 'mark-read')).toEqual({ ask: 'mark-read', upTo: 42 });
});

it.each([
  ['name', row(1, { name: `${long}.xlsx` })],
  ['person', row(1, { actor: long })],
  ['folder', row(1, { kinds: ['moved'], place: [long], oldPlace: [`${long}!`] })],
])('cuts a line with a %s without end', (_what, change) => {
  for (const line of read(menu({ recent: [change] }))) expect(line.length).toBeLessThanOrEqual(80);
});

it('is in the language of the words', () => {
  expect(read(menu({ unread: 1, recent: [row(1)] }, createTranslate('de')))).toContain(
    'Alles als gelesen markieren',
  );
  expect(read(menu({ unread: 1, recent: [row(1)] }, createTranslate('ko')))).toEqual([
    '실시간: 드라이브 1개',
    'Ada님이 ‘Budget.xlsx’를 편집했습니다',
    '-',
    'Drivebell 열기',
    '알림 일시 중지: 1시간 동안, 내일까지, 다시 시작할 때까지',
    '모두 읽음으로 표시',
    '설정…',
    '-',
    'Drivebell 종료',
  ]);
});

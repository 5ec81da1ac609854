import { expect, test } from 'vitest';
import { createTranslate } from '../../src/renderer/i18n.ts';
import type { Liveness, Reason, Snapshot, WatchedDriveView } from '../../src/shared/snapshot.ts';
import { notLiveWords } from '../../src/shared/texts/not-live-words.ts';
import { livenessLine, livenessWord, pauseWords } from '../../src/shared/texts/liveness-words.ts';
import { momentWords } from '../../src/shared/texts/moments.ts';
import { trayTooltip } from '../../src/shared/texts/tray-words.ts';
import { day, drive, hour, minute, now, snapshot } from './support/samples.ts';

const t = createTranslate('en-GB');
const line = (of: Snapshot): string => livenessLine(t, of, now, 'en-GB');

function watching(liveness: Liveness, others = 0): Snapshot {
  const live = Array.from({ length: others }, (_, n) => drive(`live${n}`));
  return snapshot({ liveness, drives: [drive('it', { liveness, pollSeconds: 60 }), ...live] });
}

test('the line of truth, state by state', () => {
  const since = now - 28 * minute;
  expect(line(snapshot({ accounts: [], drives: [] }))).toBe('Not signed in');
  expect(line(snapshot({ drives: [] }))).toBe('No drives watched yet');
  expect(line(watching({ state: 'live', since, reason: null }, 2))).toBe('Live: 3 drives');
  expect(line(watching({ state: 'starting', since, reason: null }))).toBe('Connecting to 1 drive');
  expect(line(watching({ state: 'offline', since, reason: 'no-network' }))).toBe(
    'Offline since 14:02',
  );
  expect(line(watching({ state: 'polling', since, reason: 'push-not-offered' }, 2))).toBe(
    'Checking every minute: live updates are not available for Finance',
  );
  expect(line(watching({ state: 'sign-in-needed', since, reason: 'signed-out' }))).toBe(
    'Sign in again: the sign-in for Finance has ended',
  );
  expect(line(watching({ state: 'unavailable', since, reason: 'no-access' }))).toBe(
    'Not available: you no longer have access to Finance',
  );
});

test('trouble of several drives is counted', () => {
  const liveness = { state: 'polling', since: now, reason: 'push-lost' } as const;
  const two = [
    drive('a', { liveness, pollSeconds: 60 }),
    drive('b', { liveness, pollSeconds: 300 }),
  ];
  expect(line(snapshot({ liveness, drives: [...two, drive('c')] }))).toBe(
    'Checking every 5 minutes: affects 2 of 3 drives',
  );
});

const many = (count: number, fields: Partial<WatchedDriveView>): readonly WatchedDriveView[] =>
  Array.from({ length: count }, (_, n) => drive(`many${n}`, fields));
const overCap = { state: 'polling', since: now, reason: 'too-many-drives' } as const;

test('live and connecting are said of those drives that are', () => {
  const live = { state: 'live', since: now, reason: null } as const;
  const checked = many(20, { liveness: overCap, pollSeconds: 1800 });
  const drives = [...many(1500, {}), ...checked];
  expect(line(snapshot({ liveness: live, drives }))).toBe('Live: 1,500 of 1,520 drives');
  expect(livenessLine(createTranslate('de'), snapshot({ liveness: live, drives }), now, 'de')).toBe(
    'Live: 1.500 von 1.520 Laufwerken',
  );
  const starting = { state: 'starting', since: now, reason: null } as const;
  const one = [drive('new', { liveness: starting }), drive('a'), drive('b')];
  expect(line(snapshot({ liveness: starting, drives: one }))).toBe('Connecting to 1 of 3 drives');
});

test('drives over the limit do not speak for the others, unless there are none', () => {
  const lost = { state: 'polling', since: now, reason: 'push-lost' } as const;
  const checked = many(20, { name: 'Archive', liveness: overCap, pollSeconds: 1800 });
  const drives = [drive('it', { liveness: lost, pollSeconds: 60 }), ...checked, drive('live')];
  expect(line(snapshot({ liveness: lost, drives }))).toBe(
    'Checking every minute: the live connection for Finance was lost',
  );
  expect(line(snapshot({ liveness: overCap, drives: checked.slice(0, 1) }))).toBe(
    'Checking every 30 minutes: more drives are watched than can be live at once, so Archive is checked instead',
  );
  expect(line(snapshot({ liveness: overCap, drives: checked }))).toBe(
    'Checking every 30 minutes: affects 20 of 20 drives',
  );
});

test('the toast says which drives are not live, and why where that is one thing', () => {
  const off = (name: string, reason: Reason): WatchedDriveView =>
    drive(name, { name, liveness: { state: 'polling', since: now, reason } });
  const toast = (...drives: readonly WatchedDriveView[]) => notLiveWords(t, drives);
  expect(toast(off('Finance', 'push-lost'))).toEqual({
    title: 'Not live for 15 minutes',
    body: 'Finance: the live connection for this drive was lost',
  });
  expect(toast(off('Finance', 'no-network'), off('HR', 'no-network')).body).toBe(
    'Finance, HR: there is no network',
  );
  expect(toast(off('Finance', 'push-lost'), off('HR', 'throttled')).body).toBe('Finance, HR');
  const names = ['A', 'B', 'C', 'D', 'E'];
  expect(toast(...names.map((name) => off(name, 'push-unreachable'))).body).toBe(
    'A, B, C and 2 more: the server for live updates of these drives cannot be reached; a firewall or proxy may be in the way (*.svc.ms, port 443)',
  );
  const german = notLiveWords(createTranslate('de'), [off('Finance', 'push-silent')]);
  expect(german).toEqual({
    title: 'Seit 15 Minuten nicht live',
    body: 'Finance: für dieses Laufwerk kommen keine Live-Aktualisierungen mehr an',
  });
});

test('how often is said as it is', () => {
  expect(livenessWord(t, 'polling')).toBe('Checking every minute');
  expect(livenessWord(t, 'polling', 70)).toBe('Checking every minute');
  expect(livenessWord(t, 'polling', 600)).toBe('Checking every 10 minutes');
});

test('a pause says until when, and nothing once it is over', () => {
  const words = (pausedUntil: Snapshot['pausedUntil'], quietUntil: number | null = null) =>
    pauseWords(t, { pausedUntil, quietUntil }, now, 'en-GB');
  expect(words(null)).toBeNull();
  expect(words(now + 30 * minute)).toBe('Paused until 15:00');
  expect(words('until-resumed')).toBe('Paused until you resume');
  expect(words(now - minute)).toBeNull();
});

test('quiet hours say until when, unless a pause does', () => {
  const words = (pausedUntil: Snapshot['pausedUntil'], quietUntil: number | null) =>
    pauseWords(t, { pausedUntil, quietUntil }, now, 'en-GB');
  expect(words(null, now + 30 * minute)).toBe('Quiet until 15:00');
  expect(words(now - minute, now + 30 * minute)).toBe('Quiet until 15:00');
  expect(words(now + hour, now + 30 * minute)).toBe('Paused until 15:30');
  expect(words('until-resumed', now + 30 * minute)).toBe('Paused until you resume');
  expect(words(null, now)).toBeNull();
  const german = createTranslate('de');
  const quiet = { pausedUntil: null, quietUntil: now + 30 * minute };
  expect(pauseWords(german, quiet, now, 'de')).toBe('Ruhezeit bis 15:00');
});

test('moments name the day when it is not today', () => {
  expect(momentWords(now - 5 * hour, now, 'en-GB')).toBe('09:30');
  expect(momentWords(now - 5 * hour, now, 'en-US')).toMatch(/^9:30\sAM$/u);
  expect(momentWords(now - day, now, 'en-GB')).toBe('17 Nov, 14:30');
  expect(momentWords(now - 400 * day, now, 'en-GB')).toContain('2025');
});

test('the tooltip has a line for each thing worth knowing', () => {
  const quiet = trayTooltip(t, snapshot(), now, 'en-GB');
  expect(quiet).toBe('Drivebell\nLive: 1 drive');
  const busy = trayTooltip(t, snapshot({ unread: 2, pausedUntil: 'until-resumed' }), now, 'en-GB');
  expect(busy).toBe('Drivebell\nLive: 1 drive\nPaused until you resume\n2 unread changes');
  const night = trayTooltip(t, snapshot({ quietUntil: now + 30 * minute }), now, 'en-GB');
  expect(night).toBe('Drivebell\nLive: 1 drive\nQuiet until 15:00');
});

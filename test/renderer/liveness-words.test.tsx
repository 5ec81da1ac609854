import { expect, test } from 'vitest';
import { createTranslate } from '../../src/renderer/i18n.ts';
import type { Liveness, Snapshot } from '../../src/shared/snapshot.ts';
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

test('how often is said as it is', () => {
  expect(livenessWord(t, 'polling')).toBe('Checking every minute');
  expect(livenessWord(t, 'polling', 70)).toBe('Checking every minute');
  expect(livenessWord(t, 'polling', 600)).toBe('Checking every 10 minutes');
});

test('a pause says until when, and nothing once it is over', () => {
  expect(pauseWords(t, null, now, 'en-GB')).toBeNull();
  expect(pauseWords(t, now + 30 * minute, now, 'en-GB')).toBe('Paused until 15:00');
  expect(pauseWords(t, 'until-resumed', now, 'en-GB')).toBe('Paused until you resume');
  expect(pauseWords(t, now - minute, now, 'en-GB')).toBeNull();
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
});

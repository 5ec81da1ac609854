import { expect, test } from 'vitest';
import { createTranslate } from './support/words.ts';
import {
  type Liveness,
  type Reason,
  reasons,
  type Snapshot,
  type WatchedDriveView,
} from '../../src/shared/snapshot.ts';
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

const since = now - 28 * minute;
const off = (state: Liveness['state'], reason: Reason | null, name = 'Finance') =>
  drive(name, { name, liveness: { state, since, reason }, pollSeconds: 60 });
const live = (name: string) => drive(name, { name });
/** As live as the first of them. */
const german = (...drives: readonly WatchedDriveView[]): string =>
  livenessLine(createTranslate('de'), worst(drives), now, 'de');
const english = (...drives: readonly WatchedDriveView[]): string => line(worst(drives));
const worst = (drives: readonly WatchedDriveView[]): Snapshot =>
  snapshot({ drives, ...(drives[0] && { liveness: drives[0].liveness }) });

test('trouble that all drives share for one reason is said of all of them', () => {
  const noPush = ['A', 'B', 'C'].map((name) => off('polling', 'push-not-offered', name));
  expect(english(...noPush)).toBe(
    'Checking every minute: live updates are not available for your drives',
  );
  expect(german(...noPush)).toBe(
    'Prüft jede Minute: für Ihre Laufwerke gibt es keine Live-Aktualisierung',
  );
  const down = ['A', 'B'].map((name) => off('unavailable', 'microsoft-down', name));
  expect(english(...down)).toBe('Not available: Microsoft does not answer at the moment');
  const out = ['A', 'B', 'C'].map((name) => off('sign-in-needed', 'signed-out', name));
  expect(english(...out)).toBe('Sign in again: 3 drives');
  expect(german(...out)).toBe('Neu anmelden: 3 Laufwerke');
  expect(english(off('offline', 'no-network', 'A'), off('offline', 'no-network', 'B'))).toBe(
    'Offline since 14:02',
  );
});

test('trouble of some drives does not read as if it held for all', () => {
  const two = ['A', 'B'].map((name) => off('polling', 'push-lost', name));
  expect(english(...two, live('C'))).toBe(
    'Checking every minute: the live connection for 2 of 3 drives was lost',
  );
  expect(german(...two, live('C'))).toBe(
    'Prüft jede Minute: die Live-Verbindung für 2 von 3 Laufwerken ging verloren',
  );
  const out = ['A', 'B'].map((name) => off('sign-in-needed', 'signed-out', name));
  expect(english(...out, live('C'))).toBe('Sign in again: 2 of 3 drives');
  const gone = ['A', 'B'].map((name) => off('offline', 'no-network', name));
  expect(english(...gone, live('C'))).toBe('Offline since 14:02: 2 of 3 drives');
  expect(english(off('offline', 'no-network'), live('C'))).toBe('Offline since 14:02: Finance');
});

test('what is not available among others is named', () => {
  const others = [live('B'), live('C')];
  expect(english(off('unavailable', 'microsoft-down'), ...others)).toBe(
    'Finance is not available: Microsoft does not answer at the moment',
  );
  expect(english(off('unavailable', 'no-access'), ...others)).toBe(
    'Finance is not available: you no longer have access to this drive',
  );
  const two = [off('unavailable', 'drive-gone', 'A'), off('unavailable', 'drive-gone', 'B')];
  expect(english(...two, live('C'))).toBe(
    '2 of 3 drives are not available: Microsoft can no longer find these drives',
  );
  expect(german(...two, live('C'))).toBe(
    '2 von 3 Laufwerken sind nicht verfügbar: Microsoft findet diese Laufwerke nicht mehr',
  );
});

test('several reasons are not told, only counted', () => {
  const slow = drive('B', {
    liveness: { state: 'polling', since, reason: 'throttled' },
    pollSeconds: 300,
  });
  const both = [off('polling', 'push-lost', 'A'), slow];
  expect(english(...both)).toBe('Checking every 5 minutes: 2 drives');
  expect(english(...both, live('C'))).toBe('Checking every 5 minutes: 2 of 3 drives');
  const broken = [off('unavailable', 'no-access', 'A'), off('unavailable', 'drive-gone', 'B')];
  expect(english(...broken)).toBe('Not available: 2 drives');
  expect(english(...broken, live('C'))).toBe('2 of 3 drives are not available');
});

test.each(reasons.filter((reason) => reason !== 'too-many-drives'))(
  '%s reads well of one drive, of some and of all',
  (reason) => {
    const some = [off('polling', reason, 'A'), off('polling', reason, 'B')];
    for (const words of [english, german]) {
      expect(words(some[0] ?? live('A'))).not.toMatch(/undefined|\{|line\./u);
      expect(words(...some, live('C'))).toMatch(/^\S.*: \S.*[^.]$/u);
      expect(words(...some)).toMatch(/^\S.*: \S.*[^.]$/u);
    }
  },
);

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
    'Checking every 30 minutes: no live connection is left for Archive, as more drives are watched than can be live at once',
  );
  expect(line(snapshot({ liveness: overCap, drives: checked }))).toBe(
    'Checking every 30 minutes: no live connection is left for your drives, as more drives are watched than can be live at once',
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

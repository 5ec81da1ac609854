import { FakeDrivebell } from './fake-drivebell.ts';
import {
  everyKind,
  everyNames,
  everyRule,
  everyState,
  manyAccounts,
  signedOut,
} from './one-of-each.ts';
import {
  clientIds,
  drive,
  hour,
  minute,
  now,
  snapshot,
  typedIn,
  updates,
  wishes,
} from './samples.ts';

const connection = {
  via: 'loop',
  protocol: 4,
  since: now - 2 * hour,
  expiresAt: now + hour,
  renewsAt: now + hour - 120_000,
} as const;

/** As much as can be shown at once, in Settings above all. */
export const everything = (): FakeDrivebell => {
  const fake = new FakeDrivebell({
    snapshot: snapshot({
      accounts: manyAccounts,
      clientIds: clientIds({ global: typedIn, 'us-gov': typedIn }),
      tokenStorage: 'weak',
      tellsOwn: true,
      updates: updates({ state: 'downloading', version: '1.1.0', percent: 42 }),
      drives: [drive('d0', { connection }), ...everyState, ...everyNames],
      liveness: signedOut,
      unread: 4,
      wishes: {
        ...wishes,
        quietHours: { ...wishes.quietHours, isOn: true },
        delivery: { every: 'week', at: 9 * 60, day: 1 },
      },
      webhook: { url: 'https://bell.example.com/drivebell', port: 8765, use: 'fallback' },
      rules: everyRule,
      hooks: {
        mute: { kind: 'command', program: '/home/alex/bin/tell the team.sh' },
        tmp: { kind: 'post', url: 'http://localhost:8080/changes' },
      },
    }),
    rows: everyKind,
  });
  fake.ruleCounts = { tmp: 1204, adele: 12 };
  const at = now - 2 * minute;
  fake.vitals = {
    d0: {
      lastWake: { at, cause: 'push' },
      lastReading: { at, found: 2 },
      lastFailure: { at, of: 'push', code: 'push-lost' },
      webhook: null,
    },
    d2: {
      lastWake: { at, cause: 'poll' },
      lastReading: { at, found: 0 },
      lastFailure: { at, of: 'reading', code: 'throttled' },
      webhook: { lastDelivery: at, ignored: 2 },
    },
  };
  const run = { at, ruleId: 'tmp', kind: 'post', outcome: 'ok', code: 200, output: '' } as const;
  fake.hookReport = {
    letGo: 3,
    runs: [
      run,
      { ...run, outcome: 'refused', code: 302, output: 'Moved to another address' },
      { ...run, ruleId: 'mute', kind: 'command', outcome: 'exit-code', code: 1 },
      { ...run, ruleId: 'gone', kind: 'command', outcome: 'not-started', code: null },
    ],
  };
  fake.licences = [
    { name: '@fluentui/react-components', version: '9.74.11', licence: 'MIT', text: 'Permission' },
    { name: 'zod', version: '4.6.7', licence: 'BSD-3-Clause', text: 'Redistribution '.repeat(99) },
  ];
  fake.webhookReport = { state: 'listening', subscriptions: 2, lastDelivery: at, ignored: 3 };
  fake.webhookCheck = { how: 'answer', status: 502 };
  fake.explanation = { ...fake.explanation, rule: everyRule[0] ?? null };
  return fake;
};

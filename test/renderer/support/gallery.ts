import { type Snapshot, troubles } from '../../../src/shared/snapshot.ts';
import { FakeDrivebell } from './fake-drivebell.ts';
import {
  account,
  byCode,
  choice,
  choices,
  clientIds,
  deviceCode,
  drive,
  failed,
  family,
  hour,
  manyRows,
  minute,
  now,
  snapshot,
  typedIn,
  unregistered,
  updates,
  waiting,
  wishes,
} from './samples.ts';
import {
  everyKind,
  signedOut,
  unreachable,
  everyState,
  everyNames,
  manyAccounts,
  everyRule,
} from './one-of-each.ts';

const accounts: Snapshot['accounts'] = [account('a1'), family];
const alone = { accounts: [], drives: [] };
const polling: Snapshot['liveness'] = {
  state: 'polling',
  since: now - 3 * hour,
  reason: 'push-not-offered',
};
const offline: Snapshot['liveness'] = {
  state: 'offline',
  since: now - 28 * minute,
  reason: 'no-network',
};
const pick = { snapshot: snapshot({ drives: [] }), choices };
const manyChoices = Array.from({ length: 40 }, (_, n) =>
  choice(`m${n}`, { name: `Team site ${n + 1}` }),
);

/** Everything switched on that shows more when it is. */
const everyWish = (): FakeDrivebell =>
  new FakeDrivebell({
    snapshot: snapshot({
      wishes: {
        ...wishes,
        quietHours: { ...wishes.quietHours, isOn: true },
        delivery: { every: 'week', at: 9 * 60, day: 1 },
      },
      quietUntil: now + 30 * minute,
    }),
  });

/** Everything worth looking at, by name. */
export const gallery = {
  activity: () =>
    new FakeDrivebell({ snapshot: snapshot({ unread: 4, accounts }), rows: everyKind }),
  'activity-one': () =>
    new FakeDrivebell({ snapshot: snapshot({ unread: 1 }), rows: everyKind.slice(0, 1) }),
  'activity-none': () => new FakeDrivebell({ snapshot: snapshot() }),
  'activity-many': () => new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(10_000) }),
  polling: () =>
    new FakeDrivebell({
      snapshot: snapshot({
        liveness: polling,
        drives: [drive('d2', { liveness: polling, pollSeconds: 60 })],
      }),
      rows: everyKind,
    }),
  offline: () => new FakeDrivebell({ snapshot: snapshot({ liveness: offline }), rows: everyKind }),
  paused: () =>
    new FakeDrivebell({ snapshot: snapshot({ pausedUntil: now + 30 * minute }), rows: everyKind }),
  drives: () =>
    new FakeDrivebell({
      snapshot: snapshot({
        accounts,
        drives: everyState,
        liveness: signedOut,
      }),
      choices: [...choices, ...manyChoices],
    }),
  'drives-names': () =>
    new FakeDrivebell({
      snapshot: snapshot({ drives: everyNames, liveness: unreachable }),
      choices,
    }),
  troubles: () => new FakeDrivebell({ snapshot: snapshot({ troubles }), rows: everyKind }),
  'update-ready': () =>
    new FakeDrivebell({
      snapshot: snapshot({ updates: updates({ state: 'ready', version: '1.1.0' }) }),
      rows: everyKind,
    }),
  'signing-in': () =>
    new FakeDrivebell({
      snapshot: snapshot({ signIn: waiting() }),
      rows: everyKind,
    }),
  'sign-in': () => new FakeDrivebell({ snapshot: snapshot(alone) }),
  waiting: () =>
    new FakeDrivebell({
      snapshot: snapshot({ ...alone, signIn: waiting() }),
    }),
  failed: () =>
    new FakeDrivebell({
      snapshot: snapshot({ ...alone, signIn: failed('no-network') }),
    }),
  register: () => new FakeDrivebell({ snapshot: snapshot({ ...alone, clientIds: unregistered }) }),
  'getting-code': () =>
    new FakeDrivebell({ snapshot: snapshot({ ...alone, signIn: waiting(byCode) }) }),
  code: () =>
    new FakeDrivebell({ snapshot: snapshot({ ...alone, signIn: waiting(byCode, deviceCode) }) }),
  'code-inside': () =>
    new FakeDrivebell({
      snapshot: snapshot({ signIn: waiting(byCode, deviceCode) }),
      rows: everyKind,
    }),
  administrator: () =>
    new FakeDrivebell({
      snapshot: snapshot({
        ...alone,
        signIn: failed('needs-administrator'),
        tokenStorage: 'memory',
        troubles: ['tokens-weak-storage'],
      }),
    }),
  'administrator-inside': () =>
    new FakeDrivebell({
      snapshot: snapshot({ signIn: failed('needs-administrator') }),
      rows: everyKind,
    }),
  'wrong-client-id': () =>
    new FakeDrivebell({
      snapshot: snapshot({
        ...alone,
        clientIds: clientIds({ global: typedIn }),
        signIn: failed('client-not-public'),
      }),
    }),
  'given-client-id': () =>
    new FakeDrivebell({
      snapshot: snapshot({
        ...alone,
        clientIds: clientIds({ global: { ...typedIn, source: 'environment' } }),
        signIn: failed('client-id-wrong'),
      }),
    }),
  settings: () =>
    new FakeDrivebell({
      snapshot: snapshot({
        accounts: manyAccounts,
        clientIds: clientIds({ global: typedIn, 'us-gov': typedIn }),
        tokenStorage: 'weak',
        tellsOwn: true,
        drives: [...everyState, ...everyNames],
        liveness: signedOut,
      }),
    }),
  'settings-wishes': () => everyWish(),
  'settings-rules': () => {
    const fake = new FakeDrivebell({
      snapshot: snapshot({ rules: everyRule, drives: everyState }),
    });
    fake.ruleCounts = { tmp: 1204, adele: 12 };
    return fake;
  },
  quiet: () =>
    new FakeDrivebell({ snapshot: snapshot({ quietUntil: now + 5 * hour }), rows: everyKind }),
  'never-unread': () =>
    new FakeDrivebell({
      snapshot: snapshot({ wishes: { ...wishes, readBy: 'never' } }),
      rows: everyKind,
    }),
  'settings-memory': () =>
    new FakeDrivebell({
      snapshot: snapshot({ tokenStorage: 'memory', troubles: ['tokens-weak-storage'] }),
    }),
  'pick-accounts': () =>
    new FakeDrivebell({
      snapshot: snapshot({ drives: [], accounts: manyAccounts }),
      choices: [...choices, choice('f1', { accountId: 'a2', kind: 'personal', name: 'OneDrive' })],
      unasked: [{ accountId: 'a3', reason: 'signed-out' }],
    }),
  'pick-administrator': () => {
    const fake = new FakeDrivebell(pick);
    fake.fail('listDrives', 'needs-administrator');
    return fake;
  },
  pick: () => new FakeDrivebell(pick),
  'pick-many': () => new FakeDrivebell({ ...pick, choices: [...choices, ...manyChoices] }),
  'pick-failed': () => {
    const fake = new FakeDrivebell(pick);
    fake.fail('listDrives', 'no-network');
    return fake;
  },
} as const;

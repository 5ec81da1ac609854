import type { ActivityRow } from '../../../src/shared/activity.ts';
import { type Snapshot, troubles, type WatchedDriveView } from '../../../src/shared/snapshot.ts';
import type { RuleView } from '../../../src/shared/wishes.ts';
import { FakeDrivebell } from './fake-drivebell.ts';
import {
  account,
  byCode,
  choice,
  choices,
  clientIds,
  day,
  deviceCode,
  drive,
  failed,
  family,
  hour,
  manyRows,
  minute,
  now,
  row,
  rule,
  snapshot,
  typedIn,
  unregistered,
  waiting,
  wishes,
} from './samples.ts';

const longName = `${'Quarterly consolidated statement of the whole northern region '.repeat(3)}final.xlsx`;

export const everyKind: readonly ActivityRow[] = [
  row(30, { read: false, times: 3 }),
  row(29, {
    kinds: ['created'],
    name: 'Offer Fabrikam.docx',
    actor: 'Ahmed Baz',
    place: ['Offers', '2026'],
    read: false,
    at: now - 9 * minute,
  }),
  row(28, {
    kinds: ['renamed'],
    oldName: 'Draft.pptx',
    name: 'Board meeting.pptx',
    read: false,
    at: now - 12 * minute,
  }),
  row(27, {
    kinds: ['deleted'],
    itemKind: 'folder',
    name: 'Old plans',
    descendants: 12,
    actor: null,
    canOpen: false,
    read: false,
    at: now - 40 * minute,
  }),
  row(26, {
    kinds: ['moved'],
    name: 'Contract.pdf',
    oldPlace: ['Drafts'],
    place: ['Signed'],
    at: now - hour,
  }),
  row(25, {
    own: true,
    actor: 'Alex Wilber',
    name: 'notes.txt',
    driveName: 'OneDrive',
    place: [],
    at: now - 2 * hour,
  }),
  row(24, {
    kinds: ['renamed', 'moved', 'edited'],
    oldName: 'a.csv',
    name: 'Orders.csv',
    oldPlace: [],
    at: now - 3 * hour,
  }),
  row(23, { name: longName, at: now - 4 * hour }),
  row(22, { kinds: ['deleted'], name: longName, actor: null, canOpen: false, at: now - 5 * hour }),
  row(21, { kinds: ['restored'], name: 'Photo.jpg', at: now - 20 * hour }),
  row(20, { kinds: ['shared'], itemKind: 'folder', name: 'Press', at: now - 21 * hour }),
  row(19, { kinds: ['unshared'], itemKind: 'folder', name: 'Press', at: now - 22 * hour }),
  row(18, { kinds: ['appeared'], name: 'Film.mp4', at: now - 23 * hour }),
  row(17, { kinds: ['changed'], name: 'Page.url', itemKind: 'link', at: now - 2 * day }),
  row(16, { kinds: ['created'], itemKind: 'folder', name: 'Year 2027', at: now - 2 * day }),
  row(15, { kinds: ['deleted'], name: null, actor: null, canOpen: false, at: now - 3 * day }),
  row(14, {
    kinds: ['edited'],
    itemKind: 'package',
    name: 'Team notebook',
    actor: null,
    at: now - 3 * day,
  }),
  row(13, { name: 'ميزانية.xlsx', actor: 'سارة أحمد', at: now - 3 * day }),
  row(12, {
    name: 'Archive.zip',
    place: [
      'A',
      'Very',
      'Deep',
      'Place',
      'Whose Names',
      'Take All',
      'The Room',
      'There Is In A Line',
    ],
    at: now - 3 * day,
  }),
  row(11, {
    kinds: ['deleted'],
    name: null,
    place: [],
    descendants: 2,
    actor: null,
    canOpen: false,
    at: now - 3 * day,
  }),
  row(10, { kinds: ['mentioned'], name: 'Minutes.docx', at: now - 3 * day }),
  row(9, { kinds: ['commented'], name: 'Notes.docx', at: now - 3 * day }),
];

const signedOut: Snapshot['liveness'] = {
  state: 'sign-in-needed',
  since: now - day,
  reason: 'signed-out',
};
const unreachable: Snapshot['liveness'] = {
  state: 'polling',
  since: now - 28 * minute,
  reason: 'push-unreachable',
};

const everyState: readonly WatchedDriveView[] = [
  drive('d1', {
    name: 'OneDrive',
    kind: 'business',
    connection: { via: 'library', protocol: 4, since: now - 2 * hour, expiresAt: now + hour },
  }),
  drive('d2', {
    name: 'Finance',
    liveness: { state: 'polling', since: now - 3 * hour, reason: 'push-not-offered' },
    pollSeconds: 60,
  }),
  drive('d3', {
    name: 'Sales and Marketing',
    learning: { known: 12_400, about: 31_000 },
    lastChangeAt: null,
  }),
  drive('d4', {
    name: 'Family',
    kind: 'personal',
    accountId: 'a2',
    liveness: signedOut,
  }),
  drive('d5', {
    name: 'Northern region, project archive and correspondence 2019 to 2026',
    liveness: { state: 'unavailable', since: now - 2 * day, reason: 'no-access' },
  }),
  drive('d6', {
    name: 'Old team site',
    liveness: { state: 'unavailable', since: now - 2 * day, reason: 'drive-gone' },
  }),
  drive('d7', {
    name: 'Field office',
    liveness: { state: 'offline', since: now - 28 * minute, reason: 'no-network' },
  }),
];

/** What is known of the names in a drive, with and without other trouble. */
const everyNames: readonly WatchedDriveView[] = [
  drive('n1', {
    name: 'Sales and Marketing',
    learning: { known: 12_400, about: 31_000 },
    lastChangeAt: null,
  }),
  drive('n2', { name: 'OneDrive', kind: 'business', learning: { known: 500, about: null } }),
  drive('n3', { name: 'Finance', names: 'stopped' }),
  drive('n4', {
    name: 'Northern region, project archive and correspondence 2019 to 2026',
    names: 'folders',
  }),
  drive('n5', {
    name: 'Field office',
    liveness: unreachable,
    pollSeconds: 60,
    names: 'stopped',
  }),
];

const accounts: Snapshot['accounts'] = [account('a1'), family];

/** Every kind of account, and one that has to sign in again. */
const manyAccounts: Snapshot['accounts'] = [
  account('a1'),
  { ...family, needsSignIn: true },
  account('a3', {
    name: 'Alexandra Wilber-Schönfeldt',
    username: 'alexandra.wilber-schoenfeldt@northern-region.fabrikam.us',
    cloud: 'us-gov',
    needsSignIn: true,
  }),
];

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

const everyRule: readonly RuleView[] = [
  rule('mute', { origin: 'mute', watchId: 'd2', within: 'Plans', until: now + 30 * minute }),
  rule('adele', { person: 'Adele Vance', until: now - day }),
  rule('tmp', {
    origin: 'ready-made',
    pattern: '~$*, *.tmp, .~lock.*#, *.lck, *.swp, *.partial',
    action: 'ignore',
  }),
  rule('long', {
    isOn: false,
    watchId: 'd5',
    within: longName,
    pattern: '*.docx',
    person: 'Alexandra Wilber-Schönfeldt',
    isMineOnly: true,
    kinds: [
      'created',
      'edited',
      'renamed',
      'moved',
      'deleted',
      'restored',
      'unshared',
      'mentioned',
    ],
    action: 'notify',
    until: new Date(2026, 10, 21).getTime(),
  }),
];

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

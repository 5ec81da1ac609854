import type { ActivityRow } from '../../../src/shared/activity.ts';
import type { Snapshot, WatchedDriveView } from '../../../src/shared/snapshot.ts';
import type { RuleView } from '../../../src/shared/wishes.ts';
import { account, day, drive, family, hour, minute, now, row, rule } from './samples.ts';

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

export const signedOut: Snapshot['liveness'] = {
  state: 'sign-in-needed',
  since: now - day,
  reason: 'signed-out',
};
export const unreachable: Snapshot['liveness'] = {
  state: 'polling',
  since: now - 28 * minute,
  reason: 'push-unreachable',
};

export const everyState: readonly WatchedDriveView[] = [
  drive('d1', {
    name: 'OneDrive',
    kind: 'business',
    connection: {
      via: 'library',
      protocol: 4,
      since: now - 2 * hour,
      expiresAt: now + hour,
      renewsAt: now + hour - 120_000,
    },
  }),
  drive('d2', {
    name: 'Money',
    microsoftName: 'Finance',
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
export const everyNames: readonly WatchedDriveView[] = [
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

/** Every kind of account, and one that has to sign in again. */
export const manyAccounts: Snapshot['accounts'] = [
  account('a1'),
  { ...family, needsSignIn: true },
  account('a3', {
    name: 'Alexandra Wilber-Schönfeldt',
    username: 'alexandra.wilber-schoenfeldt@northern-region.fabrikam.us',
    cloud: 'us-gov',
    needsSignIn: true,
  }),
];

export const everyRule: readonly RuleView[] = [
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

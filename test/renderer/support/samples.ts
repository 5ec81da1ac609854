import type { UpdateState, UpdatesView } from '../../../src/shared/updates.ts';
import { noFilter } from '../../../src/shared/activity-query.ts';
import type { DriveChoice, Found, FoundPage } from '../../../src/shared/finding.ts';
import type { ActivityRow } from '../../../src/shared/activity.ts';
import type {
  AccountView,
  ClientIdView,
  DeviceCodeView,
  SignInAsk,
  SignInFailure,
  SignInView,
  Snapshot,
  WatchedDriveView,
} from '../../../src/shared/snapshot.ts';
import type { RuleDraft, RuleView, WishesView } from '../../../src/shared/wishes.ts';
import { anyone } from '../../../src/renderer/sign-in/asks.ts';

export const wishes: WishesView = {
  quietHours: { isOn: false, days: [1, 2, 3, 4, 5], from: 20 * 60, to: 7 * 60 },
  delivery: { every: 'change', at: 9 * 60, day: 1 },
  alarm: { isOn: true, items: 50, minutes: 5 },
  hasSound: true,
  stays: false,
  isPrivate: false,
  readBy: 'seeing',
};

/** A Wednesday afternoon, local time. */
export const now = new Date(2026, 10, 18, 14, 30).getTime();
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const row = (id: number, fields: Partial<ActivityRow> = {}): ActivityRow => ({
  id,
  watchId: 'finance',
  driveName: 'Contoso Finance',
  kinds: ['edited'],
  itemKind: 'file',
  name: 'Budget 2027.xlsx',
  oldName: null,
  place: ['Plans'],
  oldPlace: null,
  actor: 'Maria Lindqvist',
  own: false,
  times: 1,
  descendants: 0,
  at: now - 3 * minute,
  read: true,
  canOpen: true,
  ...fields,
});

export const drive = (
  watchId: string,
  fields: Partial<WatchedDriveView> = {},
): WatchedDriveView => ({
  watchId,
  accountId: 'a1',
  name: 'Finance',
  microsoftName: fields.name ?? 'Finance',
  kind: 'library',
  liveness: { state: 'live', since: now - 2 * hour, reason: null },
  pollSeconds: null,
  learning: null,
  names: null,
  connection: null,
  wakeBy: 'push',
  lastChangeAt: now - 3 * minute,
  ...fields,
});

export const account = (accountId: string, fields: Partial<AccountView> = {}): AccountView => ({
  accountId,
  name: 'Alex Wilber',
  username: 'alex@contoso.com',
  kind: 'work',
  cloud: 'global',
  needsSignIn: false,
  ...fields,
});

/** Somebody else's, at home. */
export const family: AccountView = account('a2', {
  username: 'alex.wilber@outlook.com',
  kind: 'personal',
});

export const ownId = '3f2a9c1e-58d4-4b07-9e6a-1c2d3e4f5a6b';
const none: ClientIdView = { source: 'none', value: '' };
const builtIn: ClientIdView = { source: 'built-in', value: ownId };
export const typedIn: ClientIdView = { source: 'settings', value: ownId };

/** The global cloud's registration came with Drivebell, unless said otherwise. */
export const clientIds = (fields: Partial<Snapshot['clientIds']> = {}): Snapshot['clientIds'] => ({
  global: builtIn,
  'us-gov': none,
  'us-dod': none,
  china: none,
  ...fields,
});
export const unregistered = clientIds({ global: none });

export const byCode: SignInAsk = { ...anyone, flow: 'device-code' };

export const deviceCode: DeviceCodeView = {
  userCode: 'HZ7K2QWLP',
  page: 'microsoft.com/devicelogin',
  expiresAt: now + 14 * minute + 32_000,
};

export const waiting = (
  asked: SignInAsk = anyone,
  code: DeviceCodeView | null = null,
): SignInView => ({ state: 'waiting', asked, since: now, code });

export const failed = (failure: SignInFailure, asked: SignInAsk = anyone): SignInView => ({
  state: 'failed',
  asked,
  failure,
});

export const updates = (update: UpdateState, isAutomatic = true): UpdatesView => ({
  isAutomatic,
  now: update,
});

export const snapshot = (fields: Partial<Snapshot> = {}): Snapshot => ({
  version: '0.1.0',
  accounts: [account('a1')],
  signIn: { state: 'idle' },
  clientIds: clientIds(),
  tokenStorage: 'safe',
  drives: [drive('finance')],
  liveness: { state: 'live', since: now - 2 * hour, reason: null },
  pausedUntil: null,
  tellsOwn: false,
  quietUntil: null,
  theme: 'system',
  language: 'system',
  shortcut: null,
  updates: updates({ state: 'none', lookedAt: now - 3 * hour }),
  wishes,
  filter: noFilter,
  groupBy: null,
  rules: [],
  hooks: {},
  webhook: { url: null, port: 8765, use: 'fallback' },
  unread: 0,
  recent: [],
  activityRevision: 1,
  troubles: [],
  ...fields,
});

/** Everything is only listed, unless said otherwise. */
export const draft = (fields: Partial<RuleDraft> = {}): RuleDraft => ({
  isOn: true,
  watchId: null,
  pattern: null,
  person: null,
  kinds: null,
  isMineOnly: false,
  action: 'list',
  until: null,
  ...fields,
});

export const rule = (ruleId: string, fields: Partial<RuleView> = {}): RuleView => ({
  ...draft(),
  ruleId,
  origin: 'person',
  within: null,
  ...fields,
});

export const choice = (foundId: string, fields: Partial<DriveChoice> = {}): DriveChoice => ({
  foundId,
  accountId: 'a1',
  name: 'Finance',
  kind: 'library',
  detail: 'Contoso',
  watched: false,
  suggested: false,
  ...fields,
});

export const choices: readonly DriveChoice[] = [
  choice('d-own', { name: 'OneDrive', kind: 'business', detail: 'Alex Wilber', suggested: true }),
  choice('d-finance'),
  choice('d-sales', { name: 'Sales and Marketing' }),
  choice('d-hr', { name: 'Human Resources', watched: true }),
];

/** `count` rows, newest first, ids from `count` down to 1, a quarter of an hour apart. */
export const manyRows = (count: number): readonly ActivityRow[] =>
  Array.from({ length: count }, (_, index) =>
    row(count - index, { name: `Report ${count - index}.docx`, at: now - index * 15 * minute }),
  );

export const found = (foundId: string, fields: Partial<Found> = {}): Found => ({
  foundId,
  kind: 'folder',
  name: 'Budget',
  detail: null,
  watched: false,
  ...fields,
});

export const foundPage = (these: readonly Found[], fields: Partial<FoundPage> = {}): FoundPage => ({
  found: these,
  nameless: 0,
  next: null,
  ...fields,
});

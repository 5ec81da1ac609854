import { expect, it, vi } from 'vitest';
import { usualWishes } from '../../src/core/notices/wishes.ts';
import type { Drivebell } from '../../src/core/drivebell.ts';
import { handlersFor, type Shell } from '../../src/main/handlers.ts';
import { badWebhookArgs, goodWebhookArgs, webhookAnswerers } from './support/webhook-requests.ts';
import { type RequestName, requestNames } from '../../src/shared/ipc.ts';
import { badActivity, goodActivity } from './support/activity-requests.ts';
import { badShell, goodShell } from './support/shell-requests.ts';
import { badUpdates, goodUpdates, updateAnswerers } from './support/update-requests.ts';

const parts = new Set([
  'settings',
  'shortcut',
  'diagnostics',
  'accounts',
  'desk',
  'drives',
  'finder',
  'history',
  'opener',
  'preferences',
  'rules',
  'hooks',
  'updates',
  'webhook',
]);

/** Every method answers with its own name, after this one, and what it was asked. */
function answering(of: string): object {
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        if (typeof name === 'string' && parts.has(name)) return answering(`${of}${name}.`);
        return (...args: readonly unknown[]) => ({
          ok: true,
          value: [`${of}${String(name)}`, ...args],
        });
      },
    },
  );
}

const product = answering('') as Drivebell;
const shell: Shell = {
  startPage: () => 'settings',
  loginItem: { state: () => 'off', set: () => ({ ok: true, value: undefined }) },
  showDataFolder: () => undefined,
  licences: { list: () => [], showChromiums: () => ({ ok: true, value: undefined }) },
  zoom: () => undefined,
  tryOut: null,
};
const handlers = handlersFor(product, shell);

function passes(name: RequestName, args: unknown): boolean {
  return handlers[name].check.safeParse(args).success;
}

const asked = { accountId: null, cloud: 'global', flow: 'browser' };
const ids = (count: number): unknown => Array.from({ length: count }, (_, n) => `w-${n}`);
const long = 'x'.repeat(401);
const draft = {
  isOn: true,
  watchId: null,
  pattern: '*.tmp',
  person: null,
  kinds: ['deleted'],
  isMineOnly: false,
  action: 'list',
  until: null,
};
const { rules: _rules, ...wishes } = usualWishes;

const good: Readonly<Record<RequestName, readonly (readonly unknown[])[]>> = {
  getSnapshot: [[]],
  signIn: [
    [asked],
    [{ ...asked, cloud: 'us-gov' }],
    [{ ...asked, cloud: 'us-dod' }],
    [{ ...asked, accountId: 'a-1', cloud: 'china', flow: 'device-code' }],
  ],
  cancelSignIn: [[]],
  openDeviceCodePage: [[]],
  copy: [['report'], ['device-code'], ['admin-consent-link']],
  removeAccount: [
    ['a-1', 'keep'],
    ['a-1', 'delete'],
  ],
  setClientId: [
    ['global', null],
    ['us-gov', ''],
    ['us-dod', 'not checked here'],
    ['china', '12345678-1234-1234-1234-123456789abc'],
  ],
  allowWeakStorage: [[true], [false]],
  listDrives: [[]],
  find: [
    ['a-1', { what: 'followed-sites' }],
    ['a-1', { what: 'groups' }],
    ['a-1', { what: 'sites', text: ' fin ' }],
    ['a-1', { what: 'libraries', foundId: 'p-1' }],
    ['a-1', { what: 'inside', foundId: 'w-1' }],
    ['a-1', { what: 'link', text: 'not checked here' }],
  ],
  findMore: [[0], [7]],
  stopFinding: [[]],
  widen: [['a-1', 'sites']],
  watchDrives: [[[]], [['w-1']], [ids(200)]],
  stopWatching: [
    ['w-1', 'keep'],
    ['w-1', 'delete'],
  ],
  renameDrive: [['w-1', '']],
  moveDrive: [['w-1', 'later']],
  learnNames: [['w-1', true]],
  ...goodActivity,
  ...goodShell,
  ...goodUpdates,
  openItem: [[0], [7]],
  openVersions: [[0], [7]],
  copyLink: [[0], [7]],
  openDrive: [['w-1']],
  openFolder: [[7]],
  openRecycleBin: [['w-1']],
  markRead: [[0], [7]],
  markOne: [[7, true]],
  undoMarkRead: [[]],
  pause: [['one-hour'], ['tomorrow'], ['until-resumed']],
  resume: [[]],
  tellOwn: [[true], [false]],
  wish: [[wishes]],
  addRules: [
    [[draft], null],
    [[draft, draft], { activityId: 7, what: 'folder' }],
  ],
  previewRules: [[[draft, draft], { activityId: 7, what: 'item' }]],
  previewRule: [['r-1', draft]],
  changeRule: [['r-1', draft]],
  removeRule: [['r-1']],
  moveRule: [['r-1', 'later']],
  countRules: [[]],
  mute: [[7, 'folder', 'today']],
  chooseHookProgram: [['r-1']],
  setHookUrl: [
    ['r-1', ''],
    ['r-1', 'not checked here'],
  ],
  removeHook: [['r-1']],
  getHookRuns: [[]],
  ...goodWebhookArgs,
  checkNow: [['w-1']],
  getVitals: [[]],
  explain: [[0], [7]],
  testToast: [[]],
  getReport: [[]],
  setTheme: [['system'], ['light'], ['dark']],
  setLanguage: [['system'], ['de'], ['ko']],
  setShortcut: [[null], ['Control+Alt+D']],
  exportSettings: [[]],
  importSettings: [[]],
  clearHistory: [[]],
};

const bad: Readonly<Record<RequestName, readonly (readonly unknown[])[]>> = {
  getSnapshot: [[1]],
  signIn: [
    [],
    [null],
    ['a-1'],
    [{}],
    [asked, 1],
    [{ ...asked, accountId: '' }],
    [{ ...asked, accountId: long }],
    [{ ...asked, accountId: undefined }],
    [{ ...asked, cloud: 'mars' }],
    [{ ...asked, cloud: null }],
    [{ ...asked, flow: 'popup' }],
    [{ ...asked, reach: 'shared' }],
    [{ accountId: null, cloud: 'global' }],
  ],
  cancelSignIn: [[null]],
  openDeviceCodePage: [['https://evil.example']],
  copy: [[], ['text'], ['device-code', 'more'], [{ what: 'device-code' }], [null]],
  removeAccount: [
    [],
    ['a-1'],
    ['a-1', true],
    ['a-1', 'drop'],
    ['', 'keep'],
    [long, 'keep'],
    [7, 'keep'],
    ['a-1', 'keep', 'delete'],
  ],
  setClientId: [
    [],
    ['global'],
    ['mars', null],
    ['global', undefined],
    ['global', 7],
    ['global', 'x'.repeat(201)],
    [null, 'x'],
  ],
  allowWeakStorage: [[], [null], ['true'], [1], [true, true]],
  listDrives: [['x']],
  find: [
    [],
    ['a-1'],
    ['', { what: 'groups' }],
    ['a-1', { what: 'everything' }],
    ['a-1', { what: 'groups', text: 'x' }],
    ['a-1', { what: 'sites', text: ' ' }],
    ['a-1', { what: 'sites', text: 'x'.repeat(201) }],
    ['a-1', { what: 'libraries' }],
    ['a-1', { what: 'inside', foundId: long }],
    ['a-1', { what: 'inside', foundId: 'w-1', url: 'https://evil.example' }],
    ['a-1', { what: 'link', text: 'x'.repeat(4001) }],
    ['a-1', 'https://evil.example'],
  ],
  findMore: [[], ['1'], [-1], [1.5], ['https://graph.microsoft.com/v1.0/sites']],
  stopFinding: [[1]],
  widen: [[], ['a-1'], ['a-1', 'own'], ['a-1', 'Files.ReadWrite.All'], ['', 'shared']],
  watchDrives: [[], [null], ['w-1'], [[7]], [[long]], [['']], [ids(201)], [['w-1'], 1]],
  stopWatching: [
    [],
    ['w-1'],
    ['', 'keep'],
    [7, 'keep'],
    [long, 'keep'],
    ['w-1', true],
    ['w-1', 'drop'],
  ],
  renameDrive: [[], ['w-1'], ['', 'x'], ['w-1', null], ['w-1', 'x'.repeat(1001)]],
  moveDrive: [[], ['w-1'], ['w-1', 'up'], ['', 'later']],
  learnNames: [[], ['w-1'], ['', true], ['w-1', 'yes'], [7, true]],
  ...badActivity,
  ...badShell,
  ...badUpdates,
  openItem: [
    [],
    ['1'],
    [-1],
    [1.5],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['https://evil.example'],
  ],
  openDrive: [[], [''], [{}], [long]],
  openFolder: [[], ['7'], [-1]],
  openRecycleBin: [[], [''], [7], [long]],
  markRead: [[], [null], [-1], [0.5]],
  markOne: [[], [7], [7, 1], [-1, true]],
  undoMarkRead: [[1]],
  pause: [[], ['forever'], [3600], [null]],
  resume: [[true]],
  tellOwn: [[], ['on'], [null], [true, true]],
  wish: [[], [{}], [{ ...wishes, rules: [] }], [{ ...wishes, readBy: 'mind' }]],
  addRules: [
    [],
    [[draft]],
    [draft, null],
    [[], null],
    [[draft, draft, draft], null],
    [[{ ...draft, action: 'shout' }], null],
    [[{ ...draft, within: null }], null],
    [[draft, { ...draft, ruleId: 'r-1' }], null],
    [[draft], { activityId: 7 }],
    [[draft], { activityId: 7, what: 'drive' }],
  ],
  previewRules: [
    [],
    [[draft]],
    [[], null],
    [draft, null],
    [[draft, draft, draft], null],
    [[{ ...draft, within: { itemId: 'i', name: 'n' } }], null],
    [[draft], { activityId: 7, what: 'drive' }],
  ],
  previewRule: [[], ['r-1'], ['', draft], ['r-1', { ...draft, ruleId: 'r-2' }]],
  changeRule: [[], ['r-1'], ['', draft], ['r-1', { ...draft, pattern: 7 }]],
  removeRule: [[], [''], [long]],
  moveRule: [[], ['r-1'], ['r-1', 'up']],
  countRules: [[1]],
  mute: [
    [],
    [7],
    [7, 'folder'],
    [7, 'team', 'today'],
    [7, 'folder', 'a-week'],
    [-1, 'item', 'today'],
  ],
  chooseHookProgram: [[], [''], [long], [7], ['r-1', '/bin/sh'], [{ program: '/bin/sh' }]],
  setHookUrl: [[], ['r-1'], ['', 'x'], ['r-1', null], ['r-1', 'x'.repeat(2001)]],
  removeHook: [[], [''], [7]],
  getHookRuns: [['r-1']],
  ...badWebhookArgs,
  checkNow: [[], [''], [['w-1']]],
  getVitals: [['w-1']],
  explain: [[], ['7'], [-1], [0.5]],
  testToast: [['a title']],
  getReport: [[true]],
  setTheme: [[], ['red'], [null]],
  setLanguage: [[], ['xx'], [null]],
  setShortcut: [[], [7], ['x'.repeat(101)], ['Control+D', 'more']],
  exportSettings: [['/etc/passwd']],
  importSettings: [['/etc/passwd'], [{ wishes: {} }]],
  clearHistory: [['w-1']],
};

it.each(requestNames)('%s takes what the contract says', (name) => {
  expect(good[name].filter((args) => !passes(name, args))).toEqual([]);
});

it.each(requestNames)('%s takes nothing else', (name) => {
  expect([...bad[name], 'text', null, {}].filter((args) => passes(name, args))).toEqual([]);
});

/** Whose part of the product answers; the others, the product itself. */
const answerers: Partial<Record<RequestName, string>> = {
  signIn: 'accounts.desk.signIn',
  cancelSignIn: 'accounts.desk.cancel',
  openDeviceCodePage: 'accounts.desk.openDeviceCodePage',
  copy: 'accounts.desk.copy',
  removeAccount: 'accounts.remove',
  setClientId: 'accounts.setClientId',
  allowWeakStorage: 'accounts.allowWeakStorage',
  pause: 'preferences.pause',
  resume: 'preferences.resume',
  tellOwn: 'preferences.tellOwn',
  keepFilter: 'preferences.keepFilter',
  keepGrouping: 'preferences.keepGrouping',
  getActivity: 'history.find',
  getGroups: 'history.groups',
  listPeople: 'history.people',
  getDay: 'history.day',
  openItem: 'history.openItem',
  openVersions: 'history.openVersions',
  copyLink: 'history.copyLink',
  openFolder: 'history.openFolder',
  openDrive: 'opener.openDrive',
  openRecycleBin: 'opener.openRecycleBin',
  listDrives: 'drives.list',
  find: 'drives.finder.find',
  findMore: 'drives.finder.more',
  stopFinding: 'drives.finder.cancel',
  widen: 'drives.widen',
  watchDrives: 'drives.watch',
  stopWatching: 'drives.stop',
  renameDrive: 'drives.rename',
  moveDrive: 'drives.move',
  learnNames: 'drives.learnNames',
  checkNow: 'drives.checkNow',
  markOne: 'history.markOne',
  undoMarkRead: 'history.undoMarkRead',
  wish: 'preferences.rules.wish',
  addRules: 'preferences.rules.add',
  previewRules: 'preferences.rules.previewNew',
  previewRule: 'preferences.rules.previewChanged',
  changeRule: 'preferences.rules.change',
  removeRule: 'preferences.rules.remove',
  moveRule: 'preferences.rules.move',
  countRules: 'preferences.rules.count',
  mute: 'preferences.rules.mute',
  markRead: 'history.markRead',
  chooseHookProgram: 'hooks.chooseProgram',
  setHookUrl: 'hooks.setUrl',
  removeHook: 'hooks.remove',
  getHookRuns: 'hooks.report',
  ...webhookAnswerers,
  getVitals: 'diagnostics.vitals',
  explain: 'diagnostics.explain',
  testToast: 'diagnostics.testToast',
  getReport: 'diagnostics.report',
  setTheme: 'settings.setTheme',
  setLanguage: 'settings.setLanguage',
  setShortcut: 'shortcut.set',
  exportSettings: 'settings.export',
  importSettings: 'settings.import',
  clearHistory: 'history.clear',
  ...updateAnswerers,
};

const otherwise = new Set<string>(['getSnapshot', ...Object.keys(goodShell)]);
const asIs = requestNames.filter((name) => !otherwise.has(name));

it.each(asIs)('%s is answered by the product, as asked', async (name) => {
  const args = good[name].at(-1) ?? [];
  const run = vi.fn<(...args: readonly unknown[]) => unknown>(handlers[name].run as never);
  expect(await run(...args)).toEqual({ ok: true, value: [answerers[name] ?? name, ...args] });
});

it('getSnapshot gives the snapshot', () => {
  expect(handlers.getSnapshot.run()).toEqual({
    ok: true,
    value: { ok: true, value: ['snapshot'] },
  });
});

it('the report is copied as the diagnostics have shown it', async () => {
  expect(await handlers.copy.run('report')).toEqual({
    ok: true,
    value: ['diagnostics.copyReport'],
  });
});

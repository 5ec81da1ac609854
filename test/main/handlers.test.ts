import { expect, it, vi } from 'vitest';
import { usualWishes } from '../../src/core/notices/wishes.ts';
import type { Drivebell } from '../../src/core/drivebell.ts';
import type { LoginItem } from '../../src/core/desktop/login-item.ts';
import { handlersFor } from '../../src/main/handlers.ts';
import { type RequestName, requestNames } from '../../src/shared/ipc.ts';

const parts = new Set([
  'accounts',
  'desk',
  'drives',
  'history',
  'opener',
  'preferences',
  'rules',
  'hooks',
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
const item = {
  state: () => 'needs-approval',
  set: (wanted: boolean) => ({ ok: true, value: ['set', wanted] }),
} as unknown as LoginItem;
const handlers = handlersFor(product, { startPage: () => 'settings', loginItem: item });

function passes(name: RequestName, args: unknown): boolean {
  return handlers[name].check.safeParse(args).success;
}

const asked = { accountId: null, cloud: 'global', flow: 'browser' };
const choice = { accountId: 'a-1', driveId: 'b!1' };
const choices = (count: number): unknown => Array.from({ length: count }, () => choice);
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
  startPage: [[]],
  signIn: [
    [asked],
    [{ ...asked, cloud: 'us-gov' }],
    [{ ...asked, cloud: 'us-dod' }],
    [{ ...asked, accountId: 'a-1', cloud: 'china', flow: 'device-code' }],
  ],
  cancelSignIn: [[]],
  openDeviceCodePage: [[]],
  copy: [['device-code'], ['admin-consent-link']],
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
  watchDrives: [[[]], [[choice]], [choices(200)]],
  stopWatching: [['w-1']],
  learnNames: [['w-1', true]],
  getActivity: [
    [null, 1, ''],
    [7, 200, 'budget'],
  ],
  openItem: [[0], [7]],
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
  addRule: [
    [draft, null],
    [draft, { activityId: 7, what: 'folder' }],
  ],
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
  getLoginItem: [[]],
  setLoginItem: [[true], [false]],
  checkNow: [['w-1']],
};

const bad: Readonly<Record<RequestName, readonly (readonly unknown[])[]>> = {
  getSnapshot: [[1]],
  startPage: [['drives']],
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
  watchDrives: [
    [],
    [null],
    [choice],
    [[{ ...choice, url: 'https://evil.example' }]],
    [[{ accountId: 'a-1' }]],
    [[{ ...choice, driveId: 7 }]],
    [[{ ...choice, driveId: long }]],
    [choices(201)],
    [[choice], 1],
  ],
  stopWatching: [[], [''], [7], [long], ['w-1', 'w-2']],
  learnNames: [[], ['w-1'], ['', true], ['w-1', 'yes'], [7, true]],
  getActivity: [
    [],
    [null],
    [null, 1],
    [undefined, 1, ''],
    [null, 0, ''],
    [null, 201, ''],
    [null, 1.5, ''],
    [-1, 1, ''],
    ['1', 1, ''],
    [null, 1, null],
    [null, 1, long],
  ],
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
  addRule: [
    [],
    [draft],
    [{ ...draft, action: 'shout' }, null],
    [{ ...draft, within: null }, null],
    [{ ...draft, ruleId: 'r-1' }, null],
    [draft, { activityId: 7 }],
    [draft, { activityId: 7, what: 'drive' }],
  ],
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
  getLoginItem: [[true]],
  setLoginItem: [[], ['on'], [null], [{ openAtLogin: true }], [true, '/bin/sh']],
  checkNow: [[], [''], [['w-1']]],
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
  openItem: 'history.openItem',
  openFolder: 'history.openFolder',
  openDrive: 'opener.openDrive',
  openRecycleBin: 'opener.openRecycleBin',
  listDrives: 'drives.list',
  watchDrives: 'drives.watch',
  stopWatching: 'drives.stop',
  learnNames: 'drives.learnNames',
  checkNow: 'drives.checkNow',
  markOne: 'history.markOne',
  undoMarkRead: 'history.undoMarkRead',
  wish: 'preferences.rules.wish',
  addRule: 'preferences.rules.add',
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
};

const otherwise = new Set<RequestName>([
  'getSnapshot',
  'startPage',
  'getActivity',
  'getLoginItem',
  'setLoginItem',
]);
const asIs = requestNames.filter((name) => !otherwise.has(name));

it.each(asIs)('%s is answered by the product, as asked', async (name) => {
  const args = good[name].at(-1) ?? [];
  const run = vi.fn<(...args: readonly unknown[]) => unknown>(handlers[name].run as never);
  expect(await run(...args)).toEqual({ ok: true, value: [answerers[name] ?? name, ...args] });
});

it.each([
  ['', ['history.page', null, 50]],
  [' ', ['history.page', null, 50]],
  ['budget', ['history.find', 'budget', null, 50]],
])('getActivity of “%s” is a page or a search', async (text, value) => {
  expect(await handlers.getActivity.run(null, 50, text)).toEqual({ ok: true, value });
});

it('getSnapshot gives the snapshot', () => {
  expect(handlers.getSnapshot.run()).toEqual({
    ok: true,
    value: { ok: true, value: ['snapshot'] },
  });
});

it('the login item is asked and set', () => {
  expect(handlers.getLoginItem.run()).toEqual({ ok: true, value: 'needs-approval' });
  expect(handlers.setLoginItem.run(false)).toEqual({ ok: true, value: ['set', false] });
});

it('startPage gives the page that was asked for', () => {
  expect(handlers.startPage.run()).toEqual({ ok: true, value: 'settings' });
});

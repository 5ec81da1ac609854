import { z } from 'zod';
import type { Drivebell } from '../core/drivebell.ts';
import { rule } from '../core/notices/rules.ts';
import { wishes } from '../core/notices/wishes.ts';
import type { LoginItem } from '../core/desktop/login-item.ts';
import { longestSearch } from '../shared/activity.ts';
import type { Page } from '../shared/pages.ts';
import { cloudIds } from '../shared/snapshot.ts';
import type { Handlers } from './ipc.ts';

const id = z.string().min(1).max(400);
const rowId = z.int().nonnegative();
const nothing = z.tuple([]);
const cloud = z.enum(cloudIds);
const asked = z.strictObject({
  accountId: id.nullable(),
  cloud,
  flow: z.enum(['browser', 'device-code']),
});
const choice = z.strictObject({ accountId: id, driveId: id });

const wished = wishes.omit({ rules: true }).strict();
const draft = rule.omit({ ruleId: true, origin: true, within: true }).strict();
const about = z.strictObject({ activityId: rowId, what: z.enum(['item', 'folder']) });
/** What answers beside the product. */
export interface Shell {
  /** Which page the window was opened for. */
  readonly startPage: () => Page;
  readonly loginItem: LoginItem;
}

/** What the window may ask, checked, and the part of the product that answers. */
export function handlersFor(drivebell: Drivebell, shell: Shell): Handlers {
  return {
    getSnapshot: {
      check: nothing,
      run: () => ({ ok: true, value: drivebell.snapshot() }),
    },
    ...shellHandlers(shell),
    ...accountHandlers(drivebell.accounts),
    listDrives: { check: nothing, run: () => drivebell.drives.list() },
    watchDrives: {
      check: z.tuple([z.array(choice).max(200)]),
      run: (choices) => drivebell.drives.watch(choices),
    },
    stopWatching: { check: z.tuple([id]), run: (watchId) => drivebell.drives.stop(watchId) },
    learnNames: {
      check: z.tuple([id, z.boolean()]),
      run: (watchId, wanted) => drivebell.drives.learnNames(watchId, wanted),
    },
    ...historyHandlers(drivebell.history),
    openDrive: { check: z.tuple([id]), run: (watchId) => drivebell.opener.openDrive(watchId) },
    openRecycleBin: {
      check: z.tuple([id]),
      run: (watchId) => drivebell.opener.openRecycleBin(watchId),
    },
    ...ruleHandlers(drivebell.preferences.rules),
    ...hookHandlers(drivebell.hooks),
    pause: {
      check: z.tuple([z.enum(['one-hour', 'tomorrow', 'until-resumed'])]),
      run: (until) => drivebell.preferences.pause(until),
    },
    resume: { check: nothing, run: () => drivebell.preferences.resume() },
    tellOwn: {
      check: z.tuple([z.boolean()]),
      run: (wanted) => drivebell.preferences.tellOwn(wanted),
    },
    checkNow: { check: z.tuple([id]), run: (watchId) => drivebell.drives.checkNow(watchId) },
  };
}

function historyHandlers(history: Drivebell['history']) {
  return {
    getActivity: {
      check: z.tuple([rowId.nullable(), z.int().min(1).max(200), z.string().max(longestSearch)]),
      run: (before, limit, text) =>
        text.trim() === '' ? history.page(before, limit) : history.find(text, before, limit),
    },
    openItem: {
      check: z.tuple([rowId]),
      run: (activityId) => history.openItem(activityId),
    },
    openFolder: {
      check: z.tuple([rowId]),
      run: (activityId) => history.openFolder(activityId),
    },
    markRead: { check: z.tuple([rowId]), run: (upTo) => history.markRead(upTo) },
    markOne: {
      check: z.tuple([rowId, z.boolean()]),
      run: (activityId, isRead) => history.markOne(activityId, isRead),
    },
    undoMarkRead: { check: nothing, run: () => history.undoMarkRead() },
  } satisfies Partial<Handlers>;
}

function ruleHandlers(rules: Drivebell['preferences']['rules']) {
  return {
    wish: { check: z.tuple([wished]), run: (all) => rules.wish(all) },
    addRule: {
      check: z.tuple([draft, about.nullable()]),
      run: (rule, of) => rules.add(rule, of),
    },
    changeRule: {
      check: z.tuple([id, draft]),
      run: (ruleId, rule) => rules.change(ruleId, rule),
    },
    removeRule: { check: z.tuple([id]), run: (ruleId) => rules.remove(ruleId) },
    moveRule: {
      check: z.tuple([id, z.enum(['earlier', 'later'])]),
      run: (ruleId, to) => rules.move(ruleId, to),
    },
    countRules: { check: nothing, run: () => rules.count() },
    mute: {
      check: z.tuple([
        rowId,
        z.enum(['item', 'folder', 'drive', 'person']),
        z.enum(['one-hour', 'today', 'always']),
      ]),
      run: (activityId, what, until) => rules.mute(activityId, what, until),
    },
  } satisfies Partial<Handlers>;
}

function hookHandlers(hooks: Drivebell['hooks']) {
  return {
    chooseHookProgram: { check: z.tuple([id]), run: (ruleId) => hooks.chooseProgram(ruleId) },
    setHookUrl: {
      check: z.tuple([id, z.string().max(2000)]),
      run: (ruleId, url) => hooks.setUrl(ruleId, url),
    },
    removeHook: { check: z.tuple([id]), run: (ruleId) => hooks.remove(ruleId) },
    getHookRuns: { check: nothing, run: () => hooks.report() },
  } satisfies Partial<Handlers>;
}

function shellHandlers({ startPage, loginItem }: Shell) {
  return {
    startPage: { check: nothing, run: () => ({ ok: true, value: startPage() }) },
    getLoginItem: { check: nothing, run: () => ({ ok: true, value: loginItem.state() }) },
    setLoginItem: { check: z.tuple([z.boolean()]), run: (wanted) => loginItem.set(wanted) },
  } satisfies Partial<Handlers>;
}

function accountHandlers(accounts: Drivebell['accounts']) {
  return {
    signIn: {
      check: z.tuple([asked]),
      run: (how) => accounts.desk.signIn(how),
    },
    cancelSignIn: { check: nothing, run: () => accounts.desk.cancel() },
    openDeviceCodePage: { check: nothing, run: () => accounts.desk.openDeviceCodePage() },
    copy: {
      check: z.tuple([z.enum(['device-code', 'admin-consent-link'])]),
      run: (what) => accounts.desk.copy(what),
    },
    removeAccount: {
      check: z.tuple([id, z.enum(['keep', 'delete'])]),
      run: (accountId, activity) => accounts.remove(accountId, activity),
    },
    setClientId: {
      check: z.tuple([cloud, z.string().max(200).nullable()]),
      run: (where, clientId) => accounts.setClientId(where, clientId),
    },
    allowWeakStorage: {
      check: z.tuple([z.boolean()]),
      run: (allowed) => accounts.allowWeakStorage(allowed),
    },
  } satisfies Partial<Handlers>;
}

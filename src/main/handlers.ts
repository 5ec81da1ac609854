import { z } from 'zod';
import { activityFilter, grouping } from '../core/search/activity-filter.ts';
import type { Drivebell } from '../core/drivebell.ts';
import { rule } from '../core/notices/rules.ts';
import { wishes } from '../core/notices/wishes.ts';
import { webhookChoice } from '../core/webhook/choice.ts';
import type { LoginItem } from '../core/desktop/login-item.ts';
import { longestSearch } from '../shared/activity.ts';
import type { Outcome } from '../shared/ipc.ts';
import type { Page } from '../shared/pages.ts';
import { languageChoices, themes, type ZoomStep, zoomSteps } from '../shared/look.ts';
import { cloudIds, wakeSources } from '../shared/snapshot.ts';
import type { Handlers } from './ipc.ts';
import type { Licences } from './licences.ts';
import { updateHandlers } from './update-handlers.ts';

const id = z.string().min(1).max(400);
const longestName = 1000;
const rowId = z.int().nonnegative();
const text = z.string().max(longestSearch);
const moment = z.int().nonnegative().max(8.64e15);
const activityQuery = activityFilter
  .extend({ text, between: z.tuple([moment, moment]).nullable() })
  .strict();
const nothing = z.tuple([]);
const cloud = z.enum(cloudIds);
const asked = z.strictObject({
  accountId: id.nullable(),
  cloud,
  flow: z.enum(['browser', 'device-code']),
});

const wished = wishes.omit({ rules: true }).strict();
const draft = rule.omit({ ruleId: true, origin: true, within: true }).strict();
/** What a template adds is two. */
const mostAtOnce = 2;
const about = z.strictObject({ activityId: rowId, what: z.enum(['item', 'folder']) });
/** What answers beside the product. */
export interface Shell {
  /** Which page the window was opened for. */
  readonly startPage: () => Page;
  readonly loginItem: LoginItem;
  readonly showDataFolder: () => void;
  readonly licences: Pick<Licences, 'list' | 'showChromiums'>;
  readonly zoom: (step: ZoomStep) => void;
  /** Null where there is nothing to be tried. */
  readonly tryOut: (() => Promise<Outcome<void>>) | null;
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
    ...diagnosticsHandlers(drivebell.diagnostics),
    ...settingsHandlers(drivebell),
    ...updateHandlers(drivebell.updates),
    copy: {
      check: z.tuple([z.enum(['device-code', 'admin-consent-link', 'report'])]),
      run: (what) =>
        what === 'report' ? drivebell.diagnostics.copyReport() : drivebell.accounts.desk.copy(what),
    },
    ...driveHandlers(drivebell.drives),
    ...historyHandlers(drivebell.history),
    openDrive: { check: z.tuple([id]), run: (watchId) => drivebell.opener.openDrive(watchId) },
    openRecycleBin: {
      check: z.tuple([id]),
      run: (watchId) => drivebell.opener.openRecycleBin(watchId),
    },
    ...ruleHandlers(drivebell.preferences.rules),
    ...hookHandlers(drivebell.hooks),
    ...webhookHandlers(drivebell.webhook),
    pause: {
      check: z.tuple([z.enum(['one-hour', 'tomorrow', 'until-resumed'])]),
      run: (until) => drivebell.preferences.pause(until),
    },
    keepFilter: {
      check: z.tuple([activityFilter.strict()]),
      run: (filter) => drivebell.preferences.keepFilter(filter),
    },
    keepGrouping: {
      check: z.tuple([grouping.nullable()]),
      run: (by) => drivebell.preferences.keepGrouping(by),
    },
    resume: { check: nothing, run: () => drivebell.preferences.resume() },
    tellOwn: {
      check: z.tuple([z.boolean()]),
      run: (wanted) => drivebell.preferences.tellOwn(wanted),
    },
  };
}

const search = z.discriminatedUnion('what', [
  z.strictObject({ what: z.enum(['followed-sites', 'groups']) }),
  z.strictObject({ what: z.literal('sites'), text: z.string().trim().min(1).max(200) }),
  z.strictObject({ what: z.enum(['libraries', 'inside']), foundId: id }),
  z.strictObject({ what: z.literal('link'), text: z.string().max(4000) }),
]);

function driveHandlers(drives: Drivebell['drives']) {
  return {
    listDrives: { check: nothing, run: () => drives.list() },
    find: {
      check: z.tuple([id, search]),
      run: (accountId, search) => drives.finder.find(accountId, search),
    },
    findMore: { check: z.tuple([rowId]), run: (next) => drives.finder.more(next) },
    stopFinding: { check: nothing, run: () => drives.finder.cancel() },
    widen: {
      check: z.tuple([id, z.enum(['shared', 'sites'])]),
      run: (accountId, reach) => drives.widen(accountId, reach),
    },
    watchDrives: {
      check: z.tuple([z.array(id).max(200)]),
      run: (foundIds) => drives.watch(foundIds),
    },
    stopWatching: {
      check: z.tuple([id, z.enum(['keep', 'delete'])]),
      run: (watchId, activity) => drives.stop(watchId, activity),
    },
    renameDrive: {
      check: z.tuple([id, z.string().max(longestName)]),
      run: (watchId, name) => drives.rename(watchId, name),
    },
    moveDrive: {
      check: z.tuple([id, z.enum(['earlier', 'later'])]),
      run: (watchId, to) => drives.move(watchId, to),
    },
    learnNames: {
      check: z.tuple([id, z.boolean()]),
      run: (watchId, wanted) => drives.learnNames(watchId, wanted),
    },
    checkNow: { check: z.tuple([id]), run: (watchId) => drives.checkNow(watchId) },
  } satisfies Partial<Handlers>;
}

function historyHandlers(history: Drivebell['history']) {
  return {
    getActivity: {
      check: z.tuple([
        activityQuery.extend({ before: rowId.nullable(), limit: z.int().min(1).max(200) }),
      ]),
      run: (query) => history.find(query),
    },
    getGroups: {
      check: z.tuple([grouping, activityQuery]),
      run: (by, query) => history.groups(by, query),
    },
    listPeople: { check: z.tuple([text]), run: (words) => history.people(words) },
    getDay: { check: z.tuple([moment.nullable()]), run: (at) => history.day(at) },
    openVersions: {
      check: z.tuple([rowId]),
      run: (activityId) => history.openVersions(activityId),
    },
    copyLink: { check: z.tuple([rowId]), run: (activityId) => history.copyLink(activityId) },
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
    clearHistory: { check: nothing, run: () => history.clear() },
  } satisfies Partial<Handlers>;
}

function ruleHandlers(rules: Drivebell['preferences']['rules']) {
  return {
    wish: { check: z.tuple([wished]), run: (all) => rules.wish(all) },
    addRules: {
      check: z.tuple([z.array(draft).min(1).max(mostAtOnce), about.nullable()]),
      run: (added, of) => rules.add(added, of),
    },
    previewRules: {
      check: z.tuple([z.array(draft).min(1).max(mostAtOnce), about.nullable()]),
      run: (added, of) => rules.previewNew(added, of),
    },
    previewRule: {
      check: z.tuple([id, draft]),
      run: (ruleId, rule) => rules.previewChanged(ruleId, rule),
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

function webhookHandlers(desk: Drivebell['webhook']) {
  return {
    setWebhook: { check: z.tuple([webhookChoice.strict()]), run: (wished) => desk.set(wished) },
    setWakeBy: {
      check: z.tuple([id, z.enum(wakeSources)]),
      run: (watchId, source) => desk.wakeBy(watchId, source),
    },
    getWebhook: { check: nothing, run: () => desk.report() },
    checkWebhook: { check: nothing, run: () => desk.check() },
  } satisfies Partial<Handlers>;
}

function diagnosticsHandlers(diagnostics: Drivebell['diagnostics']) {
  return {
    getVitals: { check: nothing, run: () => diagnostics.vitals() },
    explain: { check: z.tuple([rowId]), run: (activityId) => diagnostics.explain(activityId) },
    testToast: { check: nothing, run: () => diagnostics.testToast() },
    getReport: { check: nothing, run: () => diagnostics.report() },
  } satisfies Partial<Handlers>;
}

function settingsHandlers({ settings, shortcut }: Drivebell) {
  return {
    setTheme: { check: z.tuple([z.enum(themes)]), run: (theme) => settings.setTheme(theme) },
    setLanguage: {
      check: z.tuple([z.enum(languageChoices)]),
      run: (language) => settings.setLanguage(language),
    },
    setShortcut: {
      check: z.tuple([z.string().max(100).nullable()]),
      run: (keys) => shortcut.set(keys),
    },
    exportSettings: { check: nothing, run: () => settings.export() },
    importSettings: { check: nothing, run: () => settings.import() },
  } satisfies Partial<Handlers>;
}

function shellHandlers({ startPage, loginItem, showDataFolder, licences, tryOut, zoom }: Shell) {
  return {
    startPage: { check: nothing, run: () => ({ ok: true, value: startPage() }) },
    canTryOut: { check: nothing, run: () => ({ ok: true, value: tryOut !== null }) },
    tryOut: {
      check: nothing,
      run: () => tryOut?.() ?? { ok: false, code: 'try-out-failed' },
    },
    zoom: {
      check: z.tuple([z.enum(zoomSteps)]),
      run: (step) => ({ ok: true, value: zoom(step) }),
    },
    getLoginItem: { check: nothing, run: () => ({ ok: true, value: loginItem.state() }) },
    showDataFolder: {
      check: nothing,
      run: () => ({ ok: true, value: showDataFolder() }),
    },
    getLicences: { check: nothing, run: () => ({ ok: true, value: licences.list() }) },
    showChromiumLicences: { check: nothing, run: () => licences.showChromiums() },
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

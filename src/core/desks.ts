import type { DatabaseSync } from 'node:sqlite';
import type { Snapshot } from '../shared/snapshot.ts';
import type { Accounts } from './accounts/accounts.ts';
import { Diagnostics } from './diagnostics/diagnostics.ts';
import { DriveDesk } from './watches/drive-desk.ts';
import type { DrivebellOptions } from './drivebell.ts';
import { History, type HistoryParts } from './history.ts';
import { HookDesk } from './hooks/hook-desk.ts';
import type { Configure, KeptConfig } from './settings/kept-config.ts';
import { NoticeAnswers } from './notices/answers.ts';
import type { NoticeDesk } from './notices/notice-desk.ts';
import { Opener } from './opener.ts';
import { Preferences } from './settings/preferences.ts';
import { SettingsDesk } from './settings/settings-desk.ts';
import { ShortcutDesk } from './desktop/shortcut-desk.ts';
import { UpdateDesk } from './updates/update-desk.ts';
import type { Activity } from './store/activity.ts';
import type { Decisions } from './store/decisions.ts';
import type { WatchList } from './watches/watch-list.ts';
import { WebhookDesk } from './webhook/desk.ts';
import type { Webhooks } from './webhook/webhooks.ts';

export interface DesksParts {
  readonly options: DrivebellOptions;
  readonly accounts: Accounts;
  readonly config: KeptConfig;
  readonly configure: Configure;
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly decisions: Decisions;
  readonly watches: () => WatchList;
  readonly webhooks: () => Webhooks;
  readonly notices: () => NoticeDesk;
  readonly snapshot: () => Snapshot;
  readonly onActivity: () => void;
  /** Something in the snapshot has changed. */
  readonly onChange: () => void;
  readonly onCleared: HistoryParts['onCleared'];
  /** Whether the shortcut there is cannot be had. */
  readonly onTaken: (isTaken: boolean) => void;
  readonly signal: AbortSignal;
}

/** Where requests are answered, each desk for one matter. */
export interface Desks {
  readonly preferences: Preferences;
  readonly opener: Opener;
  readonly hooks: HookDesk;
  readonly history: History;
  readonly drives: DriveDesk;
  readonly answers: NoticeAnswers;
  readonly diagnostics: Diagnostics;
  readonly settings: SettingsDesk;
  readonly shortcut: ShortcutDesk;
  readonly updates: UpdateDesk;
  readonly webhook: WebhookDesk;
}

export function createDesks(parts: DesksParts): Desks {
  const { options, config, decisions } = parts;
  const { ports } = options;
  const common = { ...options, ...ports, ...parts };
  const preferences = new Preferences(common);
  const opener = new Opener({
    ...common,
    driveOf: (watchId) => config.drive(watchId),
    accountOf: (accountId) => config.account(accountId),
  });
  const hooks = new HookDesk({ ...common, log: ports.log.child('hooks'), opener });
  const history = createHistory(parts, opener);
  const answers = new NoticeAnswers({
    decisions,
    history,
    opener,
    rules: preferences.rules,
  });
  const diagnostics = createDiagnostics(parts, hooks);
  const drives = new DriveDesk({
    ...common,
    forget: (watchId) => history.forget(null, [watchId]),
  });
  const settings = new SettingsDesk(common);
  const shortcut = new ShortcutDesk(common);
  const updates = new UpdateDesk({
    ...common,
    log: ports.log.child('updates'),
    isBusy: () =>
      parts.accounts.desk.view.state === 'waiting' || parts.watches().isReading || hooks.isRunning,
  });
  const webhook = new WebhookDesk({ ...common, allowsLoopback: allowsLoopback(options) });
  return {
    preferences,
    opener,
    hooks,
    history,
    drives,
    answers,
    diagnostics,
    settings,
    shortcut,
    updates,
    webhook,
  };
}

/** Where one stands in for Microsoft on this computer. */
export function allowsLoopback({ clouds }: Pick<DrivebellOptions, 'clouds'>): boolean {
  return clouds.global.allowsLoopback;
}

function createDiagnostics(parts: DesksParts, hooks: HookDesk): Diagnostics {
  const { options, watches, webhooks, notices } = parts;
  return new Diagnostics({
    ...options,
    ...options.ports,
    ...parts,
    vitals: (watchId) => watches().vitals(watchId),
    hookReport: () => hooks.lastRuns,
    webhookReport: () => webhooks().report,
    dueAt: () => notices().dueAt(),
  });
}

function createHistory(parts: DesksParts, opener: Opener): History {
  const { options, config, accounts, onActivity } = parts;
  const watchedOf: HistoryParts['watchedOf'] = (watchId) => {
    const drive = config.drive(watchId);
    const account = drive && config.account(drive.accountId);
    if (!account) return null;
    const { driveId, accountId } = drive;
    return { driveId, accountId, graph: accounts.graphs.of(account) };
  };
  return new History({
    ...options,
    ...options.ports,
    ...parts,
    opener,
    watchedOf,
    readBy: () => config.value.wishes.readBy,
    log: options.ports.log.child('history'),
    onChange: onActivity,
  });
}

import { z } from 'zod';
import { activityFilter, grouping, noFilter } from '../search/activity-filter.ts';
import { cloudIds } from '../clouds.ts';
import { labelOf } from '../watches/drive-name.ts';
import { hooks } from '../hooks/hook.ts';
import { language, theme } from './look.ts';
import { leaveOut } from './left-out.ts';
import { moment } from './moment.ts';
import { usualWishes, wishes } from '../notices/wishes.ts';
import { noWebhook, webhookChoice } from '../webhook/choice.ts';

/** From little more than half of the usual size to two and a half times. */
export const zoomLevels = { least: -3, most: 5 };

const account = z.object({
  accountId: z.string(),
  homeAccountId: z.string(),
  cloud: z.enum(cloudIds),
  username: z.string(),
  name: z.string(),
  kind: z.enum(['work', 'personal']),
  userId: z.string(),
  emails: z.array(z.string()),
});

const watchedDrive = z.object({
  watchId: z.string(),
  accountId: z.string(),
  driveId: z.string(),
  /** What Microsoft calls it. */
  name: z.string(),
  /** What the person calls it; null: as Microsoft does. */
  label: z
    .string()
    .transform((text) => labelOf(text))
    .nullable()
    .default(null)
    .catch(null),
  kind: z.enum(['personal', 'business', 'library']),
  webUrl: z.string().nullable(),
  /** The folder or file that alone is of interest; null: the whole drive. */
  scope: z
    .object({
      itemId: z.string(),
      /** When it was chosen. */
      name: z.string().default(''),
      webUrl: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Somebody else's OneDrive, which wants as much as a library does. */
  isOthers: z.boolean().default(false),
  /** What wakes it first. */
  wakeBy: z.enum(['push', 'webhook']).default('push').catch('push'),
});

const updates = z.object({
  /** Downloaded, and installed while nobody is there, without being asked for. */
  isAutomatic: z.boolean(),
  /** When it last ended for an update while nobody was there, in ms since 1970; null: begun again since. */
  restartedAt: z.number().nullable(),
});
const usualUpdates = { isAutomatic: true, restartedAt: null };

const config = z.object({
  version: z.literal(2),
  /** App registrations that the person has given, by cloud. */
  clientIds: z.partialRecord(z.enum(cloudIds), z.string()),
  /** Sign-ins may be kept where only a weak key is to be had. */
  allowsWeakStorage: z.boolean(),
  /** Which client of the push service has worked. */
  pushClient: z
    .object({ via: z.enum(['library', 'loop']), protocol: z.union([z.literal(3), z.literal(4)]) })
    .nullable()
    .default(null)
    .catch(null),
  /** How many drives may hold a socket; those over it are checked instead. */
  mostSockets: z.int().min(0).default(500).catch(500),
  /** Whether changes of one's own, as from another device, are told as well. */
  tellsOwn: z.boolean().default(false),
  theme: theme.default('system').catch('system'),
  language: language.default('system').catch('system'),
  /** The keys that bring the window from anywhere, as Electron names them; null: none. */
  shortcut: z.string().max(100).nullable().default(null).catch(null),
  /** As the person has last left it; null: never changed. */
  windowSize: z
    .object({ width: z.int().positive(), height: z.int().positive(), isMaximized: z.boolean() })
    .nullable()
    .default(null)
    .catch(null),
  /** As Electron counts: each step is a fifth more; 0: as large as the system has it. */
  zoomLevel: z.number().min(zoomLevels.least).max(zoomLevels.most).default(0).catch(0),
  /** New versions of the app. */
  updates: updates.default(usualUpdates).catch(usualUpdates),
  wishes: z.preprocess(withUsual, wishes).default(usualWishes),
  /** To what the activity list is narrowed. */
  filter: activityFilter.default(noFilter).catch(noFilter),
  /** By what it is grouped; null: by day. */
  groupBy: grouping.nullable().default(null).catch(null),
  /** What happens with the changes that a rule decides, by the rule's id. */
  hooks,
  webhook: webhookChoice.default(noWebhook).catch(noWebhook),
  accounts: z.array(account),
  drives: z.array(watchedDrive),
  pausedUntil: z.union([moment, z.literal('until-resumed'), z.null()]),
});

export type Account = Readonly<z.infer<typeof account>>;
export type WatchedDrive = Readonly<z.infer<typeof watchedDrive>>;
export type Config = Readonly<z.infer<typeof config>>;

export const emptyConfig: Config = {
  version: 2,
  clientIds: {},
  allowsWeakStorage: false,
  pushClient: null,
  mostSockets: 500,
  tellsOwn: false,
  theme: 'system',
  language: 'system',
  shortcut: null,
  windowSize: null,
  zoomLevel: 0,
  updates: usualUpdates,
  wishes: usualWishes,
  filter: noFilter,
  groupBy: null,
  hooks: {},
  webhook: noWebhook,
  accounts: [],
  drives: [],
  pausedUntil: null,
};

export type ParsedConfig =
  | {
      readonly ok: true;
      readonly config: Config;
      /** Some of its entries cannot be meant and are missing. */
      readonly isPart: boolean;
    }
  | { readonly ok: false; readonly code: 'empty' | 'newer' | 'unreadable' };

/** config.json as loaded, brought from any earlier version to this one. */
export function parseConfig(value: unknown): ParsedConfig {
  if (isEmpty(value)) return { ok: false, code: 'empty' };
  const version = z.object({ version: z.number().int() }).safeParse(value);
  if (version.success && version.data.version > 2) return { ok: false, code: 'newer' };
  const today = version.data?.version === 1 ? fromVersion1(value) : value;
  const whole = config.safeParse(today);
  if (whole.success) return { ok: true, config: whole.data, isPart: false };
  const refused = whole.error.issues.map((issue) => issue.path);
  const part = config.safeParse(leaveOut(today, refused));
  if (!part.success) return { ok: false, code: 'unreadable' };
  return { ok: true, config: part.data, isPart: true };
}

/** A wish that is missing is the usual one. */
function withUsual(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? { ...usualWishes, ...value } : value;
}

/** Version 1 knew one cloud, and no app registrations of one's own. */
function fromVersion1(value: unknown): unknown {
  const old = z.looseObject({ accounts: z.array(z.looseObject({})) }).safeParse(value);
  if (!old.success) return value;
  const accounts = old.data.accounts.map((one) => ({ ...one, cloud: 'global' }));
  const { drives, pausedUntil } = old.data;
  return { ...emptyConfig, accounts, drives, pausedUntil };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}

import { z } from 'zod';
import { cloudIds } from '../clouds.ts';
import { hooks } from '../hooks/hook.ts';
import { usualWishes, wishes } from '../notices/wishes.ts';

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
  name: z.string(),
  kind: z.enum(['personal', 'business', 'library']),
  webUrl: z.string().nullable(),
  /** The folder or file that alone is of interest; null: the whole drive. */
  scope: z.object({ itemId: z.string() }).nullable().default(null),
});

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
  wishes: wishes.default(usualWishes),
  /** What happens with the changes that a rule decides, by the rule's id. */
  hooks,
  accounts: z.array(account),
  drives: z.array(watchedDrive),
  /** ms since 1970. */
  pausedUntil: z.union([z.number(), z.literal('until-resumed'), z.null()]),
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
  wishes: usualWishes,
  hooks: {},
  accounts: [],
  drives: [],
  pausedUntil: null,
};

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly code: 'empty' | 'newer' | 'unreadable' };

/** config.json as loaded, brought from any earlier version to this one. */
export function parseConfig(value: unknown): ParsedConfig {
  if (isEmpty(value)) return { ok: false, code: 'empty' };
  const version = z.object({ version: z.number().int() }).safeParse(value);
  if (version.success && version.data.version > 2) return { ok: false, code: 'newer' };
  const parsed = config.safeParse(version.data?.version === 1 ? fromVersion1(value) : value);
  return parsed.success ? { ok: true, config: parsed.data } : { ok: false, code: 'unreadable' };
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

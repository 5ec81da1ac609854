import { z } from 'zod';

const account = z.object({
  accountId: z.string(),
  homeAccountId: z.string(),
  username: z.string(),
  name: z.string(),
  kind: z.enum(['work', 'personal']),
  userId: z.string(),
  emails: z.array(z.string()),
  reach: z.enum(['own', 'shared']),
});

const watchedDrive = z.object({
  watchId: z.string(),
  accountId: z.string(),
  driveId: z.string(),
  name: z.string(),
  kind: z.enum(['personal', 'business', 'library']),
  webUrl: z.string().nullable(),
});

const config = z.object({
  version: z.literal(1),
  accounts: z.array(account),
  drives: z.array(watchedDrive),
  /** ms since 1970. */
  pausedUntil: z.union([z.number(), z.literal('until-resumed'), z.null()]),
});

export type Account = Readonly<z.infer<typeof account>>;
export type WatchedDrive = Readonly<z.infer<typeof watchedDrive>>;
export type Config = Readonly<z.infer<typeof config>>;

export const emptyConfig: Config = { version: 1, accounts: [], drives: [], pausedUntil: null };

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly code: 'empty' | 'newer' | 'unreadable' };

/** config.json as loaded. The migrations of later versions begin here. */
export function parseConfig(value: unknown): ParsedConfig {
  if (isEmpty(value)) return { ok: false, code: 'empty' };
  const version = z.object({ version: z.number().int() }).safeParse(value);
  if (version.success && version.data.version > 1) return { ok: false, code: 'newer' };
  const parsed = config.safeParse(value);
  return parsed.success ? { ok: true, config: parsed.data } : { ok: false, code: 'unreadable' };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}

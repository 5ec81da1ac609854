import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** What a test may set while the simulator runs. The README's table says what each does. */
export const knobsSchema = z.strictObject({
  lagMs: count.default(0),
  pushLagMs: count.default(0),
  doubleEvents: share.default(0),
  events: z.boolean().default(true),
  eventArgument: z.enum(['string', 'object', 'none', 'flat', 'broken']).default('string'),
  eventNamespace: z.enum(['own', 'default']).default('own'),
  join: z.enum(['answer', 'silent', 'refuse', 'without-sid']).default('answer'),
  // The interval was observed; the timeout is one of the two that other clients' tests use (sheet 1.6).
  pingIntervalMs: count.default(25_000),
  pingTimeoutMs: count.default(20_000),
  announcedPushOrigin: z.string().default(''),
  endpointUrl: z.enum(['good', 'missing', 'not-https', 'foreign-host']).default('good'),
  endpointForm: z.enum(['notifications', 'callback']).default('notifications'),
  callbackNamespace: z.enum(['with-callback', 'without-callback']).default('with-callback'),
  endpointExpiry: z.boolean().default(true),
  endpointLifeSeconds: z.number().min(0).default(1_800),
  onExpiry: z.enum(['silent', 'kick', 'close']).default('silent'),
  pageSize: z.number().int().min(1).default(200),
  duplicates: z.boolean().default(false),
  shuffled: z.boolean().default(false),
  ancestors: z.boolean().default(true),
  deletedDescendants: z.boolean().default(true),
  activityLagMs: count.default(0),
  activityItems: z.boolean().default(true),
  activityQueries: z.boolean().default(true),
  deltaPaths: z.boolean().default(false),
  linkSpelling: z.enum(['query', 'function']).default('query'),
  namelessPersonalTombstones: z.boolean().default(false),
  personalIdQuirks: z.boolean().default(false),
  encodedNames: z.boolean().default(false),
  resyncCode: z.string().default('resyncRequired'),
  resyncLocation: z.boolean().default(false),
  checkScopes: z.boolean().default(true),
  groupNames: z.boolean().default(true),
  sharesNeedWrite: z.boolean().default(false),
  adminConsent: z.boolean().default(true),
  requirePkce: z.boolean().default(true),
  accessTokenSeconds: z.number().min(0).default(3_599),
  refreshTokenSeconds: z.number().min(0).default(7_776_000),
  deviceCodeIntervalSeconds: z.number().min(0).default(5),
  deviceCodeSeconds: z.number().min(0).default(900),
  deviceCodeSlowDown: z.enum(['fast', 'never', 'always']).default('fast'),
  deviceCodeBlocked: z.boolean().default(false),
  challengeForm: z.enum(['one', 'joined', 'several', 'reordered']).default('one'),
  challengeNeedsSignIn: z.boolean().default(false),
  webhookEvents: z.boolean().default(true),
  webhookLagMs: count.default(0),
  webhookForm: z.enum(['graph', 'onedrive']).default('graph'),
  webhookLoopback: z.boolean().default(false),
  webhookLifeMinutes: z.number().min(0).default(42_300),
  webhookRetryMs: z.number().int().min(1).default(10_000),
  webhookRetryForMs: count.default(14_400_000),
  webhookLeastAnswers: count.default(100),
  webhooksNeedWrite: z.boolean().default(false),
  reauthorizeLeadSeconds: z.number().min(0).default(900),
  validationToken: z.string().default(''),
  dateSkewMs: z.number().int().default(0),
});

export type Knobs = z.output<typeof knobsSchema>;

/** Throws, naming the knob, on one that does not exist or does not take the value. */
export function turnKnobs(knobs: Knobs, changes: unknown): void {
  const given = z.record(z.string(), z.unknown()).parse(changes);
  Object.assign(knobs, knobsSchema.parse({ ...knobs, ...given }));
}

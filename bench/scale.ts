import type { Figures } from './scale-counts.ts';
import { dayOf } from './scale-lanes.ts';
import type { Limits, Manner } from './scale-service.ts';

/**
 * `node bench/scale.ts`: what all users of a tenant together ask of Microsoft in a working day, in
 * virtual time, while a service refuses what is over the limits. Its tables are in docs/scale.md.
 * `--all` acts out every user of the largest tenant, too.
 */
const most = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 10_000;
const few = 2000;

interface Tenant extends Limits {
  readonly users: number;
}

const tenants = [
  { users: 1_000, perMinute: 1_200, perDay: 1_200_000 },
  { users: 10_000, perMinute: 3_600, perDay: 3_600_000 },
  { users: 50_000, perMinute: 4_800, perDay: 4_800_000 },
] as const satisfies readonly Tenant[];
const boundless = { perMinute: Number.POSITIVE_INFINITY, perDay: Number.POSITIVE_INFINITY };
const usual: Manner = { isSliding: false, retryAfter: null };
const manners: readonly (readonly [string, string, Manner])[] = [
  ['by the minute', 'its rest and up to 30 s', usual],
  ['by the minute', '2 minutes', { isSliding: false, retryAfter: 120_000 }],
  ['the last 60 s', 'to the full minute and up to 30 s', { isSliding: true, retryAfter: null }],
  ['the last 60 s', '2 minutes', { isSliding: true, retryAfter: 120_000 }],
];

interface Asked {
  readonly users: number;
  readonly isUp: boolean;
  readonly limits: Limits;
  readonly manner: Manner;
}

/** With an endpoint at one unit and at two. */
type Both = readonly [Figures, Figures];

function bothOf(asked: Asked, most: number): Promise<Both> {
  return Promise.all([dayOf({ ...asked, price: 1 }, most), dayOf({ ...asked, price: 2 }, most)]);
}

const number = new Intl.NumberFormat('en');

function show(value: number): string {
  return Number.isFinite(value) ? number.format(Number(value.toPrecision(2))) : 'never';
}

type Pick = (figures: Figures) => number;

function cell(both: Both, pick: Pick, limit = Number.POSITIVE_INFINITY): string {
  const values = both.map(pick);
  const shown = [...new Set(values.map(show))].join(' / ');
  return values.some((value) => value > limit) ? `**${shown}**` : shown;
}

function percent(both: Both, pick: Pick): string {
  return `${cell(both, (figures) => pick(figures) * 100)} %`;
}

function clock({ usedUpAt }: Figures): string {
  if (usedUpAt === null) return '–';
  return `${Math.floor(usedUpAt / 60)}:${String(usedUpAt % 60).padStart(2, '0')}`;
}

function clocks(both: Both): string {
  return [...new Set(both.map(clock))].join(' / ');
}

async function print(
  head: readonly string[],
  rows: readonly Promise<readonly string[]>[],
): Promise<void> {
  const lines = [head, head.map(() => '---'), ...(await Promise.all(rows))];
  console.log(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}

async function answered({ users, ...limits }: Tenant, isUp: boolean): Promise<readonly string[]> {
  const both = await bothOf({ users, isUp, limits, manner: usual }, most);
  return [
    number.format(users),
    isUp ? 'up' : 'down',
    cell(both, (figures) => figures.requestsPerMinute),
    cell(both, (figures) => figures.unitsPerMinute, limits.perMinute),
    cell(both, (figures) => figures.worstHourPerMinute, limits.perMinute),
    number.format(limits.perMinute),
    percent(both, (figures) => figures.refusedShare),
    cell(both, (figures) => figures.unitsPerDay, limits.perDay),
    number.format(limits.perDay),
    clocks(both),
    cell(both, (figures) => figures.factor),
    cell(both, (figures) => figures.minutesBetweenLooks),
    percent(both, (figures) => figures.liveShare),
  ];
}

async function unrefused({ users, ...limits }: Tenant, isUp: boolean): Promise<readonly string[]> {
  const both = await bothOf({ users, isUp, limits: boundless, manner: usual }, few);
  return [
    number.format(users),
    isUp ? 'up' : 'down',
    cell(both, (figures) => figures.requestsPerMinute),
    cell(both, (figures) => figures.unitsPerMinute, limits.perMinute),
    number.format(limits.perMinute),
    cell(both, (figures) => figures.unitsPerDay, limits.perDay),
    number.format(limits.perDay),
  ];
}

/** For the second of the tenants, with an endpoint at one unit. */
async function otherwise(
  isUp: boolean,
  [counts, wait, manner]: (typeof manners)[number],
): Promise<readonly string[]> {
  const { users, ...limits } = tenants[1];
  const figures = await dayOf({ users, isUp, limits, manner, price: 1 }, few);
  return [
    isUp ? 'up' : 'down',
    counts,
    wait,
    `${show(figures.refusedShare * 100)} %`,
    show(figures.unitsPerDay),
    clock(figures),
    show(figures.minutesBetweenLooks),
  ];
}

const lines = [true, false];
const perMinute = ['requests/min', 'RU/min'];
const perDay = ['RU/day', 'limit'];
const state = ['waits ×', 'minutes between looks', 'live'];
await print(
  ['users', 'push', ...perMinute, 'limit', ...perDay],
  lines.flatMap((isUp) => tenants.map((tenant) => unrefused(tenant, isUp))),
);
await print(
  [
    'users',
    'push',
    ...perMinute,
    'worst hour',
    'limit',
    'refused',
    ...perDay,
    'used up at',
    ...state,
  ],
  lines.flatMap((isUp) => tenants.map((tenant) => answered(tenant, isUp))),
);
await print(
  ['push', 'counted', 'Retry-After', 'refused', 'RU/day', 'used up at', 'minutes between looks'],
  lines.flatMap((isUp) => manners.map((manner) => otherwise(isUp, manner))),
);

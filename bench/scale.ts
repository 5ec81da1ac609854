import { type Policy, drivesPerUser, frugal, minuteMs, proposed, today } from './scale-policy.ts';

/**
 * `node bench/scale.ts`: what all users of a tenant together ask of Microsoft in a working day, in
 * virtual time, against the limits that they share. Its tables are in docs/scale.md.
 */
const hourMs = 60 * minuteMs;
const dayMinutes = 24 * 60;
const arrival = { fromMs: 8 * hourMs, untilMs: 10 * hourMs };
const workMs = 9 * hourMs;
const busy = { fromMinute: 10 * 60, untilMinute: 17 * 60 };
const wakesPerHour = 2;

const tenants = [
  { users: 1_000, perMinute: 1_200, perDay: 1_200_000 },
  { users: 10_000, perMinute: 3_600, perDay: 3_600_000 },
  { users: 50_000, perMinute: 4_800, perDay: 4_800_000 },
] as const;
type Tenant = (typeof tenants)[number];

/** Requests in each minute of a day. */
class Day {
  readonly endpoints = new Float64Array(dayMinutes);
  readonly readings = new Float64Array(dayMinutes);

  add(kind: 'endpoints' | 'readings', atMs: number): void {
    const minute = Math.floor(atMs / minuteMs);
    if (minute < dayMinutes) this[kind][minute] = (this[kind][minute] ?? 0) + 1;
  }
}

interface Shift {
  readonly from: number;
  readonly until: number;
}

type Line = 'up' | 'down' | 'none';

/** One drive through one day: the endpoints and the readings it asks for. */
function watch(day: Day, policy: Policy, line: Line, { from, until }: Shift): void {
  if (line !== 'none') day.add('endpoints', from);
  const readings = line === 'up' ? policy.readingsAtStart : 1;
  for (let count = 0; count < readings; count += 1) day.add('readings', from);
  const isUp = line === 'up';
  const other = isUp ? renewalsAndWakes(day, policy, { from, until }) : [];
  if (line === 'down') attempts(day, policy, { from, until });
  poll(day, policy, { isUp, other, from, until });
}

/** Times of the readings that are no polls, in order. */
function renewalsAndWakes(day: Day, policy: Policy, { from, until }: Shift): number[] {
  const times: number[] = [];
  for (let at = from + policy.renewEveryMs; at < until; at += policy.renewEveryMs) {
    day.add('endpoints', at);
    if (policy.readsAfterRenewal) times.push(at);
  }
  const meanMs = hourMs / wakesPerHour;
  const gap = (): number => -Math.log(1 - Math.random()) * meanMs;
  for (let at = from + gap(); at < until; at += gap()) times.push(at);
  for (const at of times) day.add('readings', at);
  return times.toSorted((one, other) => one - other);
}

/** The push service gives endpoints, and lets nobody join. */
function attempts(day: Day, policy: Policy, { from, until }: Shift): void {
  const next = policy.attempts();
  let askedAt = from;
  for (let at = from + next(); at < until; at += next()) {
    if (policy.keepsEndpoint && at - askedAt < policy.renewEveryMs) continue;
    askedAt = at;
    day.add('endpoints', at);
  }
}

interface Polling extends Shift {
  readonly isUp: boolean;
  readonly other: readonly number[];
}

function poll(day: Day, policy: Policy, { isUp, other, from, until }: Polling): void {
  const next = policy.polls();
  let index = 0;
  let wait = next(isUp);
  for (let at = from + wait; at < until; at += wait) {
    const reading = policy.anyReadingIsPoll ? other[index] : undefined;
    if (reading !== undefined && reading < at) {
      at = reading;
      index += 1;
      continue;
    }
    day.add('readings', at);
    wait = next(isUp);
  }
}

function dayOf({ users }: Tenant, policy: Policy, isUp: boolean): Day {
  const day = new Day();
  for (let user = 0; user < users; user += 1) {
    const from = arrival.fromMs + Math.random() * (arrival.untilMs - arrival.fromMs);
    for (let drive = 0; drive < drivesPerUser; drive += 1) {
      const line = isUp ? 'up' : 'down';
      const shift = { from, until: from + workMs };
      watch(day, policy, drive < policy.sockets ? line : 'none', shift);
    }
  }
  return day;
}

const number = new Intl.NumberFormat('en');

function show(value: number): string {
  return number.format(Number(value.toPrecision(3)));
}

/** At 1 and at 2 units an endpoint, with a mark where the limit is passed. */
function range(values: readonly [number, number], limit: number): string {
  const [low, high] = values;
  const text = show(low) === show(high) ? show(low) : `${show(low)}–${show(high)}`;
  if (high <= limit) return text;
  return `${text} (${(low / limit).toFixed(1)}–${(high / limit).toFixed(1)} ×)`;
}

function row(tenant: Tenant, policy: Policy, isUp: boolean): string {
  const { endpoints, readings } = dayOf(tenant, policy, isUp);
  const units = ([1, 2] as const).map((price) =>
    readings.map((count, minute) => count + price * (endpoints[minute] ?? 0)),
  );
  const both = (pick: (units: Float64Array) => number): [number, number] => [
    pick(units[0] ?? readings),
    pick(units[1] ?? readings),
  ];
  const requests = (units[0] ?? readings).slice(busy.fromMinute, busy.untilMinute);
  const cells = [
    number.format(tenant.users),
    isUp ? 'up' : 'down',
    policy.name,
    show(mean(requests)),
    range(
      both((all) => mean(all.slice(busy.fromMinute, busy.untilMinute))),
      tenant.perMinute,
    ),
    range(
      both((all) => Math.max(...all)),
      tenant.perMinute,
    ),
    number.format(tenant.perMinute),
    range(both(sum), tenant.perDay),
    number.format(tenant.perDay),
  ];
  return `| ${cells.join(' | ')} |`;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: Float64Array): number {
  return sum(values) / values.length;
}

console.log(
  '| users | push | policy | requests/min | RU/min | peak RU/min | limit/min | RU/day | limit/day |',
);
console.log(`|${' --- |'.repeat(9)}`);
for (const policy of [today, proposed, frugal]) {
  for (const isUp of [true, false]) {
    for (const tenant of tenants) console.log(row(tenant, policy, isUp));
  }
}

import * as fc from 'fast-check';
import { type AskFault, askFaults } from './fault-cloud.ts';
import type { Doing, FaultDrive } from './fault-drive.ts';
import type { Killing, Meeting } from './fault-push.ts';
import { hour, minute, second } from './fault-time.ts';
import type { FaultWorld, WorldSize } from './fault-world.ts';

type Announced = 'once' | 'twice' | 'late' | 'lost';

export type Act =
  | { act: 'change'; drive: number; doing: Doing; pick: number; said: Announced; lagMs: number }
  | { act: 'ask'; where: 'graph' | 'entra'; fault: AskFault; forMs: number; retryAfter: number }
  | { act: 'kill'; drive: number | null; how: Killing }
  | { act: 'meet'; how: Meeting; forMs: number }
  | { act: 'freeze'; forMs: number; severs: boolean }
  | { act: 'offline'; forMs: number; left: 'cut' | 'severed' | 'standing' }
  | { act: 'sleep'; forMs: number; isTold: boolean; isTicking: boolean; offlineMs: number }
  | { act: 'clock'; byMs: number }
  | { act: 'lose-cursors'; drive: number }
  | { act: 'revoke-tokens' }
  | { act: 'check-now'; drive: number };

export interface Step {
  readonly afterMs: number;
  readonly act: Act;
}

export interface Schedule {
  readonly size: WorldSize;
  /** All is live before anything happens. */
  readonly isCalmAtFirst: boolean;
  /** This drive has no push at all. */
  readonly withoutPush: number | null;
  readonly steps: readonly Step[];
}

const drive = fc.nat({ max: 9 });
const lasting = fc.oneof(
  fc.integer({ min: 1, max: 15 * second }),
  fc.integer({ min: second, max: 3 * minute }),
  fc.integer({ min: minute, max: 20 * minute }),
);

const change = fc.record({
  act: fc.constant('change' as const),
  drive,
  doing: fc.constantFrom<Doing>('create', 'rename', 'rename', 'delete'),
  pick: fc.nat({ max: 5 }),
  said: fc.constantFrom<Announced>('once', 'twice', 'late', 'lost'),
  lagMs: fc.oneof(fc.constant(0), fc.integer({ min: 100, max: 80 * second })),
});

const ask = fc.record({
  act: fc.constant('ask' as const),
  where: fc.constantFrom<'graph' | 'entra'>('graph', 'graph', 'entra'),
  fault: fc.constantFrom(...askFaults),
  forMs: lasting,
  retryAfter: fc.integer({ min: 1, max: 300 }),
});

const kill = fc.record({
  act: fc.constant('kill' as const),
  drive: fc.option(drive),
  how: fc.constantFrom<Killing>(
    'left',
    'error',
    'farewell',
    'severed',
    // oxlint-disable-next-line unicorn/no-useless-spread -- A copy is meant.
    ...[1000, 1001, 1006, 1008, 1011, 1012, 1013, 4000],
  ),
});

const meet = fc.record({
  act: fc.constant('meet' as const),
  how: fc.constantFrom<Meeting>(
    'never-opens',
    'unanswered',
    'refused-join',
    'no-host',
    'refused-400',
    'refused-401',
    'refused-403',
    'refused-429',
    'refused-503',
  ),
  forMs: lasting,
});

const freeze = fc.record({
  act: fc.constant('freeze' as const),
  forMs: lasting,
  severs: fc.boolean(),
});

const offline = fc.record({
  act: fc.constant('offline' as const),
  forMs: lasting,
  left: fc.constantFrom<'cut' | 'severed' | 'standing'>('cut', 'severed', 'standing'),
});

const sleep = fc.record({
  act: fc.constant('sleep' as const),
  forMs: fc.oneof(
    fc.integer({ min: second, max: 10 * minute }),
    fc.integer({ min: minute, max: 24 * hour }),
  ),
  isTold: fc.boolean(),
  isTicking: fc.boolean(),
  offlineMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 2 * minute })),
});

const clock = fc.record({
  act: fc.constant('clock' as const),
  byMs: fc.oneof(
    fc.integer({ min: -24 * hour, max: -1 }),
    fc.integer({ min: -2 * minute, max: 2 * minute }),
    fc.integer({ min: 1, max: 2 * hour }),
  ),
});

const other = fc.oneof(
  fc.record({ act: fc.constant('lose-cursors' as const), drive }),
  fc.record({ act: fc.constant('revoke-tokens' as const) }),
  fc.record({ act: fc.constant('check-now' as const), drive }),
);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: change, weight: 6 },
  { arbitrary: ask, weight: 3 },
  { arbitrary: kill, weight: 3 },
  { arbitrary: meet, weight: 3 },
  { arbitrary: freeze, weight: 1 },
  { arbitrary: offline, weight: 2 },
  { arbitrary: sleep, weight: 2 },
  { arbitrary: clock, weight: 1 },
  { arbitrary: other, weight: 2 },
);

export const anyStep: fc.Arbitrary<Step> = fc.record({
  afterMs: fc.oneof(
    { arbitrary: fc.constant(0), weight: 2 },
    { arbitrary: fc.integer({ min: 1, max: 5 * second }), weight: 3 },
    { arbitrary: fc.integer({ min: 1, max: 2 * minute }), weight: 3 },
    // Renewals come by.
    { arbitrary: fc.integer({ min: 1, max: 40 * minute }), weight: 1 },
  ),
  act: anyAct,
});

export const anySize: fc.Arbitrary<WorldSize> = fc.record({
  drives: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 10 })),
  accounts: fc.integer({ min: 1, max: 2 }),
  // A day: nothing but polls looks at what was not announced.
  lifeMinutes: fc.constantFrom(30, 24 * 60, 10, 3, null),
  seed: fc.nat(),
});

export const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  size: anySize,
  isCalmAtFirst: fc.boolean(),
  withoutPush: fc.option(fc.nat({ max: 9 }), { freq: 8 }),
  steps: fc.array(anyStep, { maxLength: 12 }),
});

/** Does it; what lasts ends by itself. */
export async function take(world: FaultWorld, act: Act): Promise<void> {
  const { cloud, push, time } = world;
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- The generator is typed more widely than the step.
  world.log.info('step', act as never);
  switch (act.act) {
    case 'change':
      return changeIn(world, act);
    case 'ask':
      return cloud.plan(act.where, act.fault, act.forMs, act.retryAfter);
    case 'kill':
      push.kill(act.drive === null ? null : pickDrive(world, act.drive), act.how);
      return cloud.lasts(time.now);
    case 'meet':
      push.meetWith(act.how, act.forMs);
      return cloud.lasts(time.now + act.forMs);
    case 'freeze':
      push.freeze(act.forMs, act.severs);
      return cloud.lasts(time.now + act.forMs);
    case 'offline':
      return goOffline(world, act);
    case 'sleep':
      return sleepIn(world, act);
    case 'clock':
      time.setBy(act.byMs);
      return cloud.lasts(time.now);
    case 'lose-cursors':
      return pickDrive(world, act.drive).loseCursors();
    case 'revoke-tokens':
      return cloud.revokeTokens();
    case 'check-now':
      return world.checkNow(pickDrive(world, act.drive));
  }
}

export function pickDrive({ drives }: FaultWorld, index: number): FaultDrive {
  const drive = drives[index % drives.length];
  if (!drive) throw new Error('There is no drive.');
  return drive;
}

function changeIn(world: FaultWorld, act: Extract<Act, { act: 'change' }>): void {
  const drive = pickDrive(world, act.drive);
  // What is learned silently is nothing to tell.
  if (world.view(drive)?.learning !== null) return;
  const { time, push } = world;
  drive.change(act.doing, act.pick, { now: time.now, lagMs: act.lagMs });
  // What is made before a fault ends, and found by the time that the feed shows it.
  world.cloud.lasts(time.now);
  if (act.said === 'once' || act.said === 'twice') push.announce(drive);
  if (act.said === 'twice') push.announce(drive);
  if (act.said === 'late') setTimeout(() => push.announce(drive), 1500);
}

function goOffline(world: FaultWorld, act: Extract<Act, { act: 'offline' }>): void {
  const { cloud, push, time } = world;
  world.offline(act.forMs);
  if (act.left === 'cut') push.dropAll();
  if (act.left === 'severed') push.severAll();
  cloud.lasts(time.now + act.forMs);
}

function sleepIn(world: FaultWorld, act: Extract<Act, { act: 'sleep' }>): void {
  const { cloud, push, time } = world;
  cloud.loseFlights();
  // The service has long given up on who did not answer its pings.
  if (act.forMs > 45 * second) push.severAll();
  const left = cloud.troubledUntil - time.now;
  if (act.isTicking) time.sleepTicking(act.forMs);
  else time.sleep(act.forMs);
  // Timers stood still, and with them what some of the faults wait for.
  if (!act.isTicking) cloud.lasts(time.now + left);
  if (act.offlineMs > 0) world.offline(act.offlineMs);
  cloud.lasts(time.now + act.offlineMs);
  if (act.isTold) world.resume();
}

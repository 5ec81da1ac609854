/* oxlint-disable vitest/valid-expect -- The second argument says which schedule it was. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { anySchedule, type Schedule, take } from '../support/fault-steps.ts';
import { minute, second } from '../support/fault-time.ts';
import { FaultWorld } from '../support/fault-world.ts';

const withinMs = 90 * second;
/** While live a drive is looked at every half an hour at least, and some jitter. */
const nextPollMs = 33 * minute;
/** Whoever was throttled for half an hour holds back for another, and looks again every ten minutes or so. */
const easedMs = 80 * minute;
const ladderMs = 35 * second;
const budget = { perSecond: 8, inFiveMinutes: 3000 };

export const usualSeed = 20_261_121;

/** Whatever goes wrong, in whatever order: it ends well, and soon. */
export function converges(numRuns: number, seed = usualSeed): Promise<void> {
  return fc.assert(fc.asyncProperty(anySchedule, runSchedule), { numRuns, seed });
}

async function runSchedule(schedule: Schedule): Promise<void> {
  const world = new FaultWorld(schedule.size);
  try {
    await play(world, schedule);
    await untilOver(world);
    expect(world.notLive(), world.log.text).toEqual([]);
    expectOneSocketEach(world);
    await everyChangeIsTold(world);
    expect(world.ledger.wrongs, world.log.text).toEqual([]);
    expectWithinBudget(world);
    await nothingIsLeft(world);
  } finally {
    world.end();
  }
}

async function play(world: FaultWorld, schedule: Schedule): Promise<void> {
  const { time, drives } = world;
  if (schedule.withoutPush !== null) {
    const drive = drives[schedule.withoutPush % drives.length];
    if (drive) drive.offersPush = false;
  }
  await world.start();
  if (schedule.isCalmAtFirst) await time.pass(20 * second);
  for (const step of schedule.steps) {
    await time.pass(step.afterMs);
    await take(world, step.act);
    await time.settle();
  }
}

/** Until all that was to last is over, and as long again as drives may need. */
async function untilOver(world: FaultWorld): Promise<void> {
  const { time, cloud } = world;
  while (time.now < cloud.troubledUntil) await time.pass(cloud.troubledUntil - time.now);
  if (world.isSlowest) await time.pass(easedMs);
  // Whoever has been throttled for ten minutes and more comes back more slowly.
  await time.pass(withinMs + (world.factor > 4 ? 20 * second * world.factor : 0));
}

function expectOneSocketEach({ drives, push }: FaultWorld): void {
  for (const drive of drives) {
    expect(push.held(drive), drive.driveId).toHaveLength(drive.offersPush ? 1 : 0);
  }
}

/** Announced ones at once, those the feed shows late by its ladder, unannounced ones by the next poll. */
async function everyChangeIsTold(world: FaultWorld): Promise<void> {
  const { drives, time, push, ledger } = world;
  const untold = (): readonly string[] => drives.flatMap((drive) => ledger.missing(drive));
  // What happened in bad times may wait for the next look.
  await time.pass(nextPollMs);
  expect(untold(), world.log.text).toEqual([]);
  const live = drives.filter((drive) => push.reaches(drive));
  for (const drive of live) {
    drive.change('rename', 0, { now: time.now, lagMs: 0 });
    push.announce(drive);
  }
  await time.pass(5 * second);
  expect(untold(), `at once\n${world.log.text}`).toEqual([]);
  for (const drive of live) {
    drive.change('create', 0, { now: time.now, lagMs: 25 * second });
    push.announce(drive);
  }
  await time.pass(ladderMs);
  expect(untold(), `by the ladder\n${world.log.text}`).toEqual([]);
  // What happens between two lines nobody announces.
  push.kill(null, 1001);
  for (const drive of live) drive.change('rename', 1, { now: time.now, lagMs: 0 });
  await time.pass(5 * second);
  expect(untold(), `between two lines\n${world.log.text}`).toEqual([]);
  // Whoever hangs, without a timer or an answer to come, misses this.
  for (const drive of drives) drive.change('rename', 1, { now: time.now, lagMs: 0 });
  await time.pass(nextPollMs);
  expect(untold(), `by the next poll\n${world.log.text}`).toEqual([]);
}

function expectWithinBudget({ cloud, backgrounds }: FaultWorld): void {
  expect(cloud.intrusions, 'asked while told to wait').toBe(0);
  for (const meter of cloud.meters.values()) {
    expect(meter.mostInSecond).toBeLessThanOrEqual(2 * budget.perSecond);
    expect(meter.mostInFiveMinutes).toBeLessThanOrEqual(budget.inFiveMinutes);
  }
  for (const meter of backgrounds.values()) {
    expect(meter.mostInSecond).toBeLessThanOrEqual(budget.perSecond);
    expect(meter.mostInFiveMinutes).toBeLessThanOrEqual(budget.inFiveMinutes / 2);
  }
}

async function nothingIsLeft(world: FaultWorld): Promise<void> {
  world.stop();
  await world.time.settle();
  expect(world.timers).toBe(0);
  expect(world.push.open).toBe(0);
}

/* oxlint-disable vitest/valid-expect -- The second argument says which schedule it was. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { anySize, take } from '../support/fault-steps.ts';
import { hour, minute, second } from '../support/fault-time.ts';
import { FaultWorld } from '../support/fault-world.ts';
import { usualSeed } from './converges.ts';

/** Ten drives take their turns. Where the system says nothing of sleep, a timer that fires late does. */
const withinMs = { told: 6 * second, untold: 26 * second };

const anySleep = fc.record({
  size: anySize,
  forMs: fc.oneof(
    fc.integer({ min: minute, max: hour }),
    fc.integer({ min: minute, max: 24 * hour }),
  ),
  isTold: fc.boolean(),
  isTicking: fc.boolean(),
  /** Somebody pressed the button just before: what was asked is never answered. */
  isAsking: fc.boolean(),
});
type Sleep = typeof anySleep extends fc.Arbitrary<infer T> ? T : never;

/** After sleep nothing waits for a line to be found dead: it is live at once, and what happened is told. */
export function wakesUp(numRuns: number, seed = usualSeed): Promise<void> {
  return fc.assert(fc.asyncProperty(anySleep, runSleep), { numRuns, seed });
}

async function runSleep({ size, isAsking, ...sleep }: Sleep): Promise<void> {
  const world = new FaultWorld(size);
  const { time, ledger, drives } = world;
  try {
    await world.start();
    await time.pass(minute);
    if (isAsking) for (const drive of drives) world.checkNow(drive);
    await time.settle();
    for (const drive of drives) drive.change('rename', 0, { now: time.now, lagMs: 0 });
    await take(world, { act: 'sleep', ...sleep, offlineMs: 0 });
    await time.pass(sleep.isTold ? withinMs.told : withinMs.untold);
    expect(world.notLive(), world.log.text).toEqual([]);
    expect(drives.flatMap((drive) => ledger.missing(drive))).toEqual([]);
    expect(ledger.wrongs).toEqual([]);
  } finally {
    world.end();
  }
}

/* oxlint-disable vitest/valid-expect -- The second argument says which schedule it was. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { anySize, pickDrive } from '../support/fault-steps.ts';
import { hour, minute, second } from '../support/fault-time.ts';
import { FaultWorld } from '../support/fault-world.ts';
import { usualSeed } from './converges.ts';

/** A drive that is said to be gone is asked for once an hour at last, its push as rarely. */
const withinMs = 2 * hour + minute;

const anyAbsence = fc.record({
  size: anySize,
  drive: fc.nat({ max: 9 }),
  goneMs: fc.oneof(
    fc.integer({ min: 1, max: minute }),
    fc.integer({ min: minute, max: 45 * minute }),
  ),
  sees: fc.boolean(),
});
type Absence = typeof anyAbsence extends fc.Arbitrary<infer T> ? T : never;

/** A drive that cannot be found for a while takes longer than other trouble, and no other drive with it. */
export function comesBack(numRuns: number, seed = usualSeed): Promise<void> {
  return fc.assert(fc.asyncProperty(anyAbsence, runAbsence), { numRuns, seed });
}

async function runAbsence({ size, drive: index, goneMs, sees }: Absence): Promise<void> {
  const world = new FaultWorld(size);
  const { time, ledger } = world;
  try {
    await world.start();
    await time.pass(20 * second);
    const drive = pickDrive(world, index);
    drive.goneUntil = time.now + goneMs;
    world.push.kill(drive, 'left');
    // Somebody may be looking, and press the button.
    if (sees) world.checkNow(drive);
    drive.change('rename', 0, { now: time.now, lagMs: 0 });
    await time.pass(goneMs);
    expect(world.notLive().filter((other) => !other.startsWith(`${drive.driveId} `))).toEqual([]);
    await time.pass(withinMs);
    expect(world.notLive(), world.log.text).toEqual([]);
    expect(ledger.missing(drive)).toEqual([]);
    expect(ledger.wrongs).toEqual([]);
  } finally {
    world.end();
  }
}

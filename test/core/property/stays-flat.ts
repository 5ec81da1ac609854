/* oxlint-disable vitest/valid-expect -- The second argument says which schedule it was. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type Census, FaultCensus } from '../support/fault-census.ts';
import { type Act, anyStep, take } from '../support/fault-steps.ts';
import { hour, minute, second } from '../support/fault-time.ts';
import { FaultWorld } from '../support/fault-world.ts';

/** A sleep of a day would be most of what there is to see. */
const longestSleepMs = 30 * minute;
/** Of what is learned on the way: compiled code, a client's cache, a feed's history. */
const heapSlackKb = 2 * 1024;

/** Whoever waits for a line's end is kept as long as the line is: three for each of ten drives. */
const signalSlack = 30;

/** What begins every line anew would hide what gathers on one. */
const anew = new Set<Act['act']>(['sleep', 'clock', 'check-now']);

export interface Flat {
  readonly hours: number;
  readonly everyHours: number;
  /** The computer never sleeps, its clock is right, nobody looks. */
  readonly isLeftAlone: boolean;
}

interface Sample extends Census {
  readonly hour: number;
  readonly timers: number;
  readonly sockets: number;
}

/** Hours of trouble, with a look each `everyHours` once all is well again: nothing gathers. */
export async function staysFlat(flat: Flat): Promise<readonly Sample[]> {
  const { hours, everyHours } = flat;
  const census = new FaultCensus();
  const world = new FaultWorld({ drives: 10, accounts: 2, lifeMinutes: 30, seed: 72 });
  try {
    await world.start();
    const samples: Sample[] = [];
    for (let past = everyHours; past <= hours; past += everyHours) {
      await trouble(world, flat, past);
      samples.push(await look(world, census, past));
    }
    expect(world.ledger.wrongs, world.log.text).toEqual([]);
    expect(census.warnings).toEqual([]);
    expectFlat(samples);
    return samples;
  } finally {
    world.end();
    census.end();
  }
}

async function trouble(world: FaultWorld, flat: Flat, seed: number): Promise<void> {
  const { time } = world;
  const until = time.now + flat.everyHours * hour;
  let from = seed * 1000;
  while (time.now < until) {
    for (const step of fc.sample(anyStep, { numRuns: 10, seed: from })) {
      if (flat.isLeftAlone && anew.has(step.act.act)) continue;
      await time.pass(step.afterMs + minute);
      await take(world, shortened(step.act));
    }
    from += 1;
  }
}

function shortened(act: Act): Act {
  return act.act === 'sleep' ? { ...act, forMs: Math.min(act.forMs, longestSleepMs) } : act;
}

async function look(world: FaultWorld, census: FaultCensus, atHour: number): Promise<Sample> {
  const { time, cloud, push } = world;
  while (time.now < cloud.troubledUntil) await time.pass(cloud.troubledUntil - time.now);
  await time.pass(90 * second);
  expect(world.notLive(), world.log.text).toEqual([]);
  // Token requests that hung have been given up by then, and no line is being renewed.
  await time.pass(2 * minute);
  world.forget();
  const taken = await census.take(() => time.settle());
  return { hour: atHour, timers: world.timers, sockets: push.open, ...taken };
}

/** The first look is the measure of all that follow. */
function expectFlat([first, ...later]: readonly Sample[]): void {
  for (const sample of later) {
    const told = JSON.stringify([first, sample]);
    expect(sample.sockets, told).toBe(first?.sockets);
    expect(sample.timers, told).toBe(first?.timers);
    expect(sample.signals, told).toBeLessThanOrEqual((first?.signals ?? 0) + signalSlack);
    expect(sample.listeners, told).toBe(first?.listeners);
    expect(sample.mostListeners, told).toBe(first?.mostListeners);
    expect(sample.heapKb, told).toBeLessThanOrEqual((first?.heapKb ?? 0) + heapSlackKb);
  }
}

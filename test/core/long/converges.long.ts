import { expect, test } from 'vitest';
import { comesBack } from '../property/comes-back.ts';
import { converges, usualSeed } from '../property/converges.ts';
import { wakesUp } from '../property/wakes-up.ts';

/** `LONG_RUNS` schedules, of the seed `LONG_SEED`. */
const runs = Number(process.env['LONG_RUNS'] ?? 10_000);
const seed = Number(process.env['LONG_SEED'] ?? usualSeed);

test('after whatever has gone wrong every drive is live again within 90 seconds, and no change is lost', async () => {
  await expect(converges(runs, seed)).resolves.toBeUndefined();
});

test('a drive that was gone for a while comes back by itself, its changes told', async () => {
  await expect(comesBack(Math.ceil(runs / 10), seed)).resolves.toBeUndefined();
});

test('after sleep, told of or not, every drive is live in seconds, and what happened meanwhile is told', async () => {
  await expect(wakesUp(runs, seed)).resolves.toBeUndefined();
});

import { expect, test } from 'vitest';
import { exactlyWhat, usualSeed } from '../property/exactly-what.ts';

/** `LONG_RUNS` stories, of the seed `LONG_SEED`. */
const runs = Number(process.env['LONG_RUNS'] ?? 10_000);
const seed = Number(process.env['LONG_SEED'] ?? usualSeed);

test('each change of a drive is told once, exactly, whatever happens on the way', async () => {
  await expect(exactlyWhat(runs, seed)).resolves.toBeUndefined();
});

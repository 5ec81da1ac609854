import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Figures } from './scale-counts.ts';
import type { DayParts } from './scale-day.ts';

const waiting: (() => void)[] = [];
let free = availableParallelism();

/**
 * What a day comes to. Of more than `most` users only so many are acted out, who share as much less:
 * that comes to the same, sooner.
 */
export async function dayOf(parts: DayParts, most: number): Promise<Figures> {
  const { users, limits } = parts;
  const each = Math.max(1, users / most);
  const figures = await actedOut({
    ...parts,
    users: users / each,
    limits: { perMinute: limits.perMinute / each, perDay: limits.perDay / each },
  });
  return {
    ...figures,
    requestsPerMinute: figures.requestsPerMinute * each,
    unitsPerMinute: figures.unitsPerMinute * each,
    worstHourPerMinute: figures.worstHourPerMinute * each,
    unitsPerDay: figures.unitsPerDay * each,
  };
}

/** On a core of its own, when one is free. */
async function actedOut(parts: DayParts): Promise<Figures> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await new Promise((resolve, reject) => {
      const worker = new Worker(new URL('scale-worker.ts', import.meta.url), { workerData: parts });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

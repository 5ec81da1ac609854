import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Figures } from './scale-counts.ts';
import type { DayParts } from './scale-day.ts';

const waiting: (() => void)[] = [];
let free = availableParallelism();

/** What a day comes to, found out on a core of its own when one is free. */
export async function dayOf(parts: DayParts): Promise<Figures> {
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

import { parentPort, workerData } from 'node:worker_threads';
import { Day, type DayParts } from './scale-day.ts';

/** A day for `scale-lanes.ts`. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- That is for windows.
parentPort?.postMessage(new Day(workerData as DayParts).run());

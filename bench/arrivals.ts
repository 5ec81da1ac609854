import type { LiveDrives } from './drives-client.ts';
import type { Arrival } from './remote-simulator.ts';

/**
 * The most requests in any second, wherever it begins: as the server, which counts no calendar
 * seconds either, would see it.
 */
export function peakPerSecond(arrivals: readonly Arrival[]): number {
  const times = arrivals.map(({ at }) => at).toSorted((one, other) => one - other);
  let first = 0;
  let peak = 0;
  for (const [index, at] of times.entries()) {
    while (at - (times[first] ?? at) >= 1000) first += 1;
    peak = Math.max(peak, index - first + 1);
  }
  return peak;
}

/** How many live drives have been read since they joined, and when the last of them was. */
export function caughtUp(
  arrivals: readonly Arrival[],
  live: LiveDrives,
): { readonly count: number; readonly at: number } {
  const read = new Map<string, number>();
  for (const { path, at } of arrivals) {
    const [, driveId = ''] = /^\/v1\.0\/drives\/([^/]+)\/root\/delta/.exec(path) ?? [];
    const joinedAt = live[driveId];
    if (joinedAt !== undefined && at >= joinedAt && !read.has(driveId)) read.set(driveId, at);
  }
  return { count: read.size, at: Math.max(0, ...read.values()) };
}

/** How often each kind of request came. */
export function tally(arrivals: readonly Arrival[]): { endpoints: number; reads: number } {
  const endpoints = arrivals.filter(({ path }) => path.endsWith('/socketIo')).length;
  return { endpoints, reads: arrivals.length - endpoints };
}

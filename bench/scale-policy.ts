import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Backoff } from '../src/core/backoff.ts';
import { Pace } from '../src/core/graph/pace.ts';
import { PollSchedule } from '../src/core/wake/poll-schedule.ts';

export const minuteMs = 60_000;
export const drivesPerUser = 3;

/** What decides how often one drive asks Microsoft for something. Waits are in ms. */
export interface Policy {
  readonly name: string;
  /** A first reading, and another once the socket has joined; or one for both. */
  readonly readingsAtStart: 1 | 2;
  /** How many of a user's drives may hold a socket. */
  readonly sockets: number;
  /** Once a new socket has taken the old one's place. */
  readonly readsAfterRenewal: boolean;
  /** From one endpoint to the next while push works. */
  readonly renewEveryMs: number;
  /** A reading for whatever reason puts off the next poll. */
  readonly anyReadingIsPoll: boolean;
  /** A socket that cannot be joined is tried again with the endpoint there is. */
  readonly keepsEndpoint: boolean;
  /** Anew for each drive: waits between polls, while live or not. */
  readonly polls: () => (live: boolean) => number;
  /** Anew for each drive: waits between attempts to join. */
  readonly attempts: () => () => number;
}

const endpointLifeMs = 30 * minuteMs;
const push = readFileSync(
  join(import.meta.dirname, '..', 'src', 'core', 'wake', 'push.ts'),
  'utf8',
);

/** Of push.ts, which shares them with nobody: whatever they are today. */
function found(shape: RegExp): readonly number[] {
  const numbers = shape.exec(push)?.slice(1);
  if (!numbers)
    throw new Error(`push.ts has no ${shape.source} any more: mend bench/scale-policy.ts.`);
  return numbers.map((text) => Number(text.replaceAll('_', '')));
}

const renewAheadMs = 2 * minuteMs;
const [firstMs = Number.NaN, mostMs = Number.NaN] = found(
  /#backoff = new Backoff\(([\d_]+), ([\d_]+)\)/,
);

/** As src/core is now. */
export const today: Policy = {
  name: 'today',
  readingsAtStart: 2,
  sockets: drivesPerUser,
  readsAfterRenewal: true,
  renewEveryMs: endpointLifeMs - renewAheadMs,
  anyReadingIsPoll: false,
  keepsEndpoint: false,
  polls: () => {
    const schedule = new PollSchedule({ drives: () => drivesPerUser, pace: new Pace() });
    let isFirst = true;
    return (live) => {
      // Each poll before this one found nothing that push had not announced.
      if (!isFirst && live) schedule.polled(false);
      isFirst = false;
      return schedule.next(live);
    };
  },
  attempts: () => {
    const backoff = new Backoff(firstMs, mostMs);
    return () => backoff.next();
  },
};

/** What docs/scale.md asks for. */
export const proposed: Policy = {
  ...today,
  name: 'proposed',
  readingsAtStart: 1,
  anyReadingIsPoll: true,
  keepsEndpoint: true,
  polls: () => {
    const live = doubling(5 * minuteMs, 30 * minuteMs);
    const notLive = doubling(minuteMs, 30 * minuteMs);
    return (isLive) => (isLive ? live : notLive)();
  },
};

/** What docs/scale.md asks for once an account has been throttled. */
export const frugal: Policy = {
  ...proposed,
  name: 'frugal',
  sockets: 1,
  readsAfterRenewal: false,
  polls: () => {
    const live = doubling(120 * minuteMs, 240 * minuteMs);
    const notLive = doubling(60 * minuteMs, 240 * minuteMs);
    return (isLive) => (isLive ? live : notLive)();
  },
};

/** With the jitter of PollSchedule. */
function doubling(firstMs: number, mostMs: number): () => number {
  let baseMs = firstMs / 2;
  return () => {
    baseMs = Math.min(baseMs * 2, mostMs);
    return baseMs * (0.9 + 0.2 * Math.random());
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { caughtUp, peakPerSecond, tally } from './arrivals.ts';
import { ClientProcess } from './client-process.ts';
import type { Memory, Parts } from './drives-client.ts';
import { type Figure, percentile } from './measure.ts';
import { RemoteSimulator } from './remote-simulator.ts';

const megabyte = 1024 * 1024;
const startRounds = 3;
const idleMinuteMs = 60_000;
const deadMs = 5000;
const quietMs = 4000;
/** Over one ping interval, so that pings come one by one. */
const spreadMs = 25_000;
/** What the account's budget allows (`src/core/graph/request-budget.ts`): all, and what nobody waits for. */
const perSecond = 8;
const backgroundPerSecond = perSecond / 2;
const settleLimitMs = 5 * 60_000;

/** Both kinds of client on the same drives of one simulator. */
interface Pair {
  readonly simulator: RemoteSimulator;
  readonly ours: ClientProcess;
  readonly bare: ClientProcess;
  readonly count: number;
}

export async function oneDrive(): Promise<readonly Figure[]> {
  const rounds: (readonly Figure[])[] = [];
  for (let round = 0; round < startRounds; round += 1) rounds.push(await withPair(1, start));
  return (rounds[0] ?? []).map((figure, index) => ({
    ...figure,
    ours: percentile(
      rounds.map((round) => round[index]?.ours ?? Number.NaN),
      0.5,
    ),
    baseline: percentile(
      rounds.map((round) => round[index]?.baseline ?? Number.NaN),
      0.5,
    ),
  }));
}

/** `minutes`: over how many the idle process is watched. */
export function fiftyDrives(minutes: number): Promise<readonly Figure[]> {
  return withPair(50, async (pair) => [...(await start(pair)), ...(await idle(pair, minutes))]);
}

export function fiveHundredDrives(): Promise<readonly Figure[]> {
  return withPair(500, async (pair) => {
    const started = await start(pair);
    await pair.bare[Symbol.asyncDispose]();
    return [...started, ...(await reconnect(pair))];
  });
}

async function partsOf(simulator: RemoteSimulator): Promise<Parts> {
  const token = await simulator.accessToken();
  return { cloud: simulator.cloud, token, driveIds: simulator.libraryIds, spacingMs: 0 };
}

async function allAtOnce(parts: Parts): Promise<number> {
  await using bare = new ClientProcess();
  return await bare.start('bare', parts);
}

async function withPair<T>(count: number, measure: (pair: Pair) => Promise<T>): Promise<T> {
  using simulator = await RemoteSimulator.start(count);
  await using ours = new ClientProcess();
  await using bare = new ClientProcess();
  return await measure({ simulator, ours, bare, count });
}

/** Time until all are live, and what they hold of memory when all is quiet. */
async function start({ simulator, ours, bare, count }: Pair): Promise<readonly Figure[]> {
  const parts = await partsOf(simulator);
  const oursMs = await ours.start('drivebell', parts);
  note(`${count} live after ${Math.round(oursMs)} ms: ${asked(await simulator.arrivals())}`);
  await until(() => isQuiet(simulator));
  note(`${count} quiet: ${asked(await simulator.arrivals())}`);
  const bareMs = await allAtOnce(parts);
  // What connecting all at once needs for a moment is not what the sockets need.
  await bare.start('bare', { ...parts, spacingMs: spreadMs / count });
  await delay(2000);
  const [our, other] = [await ours.memory(), await bare.memory()];
  const mb = ({ rss, heapUsed }: Memory): string =>
    `${Math.round(rss / megabyte)} MB, of it heap ${Math.round(heapUsed / megabyte)} MB`;
  note(`${mb(our)} over ${mb(other)}`);
  const name = count === 1 ? '1-drive' : `${count}-drives`;
  const memory = (figure: string, goal: number | null, of: (memory: Memory) => number): Figure => ({
    name: figure,
    unit: 'MB',
    ours: of(our) / megabyte,
    baseline: of(other) / megabyte,
    goal,
  });
  return [
    { name: `start-${name}`, unit: 'ms', ours: oursMs, baseline: bareMs, goal: null },
    memory(`memory-${name}`, count === 500 ? 1.3 : null, ({ rss }) => rss),
    memory(`heap-${name}`, null, ({ heapUsed }) => heapUsed),
  ];
}

/**
 * Both do nothing in the same minutes; polls and renewals come as they come. The bare sockets were
 * opened one by one, too, for pings that come all at once cost less.
 */
async function idle({ simulator, ours, bare }: Pair, minutes: number): Promise<readonly Figure[]> {
  await delay(idleMinuteMs / 2);
  const samples: { ours: number; bare: number }[] = [];
  let before = { ours: await ours.cpu(), bare: await bare.cpu() };
  for (let minute = 0; minute < minutes; minute += 1) {
    const { length } = await simulator.arrivals();
    await delay(idleMinuteMs);
    const after = { ours: await ours.cpu(), bare: await bare.cpu() };
    const sample = { ours: after.ours - before.ours, bare: after.bare - before.bare };
    samples.push(sample);
    before = after;
    const requests = (await simulator.arrivals()).length - length;
    note(
      `idle minute: ${sample.ours.toFixed(0)} over ${sample.bare.toFixed(0)} ms, ${requests} requests`,
    );
  }
  const ratios = samples.toSorted((one, other) => one.ours / one.bare - other.ours / other.bare);
  const middle = ratios[Math.floor(ratios.length / 2)];
  return [
    {
      name: 'idle-cpu-50-drives',
      unit: 'ms',
      ours: middle?.ours ?? Number.NaN,
      baseline: middle?.bare ?? Number.NaN,
      goal: 1.2,
    },
    {
      name: 'idle-cpu-50-drives-mean',
      unit: 'ms',
      ours: sum(samples.map((sample) => sample.ours)) / samples.length,
      baseline: sum(samples.map((sample) => sample.bare)) / samples.length,
      goal: null,
    },
  ];
}

/** The push service dies and comes back. */
async function reconnect({ simulator, ours, count }: Pair): Promise<readonly Figure[]> {
  const { length: earlier } = await simulator.arrivals();
  await simulator.push('kill');
  await delay(deadMs);
  await simulator.push('revive');
  const revivedAt = Date.now();
  await until(async () => Object.keys(await ours.live()).length === count, 250);
  const liveMs = Date.now() - revivedAt;
  const since = async () => (await simulator.arrivals()).slice(earlier);
  note(`${count} live again after ${liveMs} ms: ${asked(await since())}`);
  const joined = await ours.live();
  await until(async () => caughtUp(await since(), joined).count === count);
  const caughtUpMs = caughtUp(await since(), joined).at - revivedAt;
  await until(() => isQuiet(simulator));
  const arrivals = await since();
  note(`${count} caught up again after ${caughtUpMs} ms: ${asked(arrivals)}`);
  const needed = 2 * count;
  const time = (name: string, goal: number | null, ms: number, rate: number): Figure => ({
    name,
    unit: 's',
    ours: ms / 1000,
    baseline: needed / rate,
    goal,
  });
  return [
    time('reconnect-500-time', 1.5, liveMs, perSecond),
    time('reconnect-500-caught-up', null, caughtUpMs, backgroundPerSecond),
    {
      name: 'reconnect-500-peak-rps',
      unit: '/s',
      ours: peakPerSecond(arrivals),
      baseline: perSecond,
      goal: 1,
    },
  ];
}

/** Nothing waits for the budget any more: what comes are single polls. */
async function isQuiet(simulator: RemoteSimulator): Promise<boolean> {
  const { length } = await simulator.arrivals();
  await delay(quietMs);
  const came = (await simulator.arrivals()).length - length;
  return came < (backgroundPerSecond * quietMs) / 1000 / 1.3;
}

async function until(isSo: () => Promise<boolean>, everyMs = 1000): Promise<void> {
  const limit = performance.now() + settleLimitMs;
  while (!(await isSo())) {
    if (performance.now() > limit) throw new Error('The drives did not settle in five minutes.');
    await delay(everyMs);
  }
}

function asked(arrivals: Parameters<typeof tally>[0]): string {
  const { endpoints, reads } = tally(arrivals);
  return `${endpoints} endpoints and ${reads} readings asked for`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function note(line: string): void {
  console.log(`  ${line}`);
}

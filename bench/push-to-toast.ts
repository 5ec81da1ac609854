import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { signInAndWatch, startDrivebell } from '../test/support/harness.ts';
import type { DriveKey } from '../test/simulator/simulator.ts';
import { startBareScript } from './bare-script.ts';
import { type Figure, percentile } from './measure.ts';
import { RemoteSimulator } from './remote-simulator.ts';

const rounds = 250;
const warmUpRounds = 150;
/** Before each round: back to back they would take more than the account's 8 requests a second, and measure that budget. */
const restMs = 150;

interface Samples {
  readonly ours: number[];
  readonly bare: number[];
}

/** From the push frame's arrival to the call that shows a toast, in ms: ours and the bare script turn about. */
export async function pushToToast(): Promise<readonly Figure[]> {
  using simulator = await RemoteSimulator.start();
  const stopwatch = new Stopwatch();
  const samples: Samples = { ours: [], bare: [] };
  // Each has each drive once, for no two drives are answered equally fast.
  await measure(simulator, stopwatch, ['finance', 'product'], samples);
  await measure(simulator, stopwatch, ['product', 'finance'], samples);
  const figure = (name: string, share: number): Figure => ({
    name,
    unit: 'ms',
    ours: percentile(samples.ours, share),
    baseline: percentile(samples.bare, share),
    goal: 1.25,
  });
  return [figure('push-to-toast-p50', 0.5), figure('push-to-toast-p99', 0.99)];
}

async function measure(
  simulator: RemoteSimulator,
  stopwatch: Stopwatch,
  [our, other]: readonly [DriveKey, DriveKey],
  samples: Samples,
): Promise<void> {
  const { cloud } = simulator;
  using harness = startDrivebell(cloud, { onNotice: () => stopwatch.shown() });
  await signInAndWatch(harness, cloud, [our]);
  const stop = await startBareScript({
    origin: cloud.origin,
    token: await simulator.accessToken(),
    driveId: cloud.drives[other].id,
    onNames: () => stopwatch.shown(),
  });
  for (const drive of [our, other]) await warmUp(simulator, stopwatch, drive);
  for (let round = 0; round < rounds; round += 1) {
    samples.ours.push(await once(simulator, stopwatch, our));
    samples.bare.push(await once(simulator, stopwatch, other));
  }
  stop();
}

async function warmUp(
  simulator: RemoteSimulator,
  watch: Stopwatch,
  drive: DriveKey,
): Promise<void> {
  for (let round = 0; round < warmUpRounds; round += 1) await once(simulator, watch, drive);
}

async function once(
  simulator: RemoteSimulator,
  watch: Stopwatch,
  drive: DriveKey,
): Promise<number> {
  await delay(restMs);
  const measured = watch.start();
  await simulator.edit(drive, await simulator.firstFile(drive));
  return measured;
}

/** Starts at the first event frame that reaches this process, before any library has read it. */
class Stopwatch {
  #arrivedAt: number | null = null;
  #done: ((ms: number) => void) | null = null;

  constructor() {
    const arrived = (): void => {
      this.#arrivedAt ??= performance.now();
    };
    const emit = Reflect.get(WebSocket.prototype, 'emit') as (...args: unknown[]) => boolean;
    Object.defineProperty(WebSocket.prototype, 'emit', {
      value(this: WebSocket, event: string, data: unknown, ...rest: unknown[]): boolean {
        if (event === 'message' && String(data).startsWith('42')) arrived();
        return emit.call(this, event, data, ...rest);
      },
    });
  }

  start(): Promise<number> {
    this.#arrivedAt = null;
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  shown(): void {
    if (this.#arrivedAt === null) return;
    this.#done?.(performance.now() - this.#arrivedAt);
    this.#done = null;
  }
}

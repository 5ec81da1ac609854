import { WebSocket } from 'ws';
import { signInAndWatch, startDrivebell } from '../test/support/harness.ts';
import type { DriveKey } from '../test/simulator/simulator.ts';
import { startBareScript } from './bare-script.ts';
import { type Figure, percentile } from './measure.ts';
import { RemoteSimulator } from './remote-simulator.ts';

const rounds = 400;
const warmUpRounds = 60;

/** From the push frame's arrival to the call that shows a toast, in ms: ours and the bare script turn about. */
export async function pushToToast(): Promise<readonly Figure[]> {
  using simulator = await RemoteSimulator.start();
  const stopwatch = new Stopwatch();
  const { cloud } = simulator;
  using harness = startDrivebell(cloud, { onNotice: () => stopwatch.shown() });
  await signInAndWatch(harness, cloud, ['finance']);
  const stop = await startBareScript({
    origin: cloud.origin,
    token: await simulator.accessToken(),
    driveId: cloud.drives.product.id,
    onNames: () => stopwatch.shown(),
  });
  const ours: number[] = [];
  const bare: number[] = [];
  const samples = [
    ['finance', ours],
    ['product', bare],
  ] as const satisfies [DriveKey, number[]][];
  for (const [drive] of samples) await warmUp(simulator, stopwatch, drive);
  for (let round = 0; round < rounds; round += 1) {
    for (const [drive, list] of samples) list.push(await once(simulator, stopwatch, drive));
  }
  stop();
  const figure = (name: string, share: number): Figure => ({
    name,
    unit: 'ms',
    ours: percentile(ours, share),
    baseline: percentile(bare, share),
    goal: 1.25,
  });
  return [figure('push-to-toast-p50', 0.5), figure('push-to-toast-p99', 0.99)];
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

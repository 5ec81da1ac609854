import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron, type ElectronApplication } from '@playwright/test';
import { goThroughFirstRun } from '../test/e2e/support/first-run.ts';
import { Colleagues } from '../test/simulator/colleagues.ts';
import { type Changed, Simulator } from '../test/simulator/simulator.ts';
import { buildApp } from './support/build.ts';
import { DemoScore } from './support/demo-score.ts';
import { type Host, hostEnvironment, provideHost } from './support/host.ts';
import { parseOptions } from './support/options.ts';
import { observedArguments, simulatedEnvironment } from './support/simulated.ts';

/** Long enough for the last change to be told, also after a reconnect. */
const lastToastMs = 15_000;

/** `npm run demo`: the app against the simulator, through its real first run, colleagues at work. */
async function demo(): Promise<number> {
  const { seconds } = parseOptions({ seconds: 'number' });
  const host = await provideHost();
  console.log('Building Drivebell.');
  buildApp();
  await using simulator = await Simulator.start();
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-demo-'));
  // Also when the person ends it before it has begun.
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const score = new DemoScore();
  const app = await launch(host, simulator, dir);
  try {
    relay(app, score);
    return await run(app, simulator, score, seconds);
  } finally {
    await app.close().catch(() => undefined);
  }
}

function launch(host: Host, simulator: Simulator, dir: string): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: host.executablePath,
    args: observedArguments(dir, host.switches),
    env: { ...simulatedEnvironment(simulator), ...hostEnvironment(host) },
  });
}

function relay(app: ElectronApplication, score: DemoScore): void {
  const { stdout } = app.process();
  if (!stdout) return;
  createInterface({ input: stdout }).on('line', (line) => {
    console.log(line);
    if (line.startsWith('toast: ')) score.toast(line.slice('toast: '.length));
  });
}

async function run(
  app: ElectronApplication,
  simulator: Simulator,
  score: DemoScore,
  seconds: number | undefined,
): Promise<number> {
  const { onedrive, finance, product } = simulator.drives;
  const names = [onedrive.name, finance.name, product.name];
  const account = simulator.accounts.work.name;
  console.log(`Signing in as ${account}, choosing ${names.join(', ')}.`);
  await goThroughFirstRun(await app.firstWindow(), names);
  console.log('Watching three drives. Colleagues are at work; press Ctrl+C to end.');

  const end = new AbortController();
  const stop = (): void => end.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let hasQuit = false;
  app.once('close', () => {
    hasQuit = true;
    stop();
  });
  const timer = seconds === undefined ? undefined : setTimeout(stop, seconds * 1000);
  for await (const changed of new Colleagues(simulator.drives).work(end.signal)) {
    const line = describe(changed);
    console.log(`change: ${line}`);
    if (changed.person !== account) score.announce(changed, line);
  }
  clearTimeout(timer);
  // Somebody may have closed it; by itself it is to last as long as it was asked to.
  if (hasQuit && seconds !== undefined) {
    console.error('The app ended before its time.');
    return 1;
  }
  return judge(score);
}

async function judge(score: DemoScore): Promise<number> {
  const until = Date.now() + lastToastMs;
  while (score.missing().length > 0 && Date.now() < until) await delay(100);
  const missing = score.missing();
  for (const line of missing) console.error(`no toast for: ${line}`);
  console.log(`${score.announced - missing.length} of ${score.announced} changes were told.`);
  return missing.length === 0 ? 0 : 1;
}

function describe({ person, kind, oldName, name, driveName }: Changed): string {
  const what = oldName !== name && oldName !== '' ? `"${oldName}" to "${name}"` : `"${name}"`;
  return `${person} ${kind} ${what} in ${driveName}`;
}

process.exit(await demo());

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Host } from '../scripts/support/host.ts';
import { type Figure, percentile } from './measure.ts';

const rounds = 12;

/** From the start of the process to a tray with a menu, in ms: the app and an empty main, turn about. */
export async function startToTray(host: Host, root: string): Promise<Figure> {
  const empty = join(root, 'bench', 'empty-main');
  await startOnce(host, empty);
  await startOnce(host, root);
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    baseline.push(await startOnce(host, empty));
    ours.push(await startOnce(host, root));
  }
  return {
    name: 'start-to-tray',
    unit: 'ms',
    ours: percentile(ours, 0.5),
    baseline: percentile(baseline, 0.5),
    goal: 1.3,
  };
}

async function startOnce(host: Host, app: string): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-bench-'));
  const reporter = join(import.meta.dirname, 'report-tray.cjs');
  const started = performance.now();
  const args = ['-r', reporter, ...host.switches, `--user-data-dir=${dir}`, app, '--hidden'];
  const child = spawn(host.executablePath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'tray') return performance.now() - started;
    }
    throw new Error('The app ended before its tray was there.');
  } finally {
    const exited = once(child, 'exit');
    child.kill();
    await exited;
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Finds or installs the Chromium that tests, demo and stand-in need. `node scripts/provide-chromium.ts` */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from './support/chromium.ts';
import { parseOptions } from './support/options.ts';

/** What providing takes, replaceable in tests. An install may fail: what counts is what is there after. */
export interface Steps {
  find(): string | null;
  /** A Chromium without its libraries is there, but does not start. */
  starts(path: string): boolean;
  download(): Promise<void>;
  readonly canInstallPackages: boolean;
  installPackage(): Promise<void>;
}

export interface Provided {
  readonly path: string | null;
  /** One line for the user: what was done, or what to do. */
  readonly line: string;
}

export async function provide(steps: Steps): Promise<Provided> {
  const ready = (): string | null => {
    const path = steps.find();
    return path !== null && steps.starts(path) ? path : null;
  };
  const there = ready();
  if (there !== null) return { path: there, line: `Chromium: ${there}` };
  await steps.download();
  const downloaded = ready();
  if (downloaded !== null) {
    return { path: downloaded, line: `Chromium: downloaded by Playwright to ${downloaded}` };
  }
  if (steps.canInstallPackages) {
    await steps.installPackage();
    const installed = ready();
    if (installed !== null) {
      return { path: installed, line: `Chromium: package installed, ${installed}` };
    }
  }
  const line =
    'No Chromium, and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH.';
  return { path: null, line };
}

/** The path of a Chromium that starts; says in one line where it came from. Rejects with what to install. */
export async function provideChromium(
  say: (line: string) => void = (line) => console.log(line),
): Promise<string> {
  const { path, line } = await provide({
    find: findChromium,
    starts,
    download: downloadWithPlaywright,
    canInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    installPackage: installWithApt,
  });
  if (path === null) throw new Error(line);
  say(line);
  return path;
}

function starts(path: string): boolean {
  // Elsewhere a browser brings its libraries along, and on Windows --version opens a window.
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function downloadWithPlaywright(): Promise<void> {
  const require = createRequire(import.meta.url);
  const cli = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  await runQuietly(process.execPath, [cli, 'install', '--no-progress', 'chromium'], {
    timeoutMs: 240_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
}

async function installWithApt(): Promise<void> {
  const quiet = { timeoutMs: 600_000, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await runQuietly('apt-get', ['update', '-qq'], quiet);
  await runQuietly(
    'apt-get',
    ['install', '-qq', '-y', '--no-install-recommends', 'chromium'],
    quiet,
  );
}

/** Resolves when the command has ended, however it did; ends it and its children at the time limit. */
export function runQuietly(
  command: string,
  args: readonly string[],
  { timeoutMs, env }: { timeoutMs: number; env: Readonly<Record<string, string>> },
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const ownGroup = process.platform !== 'win32';
  const child = spawn(command, args, {
    stdio: 'ignore',
    detached: ownGroup,
    env: { ...process.env, ...env },
  });
  const limit = setTimeout(() => {
    if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  }, timeoutMs);
  const end = (): void => {
    clearTimeout(limit);
    resolve();
  };
  child.once('error', end);
  child.once('exit', end);
  return promise;
}

if (import.meta.main) {
  parseOptions({});
  try {
    await provideChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { chromiumArguments, findChromium } from '../../scripts/support/chromium.ts';
import { CdpConnection } from './cdp.ts';
import { originalArgs } from './command-line.ts';

const profilePrefix = 'electron-stand-in-';

const quiet = [
  ...chromiumArguments,
  '--disable-breakpad',
  '--disable-popup-blocking',
  '--no-startup-window',
];

/** Switches of Electron's command line that mean the same to Chromium. */
const passedOn =
  /^--(lang|force-|enable-features|disable-features|proxy-|host-resolver-rules|remote-debugging-port|no-sandbox)/;

const headed = process.env['DRIVEBELL_STAND_IN_HEADED'] === '1' && process.env['DISPLAY'];

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

function remove(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 10 });
  } catch {
    // Its processes may still be writing; another start sweeps the rest.
  }
}

/** Profiles left by stand-ins that were killed, which could not clean up. */
function sweepProfiles(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(profilePrefix) ? Number(name.split('-')[3]) : Number.NaN;
    if (pid && !isAlive(pid)) remove(path.join(os.tmpdir(), name));
  }
}

function announceDevTools(output: Readable): void {
  createInterface({ input: output }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`\n${line}\n`);
  });
}

function killAtExit(chromium: ChildProcess, profile: string): void {
  process.once('exit', () => {
    if (chromium.pid !== undefined) {
      try {
        process.kill(-chromium.pid, 'SIGKILL');
      } catch {
        chromium.kill('SIGKILL');
      }
    }
    remove(profile);
  });
  chromium.once('exit', (code, signal) => {
    process.stderr.write(`stand-in: Chromium ended by itself (${signal ?? code})\n`);
    process.exit(1);
  });
}

/**
 * Chromium talks over a pipe, so it closes when this process is killed. The port is for Playwright
 * and opened only when the command line asks for it, as in Electron.
 */
async function start(): Promise<CdpConnection> {
  const executable = findChromium();
  if (executable === null) throw new Error('stand-in: no Chromium found; set CHROMIUM_PATH');
  const profile = mkdtempSync(path.join(os.tmpdir(), `${profilePrefix}${process.pid}-`));
  const chromium = spawn(
    executable,
    [
      ...quiet,
      ...(headed ? [] : ['--headless=new']),
      ...originalArgs.filter((arg) => passedOn.test(arg)),
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  killAtExit(chromium, profile);
  announceDevTools(chromium.stdio[2] as Readable);
  const cdp = new CdpConnection(chromium.stdio[3] as Writable, chromium.stdio[4] as Readable);
  await cdp.browser.send('Browser.getVersion');
  setImmediate(sweepProfiles);
  return cdp;
}

let started: Promise<CdpConnection> | undefined;

/** The one Chromium of this process; the first call starts it. */
export function chromium(): Promise<CdpConnection> {
  started ??= start();
  return started;
}

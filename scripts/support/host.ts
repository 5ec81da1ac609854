import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from '../provide-chromium.ts';

const root = join(import.meta.dirname, '../..');
const electronDir = join(root, 'node_modules', 'electron');
const standInPath = join(root, 'test', 'stand-in', 'electron');
const hasDisplay =
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(Boolean);
const downloadLimitMs = 5 * 60 * 1000;

/** What runs the built app. */
export interface Host {
  readonly kind: 'electron' | 'stand-in';
  readonly executablePath: string;
  /** Switches that this machine needs. */
  readonly switches: readonly string[];
}

/** Electron where its binary is or can be had, and there is a display to show windows on; else the stand-in. */
export async function provideHost(say: (line: string) => void = console.log): Promise<Host> {
  if (hasDisplay && installedElectron() === null) downloadElectron(say);
  const host = installedHost();
  if (host.kind === 'electron') return host;
  say(
    hasDisplay
      ? "Electron's binary cannot be had here: running on the stand-in (test/stand-in)."
      : 'There is no display here: running on the stand-in (test/stand-in), without one.',
  );
  await provideChromium(say);
  return host;
}

/** What there is now: Electron needs its binary and a display. */
export function installedHost(): Host {
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = hasDisplay ? installedElectron() : null;
  return electron === null
    ? { kind: 'stand-in', executablePath: standInPath, switches: [] }
    : { kind: 'electron', executablePath: electron, switches };
}

/** The stand-in shows its windows only when asked to. */
export function hostEnvironment(host: Host): Record<string, string> {
  return host.kind === 'stand-in' && hasDisplay ? { DRIVEBELL_STAND_IN_HEADED: '1' } : {};
}

function installedElectron(): string | null {
  const pathFile = join(electronDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(electronDir, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : null;
}

function downloadElectron(say: (line: string) => void): void {
  say("Downloading Electron's binary, once.");
  spawnSync(process.execPath, [join(electronDir, 'install.js')], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
}

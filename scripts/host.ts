import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from './provide-chromium.ts';

const root = join(import.meta.dirname, '..');
const electronDir = join(root, 'node_modules', 'electron');
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
  const hasDisplay =
    process.platform !== 'linux' ||
    [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(Boolean);
  const executablePath = hasDisplay ? (installedElectron() ?? downloadedElectron(say)) : null;
  if (executablePath !== null) {
    const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return { kind: 'electron', executablePath, switches };
  }
  say(
    hasDisplay
      ? "Electron's binary cannot be had here: running on the stand-in (test/stand-in)."
      : 'There is no display here: running on the stand-in (test/stand-in), without one.',
  );
  await provideChromium(say);
  return { kind: 'stand-in', executablePath: standInPath, switches: [] };
}

export const standInPath = join(root, 'test', 'stand-in', 'electron');

/** Electron's executable if its binary is installed, else null. */
export function installedElectron(): string | null {
  const pathFile = join(electronDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(electronDir, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : null;
}

function downloadedElectron(say: (line: string) => void): string | null {
  say("Downloading Electron's binary, once.");
  spawnSync(process.execPath, [join(electronDir, 'install.js')], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
  return installedElectron();
}

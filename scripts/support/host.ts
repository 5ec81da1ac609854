import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideChromium } from '../provide-chromium.ts';
import { root } from './root.ts';
import { hasSandbox, helperOf, isRoot } from './sandbox.ts';

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
  if (hasDisplay) hasElectron(say);
  const host = installedHost();
  if (host.kind === 'electron') {
    const helper = helperOf(host.executablePath);
    if (host.switches.length > 0 && !isRoot) {
      say(
        `Electron runs without its sandbox here; for one: sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
      );
    }
    return host;
  }
  say(
    hasDisplay
      ? "Electron's binary cannot be had here: running on the stand-in (test/stand-in)."
      : 'There is no display here: running on the stand-in (test/stand-in), without one.',
  );
  await provideChromium(say);
  return host;
}

/** Whether Electron's binary is here, or could be downloaded just now. */
export function hasElectron(say: (line: string) => void = console.log): boolean {
  if (installedElectron() === null) downloadElectron(say);
  return installedElectron() !== null;
}

/** What there is now: Electron needs its binary and a display. */
export function installedHost(): Host {
  const electron = hasDisplay ? installedElectron() : null;
  return chooseHost({
    electron,
    isRoot,
    hasSandbox: hasSandbox(electron),
    isElectronRequired: process.env['DRIVEBELL_REQUIRE_ELECTRON'] === '1',
  });
}

/** What a choice of host depends on. */
interface Machine {
  readonly electron: string | null;
  readonly isRoot: boolean;
  readonly hasSandbox: boolean;
  /** What was seen on the stand-in, or without a sandbox, must not pass for what was seen on Electron. */
  readonly isElectronRequired: boolean;
}

export function chooseHost(machine: Machine): Host {
  const { electron, isElectronRequired } = machine;
  if (electron !== null) {
    const isWithout = machine.isRoot || (!machine.hasSandbox && !isElectronRequired);
    const switches = isWithout ? ['--no-sandbox'] : [];
    return { kind: 'electron', executablePath: electron, switches };
  }
  if (isElectronRequired) {
    throw new Error("DRIVEBELL_REQUIRE_ELECTRON is set, but Electron's binary or a display lacks.");
  }
  return { kind: 'stand-in', executablePath: standInPath, switches: [] };
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

/** Finds or installs what tests need of a Linux desktop. */
import { existsSync } from 'node:fs';
import { runQuietly } from '../provide-chromium.ts';

/** Programs, and the Debian packages they come in. */
const wanted: Readonly<Record<string, string>> = {
  '/usr/bin/dbus-daemon': 'dbus-daemon',
  '/usr/bin/dunst': 'dunst',
  '/usr/bin/Xvfb': 'xvfb',
};

/** What providing takes, replaceable in tests. */
export interface DesktopSteps {
  readonly isLinux: boolean;
  has(path: string): boolean;
  readonly canInstallPackages: boolean;
  install(packages: readonly string[]): Promise<void>;
}

/** One line for the user, if there is anything to say. */
export async function provideDesktop(steps: DesktopSteps = ownSteps()): Promise<string | null> {
  if (!steps.isLinux) return null;
  const missing = (): string[] =>
    Object.entries(wanted).flatMap(([path, name]) => (steps.has(path) ? [] : [name]));
  const before = missing();
  if (before.length === 0) return null;
  if (steps.canInstallPackages) await steps.install(before);
  const after = missing();
  if (after.length === 0) return `Desktop: packages installed, ${before.join(', ')}`;
  return `Toasts are not tested with ${after.join(', ')}, which cannot be installed here.`;
}

function ownSteps(): DesktopSteps {
  return {
    isLinux: process.platform === 'linux',
    has: existsSync,
    canInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    install: async (packages) => {
      const quiet = { timeoutMs: 120_000, env: { DEBIAN_FRONTEND: 'noninteractive' } };
      await runQuietly('apt-get', ['update', '-qq'], quiet);
      await runQuietly(
        'apt-get',
        ['install', '-qq', '-y', '--no-install-recommends', ...packages],
        quiet,
      );
    },
  };
}

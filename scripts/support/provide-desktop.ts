/** Finds or installs what tests need of a Linux desktop, and of a server before it. */
import { existsSync } from 'node:fs';
import { runQuietly } from '../provide-chromium.ts';

/** Programs, and the Debian packages they come in. */
const wanted: Readonly<Record<string, string>> = {
  '/usr/bin/dbus-daemon': 'dbus-daemon',
  '/usr/bin/dunst': 'dunst',
  '/usr/bin/Xvfb': 'xvfb',
  '/usr/sbin/nginx': 'nginx-light',
  '/usr/bin/openssl': 'openssl',
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
  return `Toasts and webhooks are not tested with ${after.join(', ')}, which cannot be installed here.`;
}

function ownSteps(): DesktopSteps {
  return {
    isLinux: process.platform === 'linux',
    has: existsSync,
    canInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    install: async (packages) => {
      // As in rescue mode: none of them is to be started as a service of this computer.
      const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
      const quiet = { timeoutMs: 120_000, env };
      await runQuietly('apt-get', ['update', '-qq'], quiet);
      await runQuietly(
        'apt-get',
        ['install', '-qq', '-y', '--no-install-recommends', ...packages],
        quiet,
      );
    },
  };
}

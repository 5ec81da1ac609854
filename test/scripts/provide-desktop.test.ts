import { expect, it } from 'vitest';
import { type DesktopSteps, provideDesktop } from '../../scripts/support/provide-desktop.ts';

const server = ['/usr/sbin/nginx', '/usr/bin/openssl'];
const programs = ['/usr/bin/dbus-daemon', '/usr/bin/dunst', '/usr/bin/Xvfb', ...server];

/** A machine with these programs, where packages bring those. */
function machine(there: readonly string[], brought: readonly string[], isRoot = true) {
  const found = new Set(there);
  const installed: (readonly string[])[] = [];
  const steps: DesktopSteps = {
    isLinux: true,
    has: (path) => found.has(path),
    canInstallPackages: isRoot,
    install: async (packages) => {
      installed.push(packages);
      for (const path of brought) found.add(path);
    },
  };
  return { steps, installed };
}

it('says nothing where all is there, and nothing elsewhere than on Linux', async () => {
  const { steps, installed } = machine(programs, []);
  expect(await provideDesktop(steps)).toBeNull();
  expect(await provideDesktop({ ...machine([], []).steps, isLinux: false })).toBeNull();
  expect(installed).toEqual([]);
});

it('installs what is missing, and only that', async () => {
  const { steps, installed } = machine(['/usr/bin/dbus-daemon', ...server], programs);
  expect(await provideDesktop(steps)).toBe('Desktop: packages installed, dunst, xvfb');
  expect(installed).toEqual([['dunst', 'xvfb']]);
});

it.each([true, false])('says what is not tested where it cannot, as root: %s', async (isRoot) => {
  const { steps, installed } = machine(
    ['/usr/bin/dbus-daemon', '/usr/bin/Xvfb', ...server],
    [],
    isRoot,
  );
  expect(await provideDesktop(steps)).toBe(
    'Toasts and webhooks are not tested with dunst, which cannot be installed here.',
  );
  expect(installed).toHaveLength(isRoot ? 1 : 0);
});

import { expect, it } from 'vitest';
import { installationOf, type InstallationSigns } from '../../../src/core/updates/installation.ts';

const appImage = '/home/ada/Drivebell.AppImage';
const linux = {
  platform: 'linux',
  isPackaged: true,
  packageType: null,
  appImage: null,
} as const;

it.each<[string, Partial<InstallationSigns>, string]>([
  ['an AppImage', { appImage }, 'self'],
  ['an unpacked archive', {}, 'archive'],
  ['a deb package', { packageType: 'deb' }, 'deb'],
  ['an rpm package, with the end of its line', { packageType: 'rpm\n' }, 'rpm'],
  ['a package of a system that is not ours', { packageType: 'pacman' }, 'other-package'],
  ['a deb package that calls itself an AppImage', { packageType: 'deb', appImage }, 'deb'],
  ['Windows', { platform: 'win32' }, 'self'],
  ['macOS', { platform: 'darwin' }, 'self'],
  ['what runs from its sources', { isPackaged: false, appImage }, 'development'],
  [
    'what runs from its sources on Windows',
    { isPackaged: false, platform: 'win32' },
    'development',
  ],
])('%s', (_what, signs, installation) => {
  expect(installationOf({ ...linux, ...signs })).toBe(installation);
});

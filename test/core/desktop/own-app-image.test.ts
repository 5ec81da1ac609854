import { expect, it } from 'vitest';
import { ownAppImage } from '../../../src/core/desktop/own-app-image.ts';

const plain = '/opt/Drivebell/drivebell';

it.each([
  ['a package', {}, plain, null],
  [
    'an AppImage',
    { APPIMAGE: '/home/ada/Drivebell 1.AppImage', APPDIR: '/tmp/.mount_Drive' },
    '/tmp/.mount_Drive/drivebell',
    '/home/ada/Drivebell 1.AppImage',
  ],
  [
    'an AppImage unpacked for the run',
    { APPIMAGE: '/home/ada/Drivebell.AppImage' },
    '/tmp/appimage_extracted_1/drivebell',
    '/home/ada/Drivebell.AppImage',
  ],
  [
    "what another program's AppImage has started",
    { APPIMAGE: '/home/ada/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' },
    plain,
    null,
  ],
  [
    "what another program's AppImage has started, mounted under a like name",
    { APPIMAGE: '/home/ada/Editor.AppImage', APPDIR: '/tmp/.mount_Drive' },
    '/tmp/.mount_Drivebell/drivebell',
    null,
  ],
  ['a relative APPIMAGE', { APPIMAGE: 'Drivebell.AppImage' }, plain, null],
  ['an empty APPIMAGE', { APPIMAGE: '' }, plain, null],
])('%s', (_what, environment, execPath, image) => {
  expect(ownAppImage(environment, execPath)).toBe(image);
});

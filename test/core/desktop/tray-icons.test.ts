import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { trayIconFile, trayIconName, trayIcons } from '../../../src/core/desktop/tray-icons.ts';

const assets = join(import.meta.dirname, '../../../assets/tray');

it.each([
  [{ shape: 'plain', paused: false, unread: false }, 'plain'],
  [{ shape: 'hollow', paused: true, unread: false }, 'hollow-paused'],
  [{ shape: 'slash', paused: true, unread: true }, 'slash-paused-unread'],
  [{ shape: 'exclamation', paused: true, unread: false }, 'exclamation'],
  [{ shape: 'exclamation', paused: true, unread: true }, 'exclamation-unread'],
] as const)('%j is called %s', (icon, name) => {
  expect(trayIconName(icon)).toBe(name);
});

it('lists every icon once', () => {
  const names = trayIcons.map((icon) => trayIconName(icon));
  expect(names).toHaveLength(14);
  expect(new Set(names).size).toBe(14);
});

it('names files that are there, at both sizes where Electron looks for two', () => {
  const files = trayIcons.flatMap((icon) => {
    const mac = trayIconFile('darwin', icon);
    return [
      mac,
      mac.replace('.png', '@2x.png'),
      trayIconFile('win32', icon),
      trayIconFile('linux', icon),
      trayIconFile('linux', icon).replace('.png', '@2x.png'),
    ];
  });
  expect(files.filter((file) => !existsSync(join(assets, file)))).toEqual([]);
});

it('calls a macOS icon a template', () => {
  const icon = { shape: 'plain', paused: false, unread: true } as const;
  expect(trayIconFile('darwin', icon)).toBe('darwin/plain-unreadTemplate.png');
  expect(trayIconFile('linux', icon)).toBe('linux/plain-unread.png');
  expect(trayIconFile('freebsd', icon)).toBe('linux/plain-unread.png');
});

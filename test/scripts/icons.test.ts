import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { trayIconFile, trayIconName, trayIcons } from '../../src/core/desktop/tray-icons.ts';
import { renderIcons, trayColours } from '../../scripts/icons.ts';
import { root } from '../../scripts/support/root.ts';

const tray = join(root, 'assets/tray');
const rendered = renderIcons();

it('has every icon in the repository as the drawings make it (else: npm run icons)', () => {
  const stale = [...rendered].filter(
    ([path, bytes]) =>
      !existsSync(join(root, path)) || !readFileSync(join(root, path)).equals(bytes),
  );
  expect(stale.map(([path]) => path)).toEqual([]);
});

it('has no tray icon that nothing draws', () => {
  const files = readdirSync(tray, { recursive: true, encoding: 'utf8' })
    .map((name) => `assets/tray/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(png|ico)$/.test(name));
  expect(files.filter((name) => !rendered.has(name))).toEqual([]);
});

it('names an icon for every state, and no pause beside an exclamation mark', () => {
  expect(trayIcons.map(trayIconName)).toEqual([
    'plain',
    'plain-unread',
    'plain-paused',
    'plain-paused-unread',
    'hollow',
    'hollow-unread',
    'hollow-paused',
    'hollow-paused-unread',
    'slash',
    'slash-unread',
    'slash-paused',
    'slash-paused-unread',
    'exclamation',
    'exclamation-unread',
  ]);
  const trouble = { shape: 'exclamation', paused: true, unread: false } as const;
  expect(trayIconName(trouble)).toBe('exclamation');
});

it('finds a file of the right kind and size on each system', () => {
  for (const icon of trayIcons) {
    expect(pngSize(trayIconFile('darwin', icon))).toBe(16);
    expect(pngSize(trayIconFile('darwin', icon).replace('.png', '@2x.png'))).toBe(32);
    expect(icoSizes(trayIconFile('win32', icon))).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
    expect(pngSize(trayIconFile('linux', icon))).toBe(22);
    expect(pngSize(trayIconFile('linux', icon).replace('.png', '@2x.png'))).toBe(44);
  }
});

it('draws no two states alike', () => {
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    const looks = trayIcons.map((icon) =>
      readFileSync(join(tray, trayIconFile(platform, icon))).toString('base64'),
    );
    expect(new Set(looks).size).toBe(trayIcons.length);
  }
});

it.each(Object.entries(trayColours))('sees %s on light, dark and black panels', (_, colour) => {
  for (const panel of ['#ffffff', '#eff0f1', '#31363b', '#202020', '#000000']) {
    expect(contrast(colour, panel)).toBeGreaterThanOrEqual(3);
  }
});

function pngSize(path: string): number {
  const bytes = readFileSync(join(tray, path));
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return bytes.readUInt32BE(16);
}

function icoSizes(path: string): readonly number[] {
  const bytes = readFileSync(join(tray, path));
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => {
    const start = bytes.readUInt32LE(6 + 16 * index + 12);
    return bytes.readUInt32BE(start + 16);
  });
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

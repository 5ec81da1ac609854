/** Renders every icon from `assets/icons/*.svg`; the results are committed. `node scripts/icons.ts` */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { overlayFile, type OverlayName, overlayNames } from '../src/core/desktop/overlay-icons.ts';
import { linuxTraySize, trayIconFile, trayIcons } from '../src/core/desktop/tray-icons.ts';
import type { TrayIcon } from '../src/core/desktop/tray-icons.ts';
import { icnsFile, icoFile } from './icons/containers.ts';
import {
  document,
  type Drawing,
  type Palette,
  parseDrawing,
  trayContent,
} from './icons/drawing.ts';
import { parseOptions } from './support/options.ts';
import { root } from './support/root.ts';

const source = (name: string): string => readFileSync(join(root, 'assets/icons', name), 'utf8');

const black: Palette = { slab: '#000', bell: '#000', bars: '#000', mark: '#000', dot: '#000' };
const grey = '#7f7f7f';

/** Mid tones: at least 3:1 on white, on a dark panel and on black, as one file must serve all. */
export const trayColours = { drive: '#2581d8', quiet: grey, mark: '#c96a00', dot: '#e34850' };

const live: TrayIcon = { shape: 'plain', paused: false, unread: false };
const smallAppPalette: Palette = { ...black, slab: '#1f7ed6', bell: '#f2a100' };

/** Sizes at which a drawing's lines fall on whole pixels: size → grid and margin. */
const grids: Readonly<Record<number, readonly [grid: number, margin: number]>> = {
  16: [16, 0],
  20: [20, 0],
  22: [22, 0],
  24: [22, 1],
  32: [16, 0],
  40: [20, 0],
  44: [22, 0],
  48: [22, 1],
  64: [16, 0],
  256: [16, 0],
};

/** Every icon file's bytes by its path in the repository. */
export function renderIcons(): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const icon of trayIcons) renderTray(icon, files);
  for (const name of overlayNames) renderOverlay(name, files);
  renderApp(files);
  return files;
}

function renderTray(icon: TrayIcon, files: Map<string, Buffer>): void {
  const put = (path: string, bytes: Buffer): void => void files.set(`assets/tray/${path}`, bytes);
  const coloured = (size: number): Buffer => trayPng(icon, palette(icon), size);
  const mac = trayIconFile('darwin', icon);
  put(mac, trayPng(icon, black, 16));
  put(doubled(mac), trayPng(icon, black, 32));
  const icoSizes = [16, 20, 24, 32, 40, 48, 64, 256];
  put(
    trayIconFile('win32', icon),
    icoFile(icoSizes.map((size) => ({ size, png: coloured(size) }))),
  );
  const linux = trayIconFile('linux', icon);
  put(linux, coloured(linuxTraySize));
  put(doubled(linux), coloured(2 * linuxTraySize));
}

function renderOverlay(name: OverlayName, files: Map<string, Buffer>): void {
  const drawing = parseDrawing(source('overlay.svg'));
  const content =
    `<g fill="#c4314b">${drawing.part('disc')}</g>` +
    `<g fill="none" stroke="#fff" stroke-width="1.6">${drawing.part(name)}</g>`;
  const path = `assets/tray/${overlayFile(name)}`;
  files.set(path, png(document(drawing, content), 16));
  files.set(doubled(path), png(document(drawing, content), 32));
}

function renderApp(files: Map<string, Buffer>): void {
  const app = source('app.svg');
  const art = /<defs>.*<\/g>(?=\s*<\/svg>)/s.exec(app)?.[0] ?? '';
  const mac = source('app-mac.svg').replace(
    /<g id="art" (transform="[^"]*")\/>/,
    (_, place: string) => `<g ${place}>${art}</g>`,
  );
  const appPng = (size: number): Buffer =>
    size < 48 ? trayPng(live, smallAppPalette, size) : png(app, size);
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    files.set(`build/icons/${size}x${size}.png`, appPng(size));
  }
  files.set('build/icon.png', appPng(1024));
  const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
  files.set('build/icon.ico', icoFile(icoSizes.map((size) => ({ size, png: appPng(size) }))));
  files.set(
    'build/icon.icns',
    icnsFile((size) => png(mac, size)),
  );
}

function palette({ shape, paused }: TrayIcon): Palette {
  const { drive, quiet, mark, dot } = trayColours;
  const slab = shape === 'plain' || shape === 'hollow' ? drive : quiet;
  return { slab, bell: slab, bars: paused ? quiet : slab, mark, dot };
}

const drawings = new Map<number, Drawing>();

function trayPng(icon: TrayIcon, colours: Palette, size: number): Buffer {
  const [grid, margin] = grids[size] ?? [16, 0];
  const drawing = drawings.get(grid) ?? parseDrawing(source(`tray-${grid}.svg`));
  drawings.set(grid, drawing);
  return png(document(drawing, trayContent(drawing, icon, colours), margin), size);
}

function png(svg: string, size: number): Buffer {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
  });
  return image.render().asPng();
}

const doubled = (path: string): string => path.replace(/\.png$/, '@2x.png');

if (import.meta.main) {
  parseOptions({});
  rmSync(join(root, 'assets/tray'), { recursive: true, force: true });
  const files = renderIcons();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  console.log(`${files.size} icon files rendered.`);
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../support/root.ts';
import { areAlike } from './png.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

const picturesDir = join(root, 'docs', 'screenshots');

export function fileOf(name: string, scheme: Scheme): string {
  return `${name}-${scheme}.png`;
}

/** Writes a picture, unless the one that is there looks the same. */
export function keep(name: string, scheme: Scheme, png: Buffer): void {
  const file = fileOf(name, scheme);
  const path = join(picturesDir, file);
  const isSame = existsSync(path) && areAlike(readFileSync(path), png);
  if (!isSame) {
    mkdirSync(picturesDir, { recursive: true });
    writeFileSync(path, png);
  }
  console.log(isSame ? `${file}: unchanged` : file);
}

/** The window as it is, in light and in dark. */
export async function capture(window: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await drawn(window);
    const png = await window.screenshot({ animations: 'disabled', caret: 'hide' });
    keep(name, colorScheme, png);
  }
}

const untilDrawn = `document.fonts.ready
  .then(() => new Promise(requestAnimationFrame))
  .then(() => new Promise(requestAnimationFrame))`;

/** Two frames later all that was asked for is on the screen. */
export async function drawn(window: Page): Promise<void> {
  await window.evaluate(untilDrawn);
}

import { afterEach } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createTranslate } from './words.ts';
import { Root, type RootProps } from '../../../src/renderer/root.tsx';
import '../../../src/renderer/style.css';
import type { FakeDrivebell } from './fake-drivebell.ts';
import { serve } from './main-process.ts';
import { now } from './samples.ts';

/** Longer than any test: rows are read only where a test says so. */
const never = 2_000_000_000;

type Options = Partial<
  Pick<RootProps, 'api' | 'locale' | 'readAfterMs' | 'nonce' | 'clock' | 'beginning'>
> & {
  width?: number;
  height?: number;
};

/** The whole window as main.tsx draws it, in front of a fake main process. */
export async function openWindow(fake: FakeDrivebell, options: Options = {}): Promise<void> {
  const { width = 960, height = 680, locale = 'en-GB', readAfterMs = never, nonce } = options;
  const { clock = standing, api = serve(fake), beginning = null } = options;
  await page.viewport(width, height);
  const container = document.createElement('div');
  container.id = 'root';
  document.body.append(container);
  places.push(container);
  const t = createTranslate(locale);
  const props = { api, locale, t, readAfterMs, clock, nonce, beginning };
  await render(<Root {...props} />, { container });
}

const places: HTMLElement[] = [];
const standing = (): number => now;

afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

/** Rows drawn, and those only. */
export const drawnRows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-row]'),
];

export function scroller(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[role="region"]');
  if (!found) throw new Error('the activity list is not shown');
  return found;
}

import { expect } from 'vitest';
import { FocusKept } from '../../../src/renderer/lazy-pages.tsx';
import { settled } from './settled.ts';

/** What comes once the first content is drawn has come. */
export async function atHand(): Promise<void> {
  await expect.poll(() => FocusKept.isLoaded('en-GB')).toBe(true);
  // Loaded before, it is still drawn only once there is time for it, a second later at most. Without a limit of its
  // own Chromium may never have time for this page.
  await settled();
  await new Promise((idle) => requestIdleCallback(idle, { timeout: 1500 }));
  await settled();
}

import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { loadAllWords } from '../../../src/renderer/all-words.ts';
import type { FakeDrivebell } from './fake-drivebell.ts';
import { gallery } from './gallery.ts';
import { openWindow } from './open-window.tsx';
import { activityScenes } from './scenes/activity.ts';
import { drivesScenes } from './scenes/drives.ts';
import { Hand, type Scene } from './scenes/scene.ts';
import { settingsScenes } from './scenes/settings.ts';
import { signInScenes } from './scenes/sign-in.ts';

const plain = Object.entries(gallery).map(([name, of]): [string, Scene] => {
  const place = (['drives', 'settings'] as const).find((one) => name.startsWith(one));
  return [name, place ? { of, act: (hand) => hand.goTo(place) } : { of }];
});

export const scenes: ReadonlyMap<string, Scene> = new Map([
  ...plain,
  ...Object.entries({ ...activityScenes, ...drivesScenes, ...signInScenes, ...settingsScenes }),
]);

/** Draws a scene in the words of a locale. */
export async function show(
  { of, act }: Scene,
  locale: string,
  size: { readonly width?: number; readonly height?: number } = {},
): Promise<FakeDrivebell> {
  const fake = of();
  await openWindow(fake, { locale, ...size });
  await expect.element(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await act?.(new Hand(await loadAllWords(locale)));
  return fake;
}

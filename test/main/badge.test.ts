import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { Badge } from '../../src/main/badge.ts';
import { createTranslate } from '../../src/main/words.ts';
import { resetElectron, seen } from './support/electron.ts';

beforeEach(resetElectron);

/** What the taskbar's button was marked with, as these were unread one after the other. */
function marks(platform: NodeJS.Platform, unread: readonly number[]): readonly unknown[] {
  const heard: unknown[] = [];
  const window = { setOverlay: (overlay: unknown) => heard.push(overlay) };
  const badge = new Badge({ t: createTranslate('en'), platform, iconsDir: '/icons', window });
  for (const count of unread) badge.draw(count);
  return heard;
}

it.each(['linux', 'darwin'] as const)('counts on the icon on %s, told once', (platform) => {
  expect(marks(platform, [0, 3, 3, 12, 0])).toEqual([]);
  expect(seen.badges).toEqual([3, 12, 0]);
});

it('marks the button of the window on Windows, in words too', () => {
  const mark = (file: string, description: string): object => ({
    iconPath: join('/icons/win32', file),
    description,
  });
  expect(marks('win32', [0, 1, 9, 9, 10, 1200, 0])).toEqual([
    mark('overlay-one.png', '1 unread change'),
    mark('overlay-nine.png', '9 unread changes'),
    mark('overlay-more.png', '10 unread changes'),
    mark('overlay-more.png', '1,200 unread changes'),
    null,
  ]);
  expect(seen.badges).toEqual([]);
});

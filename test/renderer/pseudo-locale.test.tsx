import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { en } from '../../src/shared/texts/en.ts';
import { enLater } from '../../src/shared/texts/en-later.ts';
import { knownTexts, noteIntl, unknownIn } from './support/known-texts.ts';
import { pseudoWords } from './support/pseudo.ts';
import { clippedTexts, saidTexts } from './support/read-texts.ts';
import { scenes, show } from './support/scenes.ts';
import type { Scene } from './support/scenes/scene.ts';
import { settled } from './support/settled.ts';

/** English, but for its words and its digits: who reads neither finds all that comes from elsewhere. */
const locale = 'en-GB-u-nu-arab';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** As it opens, that zoomed to twice its size, as small as it gets, and that with room for all of a list. */
const sizes: readonly Size[] = [
  { width: 960, height: 680 },
  { width: 480, height: 340 },
  { width: 560, height: 480 },
  { width: 560, height: 2400 },
];

/** A menu stays with its button, which may leave the window that is made smaller. */
const cases = [...scenes].flatMap(([name, scene]): readonly [string, Scene, readonly Size[]][] =>
  scene.floats
    ? sizes.map((size) => [`${name}, ${nameOf(size)}`, scene, [size]])
    : [[name, scene, sizes]],
);

function nameOf({ width, height }: Size): string {
  return `${width} × ${height}`;
}

beforeAll(() => {
  Object.assign(en, pseudoWords(en));
  Object.assign(enLater, pseudoWords(enLater));
  noteIntl();
});

test.each(cases)('%s: all can be read, and comes from the catalogue', async (_name, scene, at) => {
  const fake = await show(scene, locale, at[0]);
  const clipped: string[] = [];
  for (const size of at) {
    await page.viewport(size.width, size.height);
    await settled();
    clipped.push(...clippedTexts().map((text) => `${nameOf(size)}: ${text}`));
  }
  const known = await knownTexts(fake);
  const strangers = saidTexts().filter((text) => /[A-Za-z0-9]/u.test(unknownIn(text, known)));
  expect({ strangers, clipped }).toEqual({ strangers: [], clipped: [] });
});

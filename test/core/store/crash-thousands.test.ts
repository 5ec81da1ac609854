import { expect, it } from 'vitest';
import { afterEachKill, undisturbed } from '../support/crash-images.ts';
import { thousands } from '../support/crash-scenes.ts';
import { TemporaryFolder } from '../support/model-store.ts';

it('2,500 changes killed before any write are each told once, of whatever kind they are', async () => {
  using folder = new TemporaryFolder();
  const expected = await undisturbed(thousands, folder.path);
  const left = await afterEachKill(thousands, folder.path);
  expect(left.length).toBeGreaterThan(1);
  for (const all of left) expect(all).toEqual(expected);
});

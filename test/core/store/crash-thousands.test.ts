import { expect, it } from 'vitest';
import { afterEachKill, undisturbed } from '../support/crash-images.ts';
import { thousands } from '../support/crash-scenes.ts';
import { TemporaryFolder } from '../support/model-store.ts';

interface Told {
  readonly told: readonly object[];
}

/** What was lost with a folder written before the crash: how much it took with it, and old places in it. */
function withoutPlaces({ told }: Told): readonly object[] {
  return told.map((row) => ({ ...row, descendants: 0, place: [], oldPlace: null }));
}

it('2,500 changes killed before any write are each told once, of whatever kind they are', async () => {
  using folder = new TemporaryFolder();
  const expected = (await undisturbed(thousands, folder.path)) as Told;
  const left = (await afterEachKill(thousands, folder.path)) as readonly Told[];
  expect(left.length).toBeGreaterThan(1);
  for (const all of left) expect(withoutPlaces(all)).toEqual(withoutPlaces(expected));
});

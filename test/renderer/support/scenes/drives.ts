import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { FoundPage, Search } from '../../../../src/shared/finding.ts';
import type { FakeDrivebell } from '../fake-drivebell.ts';
import { everything } from '../everything.ts';
import { gallery } from '../gallery.ts';
import { found, foundPage } from '../samples.ts';
import { failing } from './failing.ts';
import { type Hand, inDialog, type Scenes } from './scene.ts';

/** What is there once something has been done. */
export const drivesScenes: Scenes = {
  'menu of a drive': {
    of: gallery.drives,
    act: async (hand) => {
      await hand.goTo('drives');
      await hand.press('drives.menu', { drive: 'Money' });
      await hand.sees('menu');
    },
    floats: true,
  },
  'menu of a drive, where there is a webhook': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('drives');
      await hand.press('drives.menu', { drive: 'Finance' });
      await hand.sees('menu');
    },
    floats: true,
  },
  'question before stopping': {
    of: gallery.drives,
    act: async (hand) => {
      await hand.goTo('drives');
      await hand.press('drives.menu', { drive: 'Money' });
      await hand.choose('drives.stop');
      await hand.sees('alertdialog');
    },
  },
  'name of a drive': {
    of: gallery.drives,
    act: async (hand) => {
      await hand.goTo('drives');
      await hand.press('drives.menu', { drive: 'Money' });
      await hand.choose('drives.rename');
      await expect.element(inDialog().getByRole('textbox')).toBeVisible();
    },
  },
  'adding a drive': {
    of: gallery.drives,
    act: async (hand) => {
      await hand.goTo('drives');
      await hand.press('drives.add');
      await expect.element(page.getByRole('checkbox').first()).toBeVisible();
    },
  },
  'adding a site': {
    of: sites,
    act: async (hand) => {
      await add(hand, 'find.way.sites');
      await expect.element(inDialog().getByRole('button', { name: 'Finance' })).toBeVisible();
    },
  },
  'adding the drive of a group': {
    of: sites,
    act: async (hand) => {
      await add(hand, 'find.way.groups');
      await expect.element(inDialog().getByRole('button', { name: 'Finance' })).toBeVisible();
    },
  },
  'adding what is inside a library': {
    of: sites,
    act: async (hand) => {
      await add(hand, 'find.way.sites');
      await inDialog().getByRole('button', { name: 'Finance' }).click();
      await hand.press('find.browse', { name: 'Finance / Documents' });
      await expect.element(inDialog().getByRole('checkbox').last()).toBeVisible();
    },
  },
  'adding by a link that leads nowhere': {
    of: () => failing(gallery.drives(), 'find', 'link-not-found'),
    act: async (hand) => {
      await add(hand, 'find.way.link');
      await inDialog().getByRole('textbox').fill('https://contoso.sharepoint.com/x');
      await hand.press('find.look-up');
      await expect
        .element(inDialog().getByText(hand.t('find.link-not-found')).first())
        .toBeVisible();
    },
  },
};

async function add(
  hand: Hand,
  way: 'find.way.sites' | 'find.way.groups' | 'find.way.link',
): Promise<void> {
  await hand.goTo('drives');
  await hand.press('drives.add');
  await inDialog()
    .getByRole('tab', { name: hand.t(way) })
    .click();
}

function sites(): FakeDrivebell {
  const fake = gallery.drives();
  const library = found('w-lib', { kind: 'library', name: 'Finance / Documents' });
  const site = found('p-fin', { kind: 'site', name: 'Finance' });
  const pages: readonly (readonly [Search, FoundPage])[] = [
    [{ what: 'followed-sites' }, foundPage([site], { nameless: 2, next: 7 })],
    [{ what: 'groups' }, foundPage([{ ...site, kind: 'group' }])],
    [{ what: 'libraries', foundId: 'p-fin' }, foundPage([library])],
    [
      { what: 'inside', foundId: 'w-lib' },
      foundPage([found('w-1', { watched: true }), found('w-2')]),
    ],
  ];
  for (const [search, page] of pages) fake.foundPages.set(JSON.stringify(search), page);
  return fake;
}

import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ActivityFilter } from '../../../../src/shared/activity-query.ts';
import { FakeDrivebell } from '../fake-drivebell.ts';
import { everything } from '../everything.ts';
import { gallery } from '../gallery.ts';
import { everyKind } from '../one-of-each.ts';
import { snapshot } from '../samples.ts';
import { failing } from './failing.ts';
import { type Hand, inDialog, type Scenes } from './scene.ts';

const narrow: ActivityFilter = {
  kinds: ['edited', 'created', 'renamed'],
  drives: ['finance'],
  person: 'Maria Lindqvist',
  unreadOnly: true,
};
const row = { name: 'Offer Fabrikam.docx' };

/** What is there once something has been done. */
export const activityScenes: Scenes = {
  'search that finds': {
    of: gallery.activity,
    act: async (hand) => {
      await hand.find('searchbox', 'activity.search').fill('Budget');
      await expect.element(page.getByText(hand.t('activity.search.end'))).toBeVisible();
    },
  },
  'search that finds nothing': {
    of: gallery.activity,
    act: async (hand) => {
      await hand.find('searchbox', 'activity.search').fill('nowhere');
      await expect
        .element(page.getByText(hand.t('activity.search.nothing', { text: 'nowhere' })).first())
        .toBeVisible();
    },
  },
  'menu of a row': {
    of: gallery.activity,
    act: openMenu,
    floats: true,
  },
  'menus of a mute': {
    of: gallery.activity,
    act: async (hand) => {
      await openMenu(hand);
      await hand.choose('row.mute');
      await hand.choose('row.mute.file');
      await expect.element(hand.find('menuitem', 'row.mute.always')).toBeVisible();
    },
    floats: true,
  },
  'what follows a mute': {
    of: gallery.activity,
    act: async (hand) => {
      await openMenu(hand);
      await hand.choose('row.mute');
      await hand.choose('row.mute.in-folder', { name: '2026' });
      await hand.choose('row.mute.today');
      await expect.element(hand.find('button', 'app.undo')).toBeVisible();
    },
  },
  'why a change was told': {
    of: everything,
    act: async (hand) => {
      await openMenu(hand);
      await hand.choose('row.why');
      await expect.element(inDialog().getByText(hand.t('why.told'))).toBeVisible();
    },
  },
  'rule from a change': {
    of: gallery.activity,
    act: async (hand) => {
      await openMenu(hand);
      await hand.choose('row.new-rule');
      await hand.sees('dialog');
    },
  },
  'row with the focus': {
    of: gallery.activity,
    act: async () => {
      const row = page.getByRole('listitem').filter({ hasText: 'Offer Fabrikam' });
      await expect.element(row).toBeVisible();
      row.element().focus();
      await expect.element(row.getByRole('button').first()).toHaveStyle({ opacity: '1' });
    },
  },
  'failed request': {
    of: () => failing(gallery.activity(), 'openItem', 'link-not-allowed'),
    act: async (hand) => {
      await hand.press('activity.open-named', row);
      await expect.element(page.getByRole('alert')).toBeVisible();
    },
  },
  'filter and groups': {
    of: gallery.activity,
    act: async (hand) => {
      await hand.press('activity.filter');
      await hand.sees('dialog');
    },
    floats: true,
  },
  'narrowed by much': {
    of: () => new FakeDrivebell({ snapshot: snapshot({ filter: narrow }), rows: everyKind }),
    act: (hand) => expect.element(hand.find('button', 'filter.clear')).toBeVisible(),
  },
  'filter in use': {
    of: () => new FakeDrivebell({ snapshot: snapshot({ filter: narrow }), rows: everyKind }),
    act: async (hand) => {
      await hand.press('activity.filter');
      await hand.sees('dialog');
    },
    floats: true,
  },
  'by person': {
    of: gallery.activity,
    act: async (hand) => {
      await hand.press('activity.filter');
      await hand.find('radio', 'filter.group.person').click();
      await userEvent.keyboard('{Escape}');
      await expect.element(hand.find('list', 'groups.person')).toBeVisible();
    },
  },
};

/** In a narrow window only the row that is pointed at has its buttons. */
async function openMenu(hand: Hand): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: 'Offer Fabrikam' }).hover();
  await hand.press('activity.menu', row);
}

import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { everything } from '../everything.ts';
import { gallery } from '../gallery.ts';
import { FakeDrivebell } from '../fake-drivebell.ts';
import { snapshot, updates } from '../samples.ts';
import { type Hand, inDialog, type Scene, type Scenes } from './scene.ts';
import type { UpdateState } from '../../../../src/shared/updates.ts';

const updateStates: readonly UpdateState[] = [
  { state: 'elsewhere', installation: 'deb' },
  { state: 'looking' },
  { state: 'found', version: '1.1.0' },
  { state: 'ready', version: '1.1.0' },
  { state: 'installing', version: '1.1.0' },
  { state: 'failed', failure: 'feed-foreign' },
];

/** What is there once something has been done. */
export const settingsScenes: Scenes = {
  'settings from top to bottom': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.openDetails();
    },
  },
  'wish that makes no sense': {
    of: gallery['settings-wishes'],
    act: async (hand) => {
      await hand.goTo('settings');
      const items = page.getByLabelText(hand.t('wish.alarm.items'), { exact: true });
      await items.fill('none');
      await expect.element(items).toBeInvalid();
    },
  },
  'question before removing an account': {
    of: gallery.settings,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('settings.account.menu', { username: 'alex@contoso.com' });
      await hand.choose('settings.account.remove');
      await hand.sees('alertdialog');
    },
  },
  'menu of an account': {
    of: gallery.settings,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('settings.account.menu', { username: 'alex.wilber@outlook.com' });
      await hand.sees('menu');
    },
    floats: true,
  },
  'change of a client ID': {
    of: gallery.settings,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('settings.registration.change-named', { cloud: hand.t('cloud.global') });
      await hand.sees('dialog');
    },
  },
  'menu of a rule': {
    of: gallery['settings-rules'],
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.ruleMenu();
      await hand.sees('menu');
    },
    floats: true,
  },
  'rule filled in wrongly': {
    of: gallery['settings-rules'],
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('rules.add');
      await hand.find('radio', 'rule-dialog.certain').click();
      await inDialog().getByRole('combobox').last().selectOptions('day');
      await hand.press('rule-dialog.save');
      await expect.element(page.getByText(hand.t('rule-dialog.kinds-missing'))).toBeVisible();
    },
  },
  'hook that is a program': hooked('hook.command'),
  'hook that is an address': hooked('hook.post'),
  report: {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('diagnostics.report');
      await expect.element(inDialog().getByRole('textbox')).toBeVisible();
    },
  },
  'licences of others': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('about.licences');
      await inDialog().getByText(/zod/u).click();
      await expect.element(inDialog().getByText(/Redistribution/u)).toBeVisible();
    },
  },
  'notification that was tried out': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('diagnostics.test');
      await expect.element(page.getByText(hand.t('diagnostics.tested')).first()).toBeVisible();
    },
  },
  ...Object.fromEntries(
    updateStates.map((update) => [
      `settings where an update is ${update.state}`,
      {
        of: () => new FakeDrivebell({ snapshot: snapshot({ updates: updates(update) }) }),
        act: (hand: Hand) => hand.goTo('settings'),
      },
    ]),
  ),
  'address that Microsoft cannot reach': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('webhook.check');
      await expect.element(page.getByText(/502/u)).toBeVisible();
    },
  },
  'long address that Microsoft cannot reach': {
    of: () => {
      const url = `https://bell.example.com/drivebell/${'c'.repeat(700)}`;
      const webhook = { url, port: 8765, use: 'fallback' } as const;
      const fake = new FakeDrivebell({ snapshot: snapshot({ webhook }) });
      fake.webhookCheck = { how: 'silent' };
      return fake;
    },
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('webhook.check');
      await expect.element(page.getByText(/cc…cc/u)).toBeVisible();
    },
  },
  'webhook that was turned off, and a wrong port': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('webhook.turn-off');
      await expect.element(page.getByText(hand.t('webhook.off'))).toBeVisible();
      const port = page.getByLabelText(hand.t('webhook.port'), { exact: true });
      await port.fill('none');
      await expect.element(port).toBeInvalid();
    },
  },
  'question before clearing the history': {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.press('data.clear');
      await hand.sees('alertdialog');
    },
  },
};

function hooked(way: 'hook.command' | 'hook.post'): Scene {
  return {
    of: everything,
    act: async (hand) => {
      await hand.goTo('settings');
      await hand.ruleMenu();
      await hand.choose('rules.hook');
      await hand.find('radio', way).click();
      await expect.element(hand.find('radio', way)).toBeChecked();
    },
  };
}

import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { gallery } from '../gallery.ts';
import { inDialog, type Scenes } from './scene.ts';

/** What is there once something has been done. */
export const signInScenes: Scenes = {
  'other ways to sign in': {
    of: gallery['sign-in'],
    act: async (hand) => {
      await hand.press('ways.title');
      await inDialog().getByRole('combobox').selectOptions('us-gov');
      await inDialog()
        .getByRole('button', { name: hand.t('ways.button'), exact: true })
        .click();
      await expect.element(inDialog().getByRole('textbox')).toBeInvalid();
    },
  },
  'client ID that did not work': {
    of: gallery['wrong-client-id'],
    act: async (hand) => {
      await hand.press('client-id.change');
      await expect.element(page.getByRole('textbox')).toBeVisible();
    },
  },
  'question before staying signed in': {
    of: gallery['settings-memory'],
    act: async (hand) => {
      await hand.press('weak-storage.open');
      await hand.sees('alertdialog');
    },
  },
};

import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { gallery } from './support/gallery.ts';
import { openWindow } from './support/open-window.tsx';

const styles = (): readonly HTMLStyleElement[] => [...document.querySelectorAll('style')];

test('every style written at run time carries the nonce, whatever is opened', async () => {
  const served = new Set(styles());
  await openWindow(gallery.drives(), { nonce: 'of-this-response', width: 560 });
  await page.getByRole('button', { name: 'Drives' }).first().hover();
  await page.getByRole('button', { name: 'Drives' }).first().click();
  await page.getByRole('button', { name: 'More for Money' }).click();
  await page.getByRole('menuitem', { name: 'Stop watching' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Add a drive' }).click();
  await expect.element(page.getByRole('checkbox').first()).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Other ways' }).click();
  await page.getByRole('dialog').getByRole('combobox').selectOptions('us-gov');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
  await expect.element(page.getByRole('dialog').getByRole('textbox')).toBeInvalid();
  const written = styles().filter((style) => !served.has(style));
  expect(written.length).toBeGreaterThan(2);
  expect(written.filter((style) => style.nonce !== 'of-this-response')).toEqual([]);
});

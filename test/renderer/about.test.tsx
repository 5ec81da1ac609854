import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { snapshot } from './support/samples.ts';

const react = { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is granted' };
const zod = { name: 'zod', version: '4.6.7', licence: 'ISC', text: 'Use, copy,\n  modify' };
const dialog = page.getByRole('dialog', { name: 'Third-party licences' });
const opener = page.getByRole('button', { name: 'Third-party licences…' });

async function about(): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(), startPage: 'settings' });
  fake.licences = [react, zod];
  await openWindow(fake);
  await expect.element(opener).toBeVisible();
  return fake;
}

test('says which version this is, and under which licence', async () => {
  await about();
  const section = page.getByRole('region', { name: 'About' });
  await expect.element(section.getByText(`Drivebell ${snapshot().version}`)).toBeVisible();
  await expect.element(section.getByText(/MIT licence/u)).toBeVisible();
});

test('licences of others are asked for only when they are to be read', async () => {
  const fake = await about();
  expect(fake.asked('getLicences')).toEqual([]);
  await opener.click();
  const names = dialog.getByRole('listitem');
  await expect.element(names.nth(1)).toHaveTextContent('zod 4.6.7 · ISC');
  expect(names.elements()).toHaveLength(2);
});

test('each is unfolded with the keyboard, said to be in English and drawn line by line', async () => {
  await about();
  opener.element().focus();
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const zodsName = dialog.getByText('zod 4.6.7 · ISC');
  await expect.element(zodsName).toBeVisible();
  zodsName.element().focus();
  await userEvent.keyboard('{Enter}');
  const text = dialog.getByText(/Use, copy,/u);
  await expect.element(text).toBeVisible();
  expect(text.element().closest('[lang]')?.getAttribute('lang')).toBe('en');
  expect(getComputedStyle(text.element()).whiteSpace).toContain('pre');
  expect(text.element().textContent).toBe(zod.text);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('the file of Chromium is shown, or it is said that it is not there', async () => {
  const fake = await about();
  await opener.click();
  const show = dialog.getByRole('button', { name: 'Show the file' });
  fake.fail('showChromiumLicences', 'not-found');
  await show.click();
  await expect.element(dialog.getByText('This is no longer there.')).toBeVisible();
  fake.succeed('showChromiumLicences');
  await show.click();
  await expect.element(dialog.getByText('This is no longer there.')).not.toBeInTheDocument();
  await expect.poll(() => fake.asked('showChromiumLicences')).toHaveLength(2);
});

test('licences that cannot be read are a message', async () => {
  const fake = await about();
  fake.fail('getLicences', 'internal');
  await opener.click();
  await expect.element(dialog.getByRole('alert')).toBeVisible();
});

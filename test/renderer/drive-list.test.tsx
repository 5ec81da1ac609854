import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WatchedDriveView } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { drive, snapshot } from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const menuOf = (name: string) => button(`More for ${name}`);
const item = (name: string) => page.getByRole('menuitem', { name });
const status = () => page.getByRole('status');

async function choose(drive: string, what: string): Promise<void> {
  await menuOf(drive).click();
  await item(what).click();
}

const finance = drive('it');
const sales = drive('other', { name: 'Sales' });

async function showDrives(
  drives: readonly WatchedDriveView[] = [finance, sales],
): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives }) });
  await openWindow(fake);
  await button('Drives').click();
  await expect.element(menuOf(drives[0]?.name ?? '')).toBeVisible();
  return fake;
}

describe('stopping', () => {
  const dialog = () => page.getByRole('alertdialog', { name: 'Stop watching Finance?' });
  const confirm = () => dialog().getByRole('button', { name: 'Stop watching' });

  test('asks first, and keeps the history unless told otherwise', async () => {
    const fake = await showDrives();
    await choose('Finance', 'Stop watching');
    await expect.element(dialog()).toBeVisible();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    await expect.element(menuOf('Finance')).toHaveFocus();
    expect(fake.asked('stopWatching')).toEqual([]);

    await choose('Finance', 'Stop watching');
    await confirm().click();
    await expect.poll(() => fake.asked('stopWatching')).toEqual([['it', 'keep']]);
    await expect.element(status()).toHaveTextContent('Finance is no longer watched');
  });

  test('is asked for once, however often the button is pressed while the dialog goes', async () => {
    const fake = await showDrives();
    await choose('Finance', 'Stop watching');
    await confirm().dblClick();
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    expect(fake.asked('stopWatching')).toEqual([['it', 'keep']]);
  });

  test('deletes the history where that is asked for, and asks anew each time', async () => {
    const fake = await showDrives();
    const deletes = () => dialog().getByRole('checkbox', { name: 'Also delete its activity' });
    await choose('Finance', 'Stop watching');
    await deletes().click();
    await confirm().click();
    await expect.poll(() => fake.asked('stopWatching')).toEqual([['it', 'delete']]);
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    await choose('Finance', 'Stop watching');
    await expect.element(deletes()).not.toBeChecked();
  });

  test.each([[[sales]], [[]]])('leaves the focus where one can go on: %#', async (left) => {
    const fake = await showDrives();
    await choose('Finance', 'Stop watching');
    await confirm().click();
    fake.push({ drives: left });
    await expect.poll(() => menuOf('Finance').elements()).toHaveLength(0);
    await expect.element(button('Add a drive')).toHaveFocus();
  });

  test('a stop that fails is said, and nothing else', async () => {
    const fake = await showDrives();
    fake.fail('stopWatching', 'storage-failed');
    await choose('Finance', 'Stop watching');
    await confirm().click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Finance cannot be saved/u);
    await expect.element(status()).not.toHaveTextContent('Finance is no longer watched');
  });
});

describe('renaming', () => {
  const dialog = () => page.getByRole('dialog', { name: 'Rename Finance' });
  const field = () => dialog().getByRole('textbox', { name: 'Name' });

  test('by keyboard, from the name there is', async () => {
    const fake = await showDrives();
    await choose('Finance', 'Rename…');
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('Finance');
    await expect.element(field()).toHaveAccessibleDescription(/“Finance”, as Microsoft calls it/u);
    await userEvent.keyboard('Money{Enter}');
    await expect.poll(() => fake.asked('renameDrive')).toEqual([['it', 'Money']]);
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    fake.push({ drives: [{ ...finance, name: 'Money' }, sales] });
    await expect.element(menuOf('Money')).toHaveFocus();
    const row = page.getByRole('listitem', { name: 'Money' });
    await expect.element(row.getByText(/^Finance · Library · /u)).toBeVisible();
  });

  test('back to the name that Microsoft gives', async () => {
    const fake = await showDrives([{ ...finance, microsoftName: 'Documents' }]);
    await choose('Finance', 'Rename…');
    await field().fill('');
    await expect.element(field()).toHaveAttribute('placeholder', 'Documents');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fake.asked('renameDrive')).toEqual([['it', '']]);
  });

  test('what could not be saved is said where it was typed in, and stays there', async () => {
    const fake = await showDrives();
    fake.fail('renameDrive', 'storage-failed');
    await choose('Finance', 'Rename…');
    await field().fill('Money');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog().getByText(/Finance cannot be saved/u)).toBeVisible();
    await expect.element(field()).toHaveValue('Money');
  });
});

describe('the order', () => {
  const three = [finance, sales, drive('third', { name: 'Human Resources' })];
  const names = () =>
    page
      .getByRole('list', { name: 'Watched drives' })
      .getByRole('listitem')
      .elements()
      .map((row) => row.getAttribute('aria-label'));

  test('a drive is moved by keyboard, and the focus goes with it', async () => {
    const fake = await showDrives(three);
    menuOf('Sales').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(item('Open in browser')).toHaveFocus();
    item('Move down').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.asked('moveDrive')).toEqual([['other', 'later']]);
    fake.push({ drives: [0, 2, 1].flatMap((index) => three[index] ?? []) });
    await expect.element(status()).toHaveTextContent('Now drive 3 of 3');
    expect(names()).toEqual(['Finance', 'Human Resources', 'Sales']);
    await expect.element(menuOf('Sales')).toHaveFocus();
    await choose('Sales', 'Move up');
    await expect.poll(() => fake.asked('moveDrive').at(-1)).toEqual(['other', 'earlier']);
  });

  test('the first cannot go up, nor the last down', async () => {
    await showDrives(three);
    await menuOf('Finance').click();
    await expect.element(item('Move up')).toBeDisabled();
    await expect.element(item('Move down')).not.toBeDisabled();
    await userEvent.keyboard('{Escape}');
    await menuOf('Human Resources').click();
    await expect.element(item('Move down')).toBeDisabled();
  });

  test('what was not moved is not said to be', async () => {
    const fake = await showDrives(three);
    fake.fail('moveDrive', 'storage-failed');
    await choose('Finance', 'Move down');
    await expect.element(page.getByRole('alert')).toBeVisible();
    fake.push({ drives: three.toReversed() });
    await expect.poll(names).toEqual(['Human Resources', 'Sales', 'Finance']);
    await expect.element(status()).not.toMatchTextContent(/Now drive/u);
  });
});

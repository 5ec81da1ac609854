import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Outcome } from '../../src/shared/ipc.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { pressedKeys } from '../../src/renderer/settings/pressed-keys.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { snapshot } from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = page.getByRole('alertdialog');
const field = page.getByRole('textbox', { name: 'Shortcut that opens this window' });

async function settings(fields: Partial<Snapshot> = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), startPage: 'settings' });
  await openWindow(fake);
  await expect.element(page.getByRole('region', { name: 'Your data' })).toBeVisible();
  return fake;
}

afterEach(async () => {
  if (dialog.query()) await userEvent.keyboard('{Escape}');
  await vi.waitUntil(() => dialog.query() === null, { timeout: 15_000 });
});

describe('look and language', () => {
  test('are chosen', async () => {
    const fake = await settings();
    await page.getByRole('combobox', { name: 'Theme' }).selectOptions('dark');
    await expect.poll(() => fake.asked('setTheme')).toEqual([['dark']]);
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('Deutsch');
    await page.getByRole('combobox', { name: 'Language' }).selectOptions('한국어');
    await expect.poll(() => fake.asked('setLanguage')).toEqual([['de'], ['ko']]);
  });

  test('show what was chosen', async () => {
    await settings({ theme: 'light', language: 'de' });
    await expect.element(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('light');
    await expect.element(page.getByRole('combobox', { name: 'Language' })).toHaveValue('de');
  });
});

describe('the shortcut', () => {
  test('is what is pressed in its field, and is shown in words', async () => {
    const fake = await settings();
    await expect.element(field).toHaveAttribute('placeholder', 'None');
    await field.click();
    await userEvent.keyboard('{Control>}{Alt>}d{/Alt}{/Control}');
    await expect.poll(() => fake.asked('setShortcut')).toEqual([['Control+Alt+D']]);
    fake.push({ shortcut: 'Control+Alt+D' });
    await expect.element(field).toHaveValue('Ctrl + Alt + D');
    await button('Remove shortcut').click();
    await expect.poll(() => fake.asked('setShortcut').at(-1)).toEqual([null]);
  });

  test('is all that its keys do, though they zoom elsewhere', async () => {
    const fake = await settings();
    await field.click();
    await userEvent.keyboard('{Control>}0{/Control}');
    await expect.poll(() => fake.asked('setShortcut')).toEqual([['Control+0']]);
    expect(fake.asked('zoom')).toEqual([]);
  });

  test('that cannot be had says so, and the one there was stays', async () => {
    const fake = await settings({ shortcut: 'Control+Alt+E' });
    fake.fail('setShortcut', 'shortcut-taken');
    await field.click();
    await userEvent.keyboard('{Control>}{Alt>}d{/Alt}{/Control}');
    await expect.element(field).toHaveAccessibleDescription(/Another program uses these keys/u);
    await expect.element(field).toHaveValue('Ctrl + Alt + E');
  });

  test('leaves Tab to go on', async () => {
    const fake = await settings({ shortcut: 'Control+Alt+E' });
    await field.click();
    await userEvent.keyboard('{Tab}');
    await expect.element(button('Remove shortcut')).toHaveFocus();
    expect(fake.asked('setShortcut')).toEqual([]);
  });

  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  test.each([
    [{ key: 'd', code: 'KeyD', ctrlKey: true, altKey: true }, 'linux', 'Control+Alt+D'],
    [{ key: '∂', code: 'KeyD', altKey: true, metaKey: true }, 'mac', 'Command+Alt+D'],
    [{ key: 'в', code: 'KeyD', ctrlKey: true }, 'linux', 'Control+D'],
    [{ key: 'a', code: 'KeyQ', ctrlKey: true }, 'windows', 'Control+A'],
    [{ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true }, 'linux', 'Control+Shift+1'],
    [{ key: ' ', code: 'Space', metaKey: true }, 'linux', 'Super+Space'],
    [{ key: 'F12', code: 'F12' }, 'linux', 'F12'],
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, 'linux', null],
    [{ key: 'ä', code: 'Quote', ctrlKey: true }, 'linux', null],
  ] as const)('%j on %s is %s', (pressed, system, keys) => {
    expect(pressedKeys({ ...none, ...pressed }, system)).toBe(keys);
  });
});

describe('your data', () => {
  test('settings are exported, which says so; who cancels is told nothing', async () => {
    const fake = await settings();
    fake.isFileChosen = false;
    await button('Export settings…').click();
    await expect.poll(() => fake.asked('exportSettings')).toHaveLength(1);
    await expect.element(page.getByRole('group', { name: /exported/u })).not.toBeInTheDocument();
    fake.isFileChosen = true;
    await button('Export settings…').click();
    await expect.element(page.getByRole('group', { name: /were exported/u })).toBeVisible();
  });

  test('an import is asked about first', async () => {
    const fake = await settings();
    await button('Import settings…').click();
    await expect.element(dialog).toBeVisible();
    expect(fake.asked('importSettings')).toEqual([]);
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect.element(page.getByRole('group', { name: /were imported/u })).toBeVisible();
    await expect.element(button('Import settings…')).toHaveFocus();
  });

  test('a file that is none of ours is told', async () => {
    const fake = await settings();
    fake.fail('importSettings', 'file-not-settings');
    await button('Import settings…').click();
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect.element(page.getByText(/holds no settings of Drivebell/u)).toBeVisible();
  });

  test('the history is cleared only when that is confirmed', async () => {
    const fake = await settings();
    await button('Clear the history…').click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(fake.asked('clearHistory')).toEqual([]);
    await button('Clear the history…').click();
    await dialog.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => fake.asked('clearHistory')).toHaveLength(1);
    await expect
      .element(page.getByRole('group', { name: 'The history was cleared' }))
      .toBeVisible();
  });

  test('clearing that takes a while says so, once', async () => {
    const fake = await settings();
    const answer = Promise.withResolvers<Outcome<void>>();
    vi.spyOn(fake.api, 'clearHistory').mockReturnValue(answer.promise);
    await button('Clear the history…').click();
    await dialog.getByRole('button', { name: 'Clear' }).click();
    const clearing = dialog.getByRole('button', { name: 'Clearing' });
    await expect.element(clearing).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    answer.resolve({ ok: true, value: undefined });
    await expect
      .element(page.getByRole('group', { name: 'The history was cleared' }))
      .toBeVisible();
    await expect.poll(() => dialog.elements()).toEqual([]);
    expect(vi.mocked(fake.api.clearHistory)).toHaveBeenCalledTimes(1);
  });

  test('the folder is shown', async () => {
    const fake = await settings();
    await button('Show data folder').click();
    await expect.poll(() => fake.asked('showDataFolder')).toEqual([[]]);
  });
});

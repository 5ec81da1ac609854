import axe from 'axe-core';
import type { CDPSession } from '@vitest/browser-playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { gallery } from './support/gallery.ts';
import { openWindow } from './support/open-window.tsx';

const scenes = Object.keys(gallery) as (keyof typeof gallery)[];

/** Fluent's focus guards are hidden and focusable on purpose. */
const checked = { include: ['body'], exclude: ['[data-tabster-dummy]'] };

async function violations(rules: axe.RuleObject = {}): Promise<readonly string[]> {
  await faded();
  const { violations } = await axe.run(checked, { rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Half faded in, anything lacks contrast. A spinner never ends and is not waited for. */
async function faded(): Promise<void> {
  const fades = document
    .getAnimations()
    .filter((animation) => animation.effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(fades.map((animation) => animation.finished));
}

async function prefers(scheme: 'light' | 'dark'): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  const session: CDPSession = cdp();
  await session.send('Emulation.setEmulatedMedia', { features });
}

async function showSettings(): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
}

afterEach(() => prefers('light'));

describe.each(['light', 'dark'] as const)('no axe violations, %s', (scheme) => {
  test.each(scenes)('%s', async (scene) => {
    await prefers(scheme);
    await openWindow(gallery[scene]());
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (scene.startsWith('drives'))
      await page.getByRole('button', { name: 'Drives' }).first().click();
    if (scene.startsWith('settings')) await showSettings();
    expect(await violations()).toEqual([]);
  });
});

describe('no axe violations with something open', () => {
  const drivesPage = async (): Promise<void> => {
    await openWindow(gallery.drives());
    await page.getByRole('button', { name: 'Drives' }).first().click();
  };

  test('the menu of a drive', async () => {
    await drivesPage();
    await page.getByRole('button', { name: 'More for Finance' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    // A menu floats above the landmarks and belongs to its button.
    expect(await violations({ region: { enabled: false } })).toEqual([]);
  });

  test('the question before stopping', async () => {
    await drivesPage();
    await page.getByRole('button', { name: 'More for Finance' }).click();
    await page.getByRole('menuitem', { name: 'Stop watching' }).click();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('the picker', async () => {
    await drivesPage();
    await page.getByRole('button', { name: 'Add a drive' }).click();
    await expect.element(page.getByRole('checkbox').first()).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('the other ways to sign in', async () => {
    await openWindow(gallery['sign-in']());
    await page.getByRole('button', { name: 'Other ways to sign in' }).click();
    await page.getByRole('dialog').getByRole('combobox').selectOptions('us-gov');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await expect.element(page.getByRole('dialog').getByRole('textbox')).toBeInvalid();
    expect(await violations()).toEqual([]);
  });

  test('the client ID that did not work', async () => {
    await openWindow(gallery['wrong-client-id']());
    await page.getByRole('button', { name: 'Change client ID' }).click();
    await expect.element(page.getByRole('textbox')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('the question before removing an account', async () => {
    await openWindow(gallery.settings());
    await showSettings();
    await page.getByRole('button', { name: /More for alex@/u }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect.element(page.getByRole('alertdialog').getByRole('checkbox')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('the change of a client ID', async () => {
    await openWindow(gallery.settings());
    await showSettings();
    await page
      .getByRole('button', { name: /Change the client ID/u })
      .first()
      .click();
    await expect.element(page.getByRole('dialog').getByRole('textbox')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('the question before staying signed in', async () => {
    await openWindow(gallery['settings-memory']());
    await page.getByRole('button', { name: 'Keep me signed in anyway' }).click();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('the menu of a row, and what follows a mute', async () => {
    await openWindow(gallery.activity());
    await page.getByRole('button', { name: 'More for Offer Fabrikam.docx' }).click();
    await page.getByRole('menuitem', { name: 'Mute' }).click();
    await page.getByRole('menuitem', { name: 'This file' }).click();
    await expect.element(page.getByRole('menuitem', { name: 'Always' })).toBeVisible();
    expect(await violations({ region: { enabled: false } })).toEqual([]);
    await page.getByRole('menuitem', { name: 'Always' }).click();
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test.each(['en-GB', 'de-DE'])('a rule filled in wrongly, %s', async (locale) => {
    await openWindow(gallery['settings-rules'](), { locale });
    await page.getByRole('button', { name: /^(?:Settings|Einstellungen)$/u }).click();
    await page.getByRole('button', { name: /^(?:Add a rule|Regel hinzufügen)$/u }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /certain|bestimmte/u }).click();
    await dialog.getByRole('combobox').last().selectOptions('day');
    await dialog.getByRole('button', { name: /^(?:Save|Speichern)$/u }).click();
    await expect.element(dialog.getByText(/at least one|mindestens eine/u)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('a wish that makes no sense', async () => {
    await openWindow(gallery['settings-wishes']());
    await showSettings();
    const items = page.getByLabelText('At least this many items');
    await items.fill('none');
    await expect.element(items).toBeInvalid();
    expect(await violations()).toEqual([]);
  });

  test('a row with the focus', async () => {
    await openWindow(gallery.activity());
    const row = page.getByRole('listitem').filter({ hasText: 'Offer Fabrikam' });
    await expect.element(row).toBeVisible();
    row.element().focus();
    await expect.element(row.getByRole('button').first()).toHaveStyle({ opacity: '1' });
    expect(await violations()).toEqual([]);
  });
});

test('the theme follows the system while the window is open', async () => {
  await openWindow(gallery.activity());
  await expect.element(page.getByRole('main')).toBeVisible();
  const ground = (): string => {
    const main = page.getByRole('main').element().parentElement;
    return main ? getComputedStyle(main).backgroundColor : '';
  };
  expect(ground()).toBe('rgb(255, 255, 255)');
  await prefers('dark');
  await expect.poll(ground).toBe('rgb(41, 41, 41)');
});

import { expect, type Page, test } from './support/app.ts';
import { goThroughFirstRun, untilLive } from './support/first-run.ts';

test.beforeEach(async ({ app, simulator }) => {
  await app.launch();
  await goThroughFirstRun(await app.window(), [simulator.drives.onedrive.name]);
});

async function openDialog(window: Page): Promise<void> {
  await window
    .getByRole('link', { name: 'Drives' })
    .or(window.getByRole('button', { name: 'Drives' }))
    .first()
    .click();
  await window.getByRole('button', { name: 'Add a drive' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
}

test('by keyboard alone: a folder of a site is found and watched, and nothing beside it told', async ({
  app,
  simulator,
}) => {
  const window = await app.window();
  const dialog = window.getByRole('dialog');
  const { keyboard } = window;
  await openDialog(window);
  await dialog.getByRole('tab', { name: 'Your drives' }).focus();
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  // What that takes is said before Microsoft asks.
  await expect(dialog.getByText(/Microsoft will ask you to allow/)).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.type('fin');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /Finance/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(dialog.getByRole('checkbox', { name: /Finance/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(dialog.getByRole('checkbox', { name: 'Budget' })).toBeFocused();
  await keyboard.press('Space');
  await expect(dialog.getByText('Chosen: Budget')).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Watch 1 item' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByText('Finance › Budget').first()).toBeVisible();
  await untilLive(window);

  const { finance } = simulator.drives;
  finance.edit('/Expense policy.docx', { by: 'Adele Vance' });
  const inside = finance.edit('/Budget/Budget 2027.xlsx', { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  const later = finance.createFile('/Budget/Budget 2028.xlsx', { by: 'Adele Vance' });
  const told = async (): Promise<string> => JSON.stringify((await app.observed()).toasts);
  await expect.poll(told).toMatch(/2 changes|Budget 2028/);
  expect(await told()).toContain(inside.name);
  await window.getByRole('button', { name: /^Activity/ }).click();
  await expect(window.getByText(later.name).first()).toBeVisible();
  await expect(window.getByText('Expense policy.docx')).toHaveCount(0);
});

test('a pasted link leads to the folder, and it is watched', async ({ app, simulator }) => {
  const window = await app.window();
  const dialog = window.getByRole('dialog');
  const { finance } = simulator.drives;
  await openDialog(window);
  await dialog.getByRole('tab', { name: 'Paste a link' }).click();
  await dialog.getByRole('textbox').fill(`${finance.webUrl}/Reports`);
  await window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Ask Microsoft' }).click();
  await dialog.getByRole('checkbox', { name: /Reports/ }).check();
  await dialog.getByRole('button', { name: 'Watch 1 item' }).click();
  await expect(window.getByText('Finance › Reports').first()).toBeVisible();
  await untilLive(window);
  const changed = finance.createFile('/Reports/Quarterly report Q4 2026.pptx', {
    by: 'Adele Vance',
  });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  expect((await app.observed()).toasts[0]?.title).toContain(changed.name);
});

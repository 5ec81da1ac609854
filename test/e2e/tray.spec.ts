import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test.beforeEach(async ({ app, simulator }) => {
  await app.launch();
  await goThroughFirstRun(await app.window(), [simulator.drives.finance.name]);
});

test("the tray's menu shows the last change, opens it and marks it as read", async ({
  app,
  simulator,
}) => {
  const { finance } = simulator.drives;
  await expect.poll(() => app.menu()).toContain('Live: 2 drives');
  await (await app.window()).close();
  const [one = '', other = ''] = finance.paths('file');
  const first = finance.edit(one, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.menu())[1]).toContain(first.name);
  const second = finance.edit(other, { by: 'Grady Archie' });
  await expect.poll(async () => (await app.menu())[1]).toContain(second.name);
  const menu = await app.menu();
  expect(menu[1]).toMatch(/^Grady Archie edited “.+”$/);
  expect(menu[2]).toContain(first.name);

  await app.chooseInMenu(menu[1] ?? '');
  await expect.poll(async () => (await app.observed()).opened.at(-1)).toBe(second.webUrl);
  await app.chooseInMenu('Mark all as read');
  await expect.poll(() => app.menu()).not.toContain('Mark all as read');
  expect((await app.observed()).tooltips.at(-1)).not.toContain('unread');
});

test('Settings opens the window on its settings, whether it was open or not', async ({ app }) => {
  const window = await app.window();
  await app.chooseInMenu('Settings…');
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  const closed = window.waitForEvent('close');
  await window.close();
  await closed;

  const opened = app.nextWindow();
  await app.chooseInMenu('Settings…');
  const again = await opened;
  await expect(again.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(again.getByRole('switch', { name: /Start Drivebell when/ })).toBeDisabled();
});

import { expect, type Page, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

const look = async (window: Page): Promise<string> => {
  const dark = '(prefers-color-scheme: dark)';
  const isDark = await window.evaluate<boolean>(`matchMedia('${dark}').matches`);
  const locale = await window.locator('html').getAttribute('lang');
  return `${locale} ${isDark ? 'dark' : 'light'}`;
};

test('language and theme are those that were chosen, in window and tray, and after a restart', async ({
  app,
  simulator,
}) => {
  await app.launch();
  const window = await app.window();
  await goThroughFirstRun(window, [simulator.drives.finance.name]);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect.poll(() => look(window)).toBe('en-US dark');
  await window.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');

  await expect(window.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect.poll(() => look(window)).toBe('de-US dark');
  await expect.poll(() => app.menu()).toContain('Einstellungen …');
  await app.close();

  await app.launch();
  const again = await app.window();
  await expect(again.getByRole('heading', { level: 1, name: 'Aktivität' })).toBeVisible();
  // A page in a process of its own may hear of the theme a moment after it is there.
  await expect.poll(() => look(again)).toBe('de-US dark');
});

test('the window comes back as large as it was left, and so does what is in it', async ({
  app,
}) => {
  const electron = await app.launch();
  const window = await app.window();
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
  await window.keyboard.press('Control+=');
  const level = (): Promise<number | undefined> =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
    );
  await expect.poll(level).toBe(0.5);
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(700, 520);
    window?.close();
  });
  await app.close();

  const again = await app.launch();
  await expect((await app.window()).getByRole('heading', { level: 1 })).toBeVisible();
  const size = (): Promise<unknown> =>
    again.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [...(window?.getSize() ?? []), window?.webContents.getZoomLevel()];
    });
  // The page may be drawn before main has heard that it is there.
  await expect.poll(size).toEqual([700, 520, 0.5]);
});

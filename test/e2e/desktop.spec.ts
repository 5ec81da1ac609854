import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

// What a desktop shows can be asked on Linux alone.
if (process.platform === 'linux') {
  test('check 9: without a notification service the app works and says so, until there is one', async ({
    app,
    desktop,
    simulator,
  }) => {
    await desktop?.stopService();
    await app.launch();
    const window = await app.window();
    const message = window
      .getByRole('group')
      .getByText('No notification service runs on this desktop', {
        exact: false,
      });
    await expect(message).toBeVisible();
    await goThroughFirstRun(window, [simulator.drives.finance.name]);

    await desktop?.startService();
    await expect(message).toBeHidden();
    const [path = ''] = simulator.drives.finance.paths('file');
    const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await expect.poll(() => desktop?.toasts.length).toBe(1);
    expect(desktop?.toasts[0]?.title).toContain(changed.name);
    await desktop?.clickToast(changed.name);
    await expect.poll(async () => (await app.observed()).opened.at(-1)).toContain('http');
  });

  test('check 10: a hidden start without a tray shows the window, and says why', async ({
    app,
    desktop,
    simulator,
  }) => {
    const wayland = { XDG_SESSION_TYPE: 'wayland' };
    await app.launch();
    await goThroughFirstRun(await app.window(), [simulator.drives.finance.name]);
    await app.close();

    await desktop?.stopTray();
    await app.launch(wayland, ['--hidden']);
    const window = await app.window();
    await expect(
      window.getByRole('group').getByText('Your desktop shows no tray icons', { exact: false }),
    ).toBeVisible();
  });
}

import type { Api } from '../../src/shared/ipc.ts';
import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test.beforeEach(async ({ app, simulator }) => {
  await app.launch();
  await goThroughFirstRun(await app.window(), [simulator.drives.finance.name]);
});

test('muted from its toast, the next change is listed and not told', async ({ app, simulator }) => {
  const { finance } = simulator.drives;
  const [first = '', second = ''] = finance
    .paths('file')
    .filter((path) => path.split('/').length < 3);
  const told = finance.edit(first, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  await app.pressToast(told.name, 'mute');
  const window = await app.window();
  const rules = () =>
    window.evaluate(async () => {
      const { drivebell } = globalThis as unknown as { drivebell: Api };
      const snapshot = await drivebell.getSnapshot();
      return snapshot.ok ? snapshot.value.rules.map((rule) => rule.origin) : [];
    });
  await expect.poll(rules).toContain('mute');
  const muted = finance.edit(second, { by: 'Adele Vance' });
  await expect(window.getByText(muted.name).first()).toBeVisible();
  expect((await app.observed()).toasts.length).toBe(1);
});

test('quiet hours end with one summary of what came meanwhile', async ({ app, simulator }) => {
  const window = await app.window();
  const quiet = (isOn: boolean) =>
    window.evaluate(async (on) => {
      const { drivebell } = globalThis as unknown as { drivebell: Api };
      const snapshot = await drivebell.getSnapshot();
      if (!snapshot.ok) return;
      const { wishes } = snapshot.value;
      const quietHours = { isOn: on, days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 };
      await drivebell.wish({ ...wishes, quietHours });
    }, isOn);
  await quiet(true);
  const { finance } = simulator.drives;
  const [first = '', second = ''] = finance.paths('file');
  for (const path of [first, second]) {
    const { name } = finance.edit(path, { by: 'Adele Vance' });
    await expect(window.getByText(name).first()).toBeVisible();
  }
  expect((await app.observed()).toasts).toEqual([]);
  await quiet(false);
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  expect((await app.observed()).toasts[0]?.title).toContain('During quiet hours');
});

test('sixty deletions sound the alarm though all is paused, and lead to the recycle bin', async ({
  app,
  simulator,
}) => {
  const window = await app.window();
  const { finance } = simulator.drives;
  const made = finance.bulk(60, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.at(-1)?.title).toContain('60');
  await window.evaluate(async () => {
    const { drivebell } = globalThis as unknown as { drivebell: Api };
    await drivebell.pause('until-resumed');
  });
  await expect(window.getByText(/Paused/).first()).toBeVisible();
  for (const { path } of made) finance.delete(path, { by: 'Adele Vance' });
  await expect
    .poll(async () => (await app.observed()).toasts.at(-1)?.title)
    .toMatch(/60 items (were deleted )?in /);
  await app.clickToast('60 items');
  await expect.poll(async () => (await app.observed()).opened.at(-1)).toContain('RecycleBin.aspx');
});

import { expect, type Page, test } from './support/app.ts';
import { goThroughFirstRun, untilLive } from './support/first-run.ts';

/** In the window: a second account, and its drive. */
async function addAccount(window: Page, username: string): Promise<void> {
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Add an account', exact: true }).click();
  await expect(window.getByText(username).first()).toBeVisible();
  await window.getByRole('button', { name: 'Drives', exact: true }).click();
  await window.getByRole('button', { name: 'Add a drive' }).click();
  await window.getByRole('checkbox', { name: /Personal OneDrive/ }).setChecked(true);
  await window.getByRole('button', { name: 'Watch 1 drive' }).click();
  await expect(window.getByText('Live: 2 drives').first()).toBeVisible();
}

test('two accounts side by side: one loses its grant, the other goes on; nobody is asked unasked', async ({
  app,
  simulator,
}) => {
  const { work, personal } = simulator.accounts;
  await app.launch({ DRIVEBELL_OBSERVE_ACCOUNT: `${work.username},${personal.username}` });
  const window = await app.window();
  await goThroughFirstRun(window, ['OneDrive']);
  await addAccount(window, personal.username);
  const opened = (await app.observed()).opened.length;

  simulator.entra.changePassword(work.username);
  const lost = window.getByRole('listitem', { name: simulator.drives.onedrive.name }).first();
  await lost.getByRole('button', { name: /^More for/ }).click();
  await window.getByRole('menuitem', { name: 'Check now' }).click();
  await expect(lost.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  const [path = ''] = simulator.drives.personal.paths('file');
  simulator.drives.personal.edit(path);
  await expect
    .poll(async () => (await app.observed()).toasts.map((toast) => toast.title))
    .toEqual(expect.arrayContaining(['Sign in again', expect.stringContaining('edited')]));
  const { toasts, opened: stillOpened } = await app.observed();
  const asking = toasts.filter((toast) => toast.title === 'Sign in again');
  expect(asking).toHaveLength(1);
  expect(asking[0]?.body).toContain(work.username);
  expect(stillOpened).toHaveLength(opened);

  await app.setAccounts([work.username]);
  await lost.getByRole('button', { name: 'Sign in again' }).click();
  await untilLive(window);
});

test('an account removed is gone, with its drives', async ({ app, simulator }) => {
  const { work, personal } = simulator.accounts;
  await app.launch({ DRIVEBELL_OBSERVE_ACCOUNT: `${work.username},${personal.username}` });
  const window = await app.window();
  await goThroughFirstRun(window, ['OneDrive']);
  await addAccount(window, personal.username);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: `More for ${personal.username}` }).click();
  await window.getByRole('menuitem', { name: 'Remove' }).click();
  const dialog = window.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(window.getByText('Live: 1 drive').first()).toBeVisible();
  await expect(window.getByText(personal.username)).toHaveCount(0);
  await expect.poll(() => simulator.push.sockets('personal')).toBe(0);
});

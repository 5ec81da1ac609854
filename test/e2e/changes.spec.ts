import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test.beforeEach(async ({ app, simulator }) => {
  await app.launch();
  await goThroughFirstRun(await app.window(), [simulator.drives.finance.name]);
});

test("a colleague's change becomes a toast, a row and a tray state", async ({ app, simulator }) => {
  const window = await app.window();
  await window
    .getByRole('link', { name: 'Drives' })
    .or(window.getByRole('button', { name: 'Drives' }))
    .first()
    .click();
  const iconsBefore = (await app.observed()).icons;
  const path =
    simulator.drives.finance.paths('file').find((one) => one.split('/').length > 2) ?? '';
  const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });

  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  const { toasts, tooltips, icons } = await app.observed();
  expect(toasts[0]?.title).toContain('Adele Vance');
  expect(toasts[0]?.title).toContain(changed.name);
  expect(toasts[0]?.body).toContain(simulator.drives.finance.name);
  expect(toasts[0]?.body).toContain(changed.path.split('/').at(-2));
  expect(tooltips.at(-1)).toContain('1 unread change');
  expect(icons).toBeGreaterThan(iconsBefore);

  await window
    .getByRole('link', { name: /Activity/ })
    .or(window.getByRole('button', { name: /Activity/ }))
    .first()
    .click();
  await expect(window.getByText(changed.name).first()).toBeVisible();
});

test('own changes make no toast, unless they are wished for', async ({ app, simulator }) => {
  const { finance } = simulator.drives;
  const [mine = '', theirs = ''] = finance.paths('file');
  const own = finance.edit(mine, { by: simulator.accounts.work.name });
  const window = await app.window();
  await expect(window.getByText(own.name).first()).toBeVisible();
  const other = finance.edit(theirs, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  expect((await app.observed()).toasts[0]?.title).toContain(other.name);

  await window.getByRole('button', { name: 'Settings' }).click();
  const wish = window.getByRole('switch', { name: /Also tell me/ });
  await wish.click();
  // It shows what is wished for once that is kept.
  await expect(wish).toBeChecked();
  finance.edit(mine, { by: simulator.accounts.work.name });
  // It joins the other one's toast, unless it comes too late for that.
  const ownIsTold = new RegExp(`2 changes|${RegExp.escape(own.name)}`);
  await expect.poll(async () => (await app.observed()).toasts.at(-1)?.title).toMatch(ownIsTold);
});

test('a change is found again by a word of its name', async ({ app, simulator }) => {
  const { finance } = simulator.drives;
  const [one = '', other = ''] = finance.paths('file');
  finance.edit(one, { by: 'Adele Vance' });
  const window = await app.window();
  const nameOf = (path: string): string => path.split('/').at(-1) ?? '';
  await expect(window.getByText(nameOf(one)).first()).toBeVisible();
  finance.edit(other, { by: 'Adele Vance' });
  await expect(window.getByText(nameOf(other)).first()).toBeVisible();
  const field = window.getByRole('searchbox');
  await expect(field).toBeVisible();
  await window.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await window.keyboard.type(nameOf(one));
  await expect(window.getByText(nameOf(other))).toHaveCount(0);
  await expect(window.getByText(nameOf(one)).first()).toBeVisible();
});

test('clicking a toast opens exactly the item', async ({ app, simulator }) => {
  const [path = ''] = simulator.drives.finance.paths('file');
  const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  await app.clickToast(changed.name);
  await expect.poll(async () => (await app.observed()).opened.at(-1)).toBe(changed.webUrl);
});

import { expect, test } from './support/app.ts';
import { untilLive } from './support/first-run.ts';
import { Keyboard } from './support/keyboard.ts';

test('from the first run to a muted drive, by keyboard alone', async ({ app, simulator }) => {
  // Each key is a step of its own.
  test.slow();
  const { finance } = simulator.drives;
  const [first = '', second = ''] = finance.paths('file');
  await app.launch();
  const window = await app.window();
  const keyboard = new Keyboard(window);
  const button = (name: string | RegExp) => window.getByRole('button', { name });
  const entry = (name: string | RegExp) => window.getByRole('menuitem', { name });

  await keyboard.use(button('Sign in with Microsoft'));
  await expect(window.getByRole('heading', { name: /Which drives/ })).toBeVisible();
  await keyboard.seesFocus();
  const box = window.getByRole('checkbox', { name: new RegExp(finance.name) });
  await keyboard.reach(window.getByRole('checkbox').first());
  await keyboard.reach(box, 'ArrowDown');
  if (!(await box.isChecked())) await keyboard.press('Space');
  await expect(box).toBeChecked();
  await keyboard.use(button(/^Watch \d/));
  await expect(window.getByRole('heading', { name: /now watches/ })).toBeVisible();
  await keyboard.seesFocus();
  await keyboard.use(button('Show activity'));
  await untilLive(window);

  const { name } = finance.edit(first, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  const row = window.getByRole('listitem').filter({ hasText: name });
  await keyboard.reach(row);
  await keyboard.use(row.getByRole('button', { name: /^More for/ }));
  await keyboard.use(entry('Mute'), { by: 'ArrowRight', with: 'ArrowDown' });
  await keyboard.use(entry(`The drive ${finance.name}`), { by: 'ArrowRight', with: 'ArrowDown' });
  await keyboard.use(entry('Always'), { with: 'ArrowDown' });
  await expect(button('Undo')).toBeVisible();
  await keyboard.seesFocus();

  await keyboard.use(button('Settings'), { with: 'Shift+Tab' });
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  const rule = window.getByRole('switch', {
    name: new RegExp(`^On: ${finance.name}: list only`, 'i'),
  });
  await keyboard.reach(rule);
  await expect(rule).toBeChecked();
  await expect(window.getByText(/Muted from the list/)).toBeVisible();

  await keyboard.use(button(/^Activity/), { with: 'Shift+Tab' });
  const muted = finance.edit(second, { by: 'Adele Vance' });
  const untold = window.getByRole('listitem').filter({ hasText: muted.name });
  await keyboard.reach(untold);
  expect((await app.observed()).toasts).toHaveLength(1);

  await keyboard.press('Control+f');
  await expect(window.getByRole('searchbox')).toBeFocused();
  await keyboard.seesFocus();
  await window.keyboard.type(name);
  await expect(untold).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(untold).toBeVisible();
  await keyboard.seesFocus();
});

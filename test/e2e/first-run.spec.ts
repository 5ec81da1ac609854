import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test('from the first start to the first toast', async ({ app, simulator }) => {
  await app.launch();
  const window = await app.window();
  const { onedrive, finance, product } = simulator.drives;
  await goThroughFirstRun(window, [onedrive.name, finance.name, product.name]);
  expect((await app.observed()).toasts).toEqual([]);

  const changed = product.createFile('/Launch plan.docx', { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts).toHaveLength(1);
  const [toast] = (await app.observed()).toasts;
  expect(toast?.title).toContain(changed.name);
});

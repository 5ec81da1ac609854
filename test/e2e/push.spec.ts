import { expect, test } from './support/app.ts';
import { goThroughFirstRun, untilLive } from './support/first-run.ts';

test('without the push service the words say so, and come back by themselves', async ({
  app,
  simulator,
}) => {
  await app.launch();
  const window = await app.window();
  await goThroughFirstRun(window, [simulator.drives.finance.name]);

  await simulator.push.kill();
  await expect(window.getByText(/Checking every minute/).first()).toBeVisible();
  await expect
    .poll(async () => (await app.observed()).tooltips.at(-1))
    .toContain('Checking every minute');

  await simulator.push.revive();
  await untilLive(window);
});

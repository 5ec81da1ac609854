import { expect, test } from './support/app.ts';
import { goThroughFirstRun, untilLive } from './support/first-run.ts';

test('a push service that falls silent is noticed, said, and forgotten once it speaks again', async ({
  app,
  simulator,
}) => {
  simulator.knobs.pingIntervalMs = 500;
  // On a busy machine each side may be late.
  simulator.knobs.pingTimeoutMs = 3000;
  await simulator.push.kill();
  await simulator.push.revive();
  await app.launch();
  const window = await app.window();
  await goThroughFirstRun(window, [simulator.drives.finance.name]);
  simulator.push.freeze();
  await expect(window.getByText(/^Checking every minute/).first()).toBeVisible();
  // Nothing is missed meanwhile.
  const [path = ''] = simulator.drives.finance.paths('file');
  const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
  simulator.push.thaw();
  await untilLive(window);
  await expect(window.getByText(changed.name).first()).toBeVisible();
});

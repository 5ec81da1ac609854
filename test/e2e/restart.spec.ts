import { expect, test } from './support/app.ts';
import { goThroughFirstRun, untilLive } from './support/first-run.ts';

test('a restart keeps account and drives, without a new sign-in', async ({ app, simulator }) => {
  await app.launch();
  await goThroughFirstRun(await app.window(), [simulator.drives.finance.name]);
  await app.close();
  simulator.requests.clear();

  await app.launch();
  await untilLive(await app.window());
  expect((await app.observed()).opened).toEqual([]);
  expect(simulator.requests.count('GET */authorize*')).toBe(0);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from '../../scripts/support/root.ts';
import { executablePath, expect, switches, test } from './support/app.ts';

test('a second launch shows the window of the first', async ({ app }) => {
  const electron = await app.launch();
  const first = await app.window();
  const closed = first.waitForEvent('close');
  await first.close();
  await closed;

  const opened = electron.waitForEvent('window');
  const second = spawn(executablePath, [...switches, `--user-data-dir=${app.dir}`, root], {
    env: app.environment(),
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  const window = await opened;
  await expect(window.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();
});

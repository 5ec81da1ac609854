import { freePort } from '../support/free-port.ts';
import { expect, test } from './support/app.ts';
import { goThroughFirstRun, untilLive } from './support/first-run.ts';

test('where push is refused, a change is still told, at an address of one’s own', async ({
  app,
  simulator,
}) => {
  const { finance } = simulator.drives;
  simulator.knobs.webhookLoopback = true;
  const port = await freePort();
  await app.launch();
  const window = await app.window();
  await goThroughFirstRun(window, [finance.name]);

  finance.offersPush = false;
  simulator.push.kick('finance');
  await expect(window.getByText(/Checking every minute/).first()).toBeVisible();

  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByText('Use an address of my own').click();
  const address = `http://127.0.0.1:${port}/drivebell`;
  await window.getByLabel('Public address').fill(address);
  await window.getByLabel('Port on this computer').fill(String(port));
  const webhook = window.getByRole('region', { name: 'Webhook' });
  await webhook.getByRole('button', { name: 'Save' }).click();
  await untilLive(window);
  await webhook.getByRole('button', { name: 'Check the address' }).click();
  await expect(webhook.getByText(`${address} leads to Drivebell.`)).toBeVisible();
  await expect(webhook.getByText('Listening, with 1 subscription.')).toBeVisible();

  const [path = ''] = finance.paths('file');
  finance.edit(path, { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts.length).toBe(1);
  await expect.poll(() => simulator.webhooks.deliveries.all('notification')).toHaveLength(1);

  await app.close();
  expect(simulator.webhooks.all()).toEqual([]);
});

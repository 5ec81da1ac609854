import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test('whose work is in the app is read in it, word by word', async ({ app, simulator }) => {
  await app.launch();
  const window = await app.window();
  await goThroughFirstRun(window, [simulator.drives.finance.name]);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Third-party licences…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Third-party licences' });
  const names = dialog.locator('summary');
  for (const name of ['@azure/msal-node', '@fluentui/react-button', 'electron', 'react', 'zod']) {
    await expect(names.getByText(new RegExp(`^${name} \\d`))).toHaveCount(1);
  }
  await names.getByText(/^react \d/).click();
  await expect(dialog.getByText('Permission is hereby granted')).toBeVisible();
});

import { enterDeviceCode } from '../simulator/browser.ts';
import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test('a client id that Microsoft does not know is said in words, and no browser opens', async ({
  app,
}) => {
  await app.launch({ DRIVEBELL_CLIENT_ID: '00000000-0000-4000-8000-000000000000' });
  const window = await app.window();
  await window.getByRole('button', { name: 'Sign in with Microsoft' }).click();
  await expect(window.getByText(/app id|client id/i).first()).toBeVisible();
  expect((await app.observed()).opened).toEqual([]);
  expect((await window.content()).includes('AADSTS')).toBe(false);
});

test('a sign-in that never comes back can be cancelled and tried again', async ({ app }) => {
  await app.launch({ DRIVEBELL_OBSERVE_SIGN_IN: '' });
  const window = await app.window();
  const signIn = window.getByRole('button', { name: 'Sign in with Microsoft' });
  await signIn.click();
  await expect.poll(async () => (await app.observed()).opened).toEqual(['sign-in']);
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(signIn).toBeVisible();
  await signIn.click();
  await expect.poll(async () => (await app.observed()).opened).toEqual(['sign-in', 'sign-in']);
});

test('a code typed in on another device signs in', async ({ app, simulator }) => {
  simulator.knobs.deviceCodeIntervalSeconds = 1;
  await app.launch();
  const window = await app.window();
  await window.getByRole('button', { name: 'Other ways to sign in' }).click();
  await window.getByRole('radio', { name: /With a code/ }).check();
  await window.getByRole('button', { name: 'Sign in', exact: true }).click();
  await window.getByRole('button', { name: 'Copy code' }).click();
  await expect.poll(async () => (await app.observed()).copied).toHaveLength(1);
  expect((await app.observed()).opened).toEqual([]);
  await window.getByRole('button', { name: 'Open page' }).click();
  await expect.poll(async () => (await app.observed()).opened).toHaveLength(1);
  const { copied, opened } = await app.observed();
  const { username } = simulator.accounts.work;
  await enterDeviceCode(opened[0] ?? '', copied[0] ?? '', username);
  await expect(window.getByRole('heading', { name: /Which drives/ })).toBeVisible();
});

test('without a client id the first page asks for one, and goes on with it', async ({
  app,
  simulator,
}) => {
  await app.launch({ DRIVEBELL_CLIENT_ID: '' });
  const window = await app.window();
  const field = window.getByRole('textbox', { name: /client\) ID/ });
  await field.fill('not an id');
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(window.getByText(/not a client ID/)).toBeVisible();
  await field.fill(simulator.clientId);
  await window.getByRole('button', { name: 'Continue' }).click();
  await goThroughFirstRun(window, ['OneDrive']);
});

import { expect, test } from './support/app.ts';

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

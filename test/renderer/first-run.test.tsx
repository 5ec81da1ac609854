import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { again, anyone } from '../../src/renderer/sign-in/asks.ts';
import { createTranslate } from './support/words.ts';
import type { Outcome } from '../../src/shared/ipc.ts';
import { signInFailures } from '../../src/shared/snapshot.ts';
import { failureWords } from '../../src/shared/texts/reason-words.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  byCode,
  choice,
  choices,
  drive,
  failed,
  row,
  snapshot,
  waiting,
} from './support/samples.ts';

const nobody = snapshot({ accounts: [], drives: [] });
const someone = snapshot({ drives: [] });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = (name: string) => page.getByRole('heading', { level: 1, name });

test('from signing in to the first activity', async () => {
  const fake = new FakeDrivebell({ snapshot: nobody, choices, rows: [row(1)] });
  await openWindow(fake);
  await button('Sign in with Microsoft').click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[anyone]]);

  fake.push({ signIn: waiting() });
  await expect.element(title('Finish signing in in your browser')).toHaveFocus();

  fake.push({ signIn: { state: 'idle' }, accounts: someone.accounts });
  await expect.element(title('Which drives should Drivebell watch?')).toBeVisible();
  await page.getByRole('checkbox', { name: /Sales and Marketing/u }).click();
  await button('Watch 2 drives').click();
  await expect.poll(() => fake.asked('watchDrives')).toEqual([[['d-own', 'd-sales']]]);

  fake.push({ drives: [drive('one'), drive('two')] });
  await expect.element(title('Drivebell now watches 2 drives')).toBeVisible();
  await button('Show activity').click();
  await expect.element(title('Activity')).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: 'Budget' })).toBeVisible();
});

test('a sign-in under way can be cancelled', async () => {
  const fake = new FakeDrivebell({ snapshot: { ...nobody, signIn: waiting() } });
  await openWindow(fake);
  await button('Cancel').click();
  await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(1);
});

describe('a failed sign-in says why and offers another try', () => {
  const t = createTranslate('en-GB');
  test.each(signInFailures)('%s', async (failure) => {
    const fake = new FakeDrivebell({
      snapshot: { ...nobody, signIn: failed(failure, byCode) },
    });
    await openWindow(fake);
    await expect.element(page.getByText(failureWords(t, failure))).toBeVisible();
    await button('Try again').click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[byCode]]);
  });
});

test('only the own OneDrive is picked beforehand, and what is watched cannot be picked', async () => {
  await openWindow(new FakeDrivebell({ snapshot: someone, choices }));
  await expect.element(page.getByRole('checkbox', { name: /OneDrive/u })).toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: /Finance/u })).not.toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: /Human/u })).toBeDisabled();
  await page.getByRole('checkbox', { name: /OneDrive/u }).click();
  await expect.element(button('Choose a drive')).toHaveAttribute('aria-disabled', 'true');
});

test('drives that cannot be listed: why, and another try', async () => {
  const fake = new FakeDrivebell({ snapshot: someone, choices });
  fake.fail('listDrives', 'no-network');
  await openWindow(fake);
  await expect.element(page.getByRole('alert')).toMatchTextContent(/There is no network\./u);
  fake.succeed('listDrives');
  await button('Try again').click();
  await expect.element(page.getByRole('checkbox', { name: /OneDrive/u })).toBeVisible();
});

test('drives that cannot be listed for want of a sign-in: sign in again, then look again', async () => {
  const fake = new FakeDrivebell({ snapshot: someone, choices });
  fake.fail('listDrives', 'signed-out');
  await openWindow(fake);
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(button('Try again').elements()).toHaveLength(0);
  await button('Sign in again').click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[again(account('a1'))]]);

  fake.push({ signIn: waiting() });
  await expect
    .element(page.getByRole('group').getByText('Finish signing in in your browser'))
    .toBeVisible();
  expect(fake.asked('listDrives')).toHaveLength(1);
  fake.succeed('listDrives');
  fake.push({ signIn: { state: 'idle' } });
  await expect.element(page.getByRole('checkbox', { name: /OneDrive/u })).toBeVisible();
  expect(fake.asked('listDrives')).toHaveLength(2);
  expect(
    page.getByRole('group').getByText('Finish signing in in your browser').elements(),
  ).toHaveLength(0);
});

test('a wider sign-in can be cancelled, and what was picked stays', async () => {
  const fake = new FakeDrivebell({ snapshot: someone, choices });
  await openWindow(fake);
  await page.getByRole('checkbox', { name: /Sales and Marketing/u }).click();
  fake.push({ signIn: waiting() });
  await expect
    .element(page.getByRole('group').getByText('Finish signing in in your browser'))
    .toBeVisible();
  await button('Cancel').click();
  await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(1);
  fake.push({ signIn: { state: 'idle' } });
  await expect.poll(() => fake.asked('listDrives').length).toBe(2);
  await expect.element(page.getByRole('checkbox', { name: /Sales and Marketing/u })).toBeChecked();
});

test('an account without drives says so', async () => {
  await openWindow(new FakeDrivebell({ snapshot: someone, choices: [] }));
  await expect.element(page.getByText(/No drives were found for this account\./u)).toBeVisible();
});

test('a refused choice keeps what was picked', async () => {
  const fake = new FakeDrivebell({ snapshot: someone, choices });
  fake.fail('watchDrives', 'storage-failed');
  await openWindow(fake);
  await button('Watch 1 drive').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/cannot be saved/u);
  await expect.element(page.getByRole('checkbox', { name: /OneDrive/u })).toBeChecked();
});

test('drives that come by push before the answer do not skip the last panel', async () => {
  const fake = new FakeDrivebell({ snapshot: someone, choices });
  const answer = Promise.withResolvers<Outcome<void>>();
  vi.spyOn(fake.api, 'watchDrives').mockReturnValue(answer.promise);
  await openWindow(fake);
  await button('Watch 1 drive').click();
  fake.push({ drives: [drive('one')] });
  await expect.element(button('Starting to watch')).toHaveAttribute('aria-disabled', 'true');
  answer.resolve({ ok: true, value: undefined });
  await expect.element(title('Drivebell now watches 1 drive')).toBeVisible();
});

test('many drives can be searched', async () => {
  const many = Array.from({ length: 30 }, (_, n) => choice(`d${n}`, { name: `Site ${n}` }));
  await openWindow(new FakeDrivebell({ snapshot: someone, choices: many }));
  await page.getByRole('searchbox', { name: 'Find a drive' }).fill('site 17');
  await expect.poll(() => page.getByRole('checkbox').elements().length).toBe(1);
  await page.getByRole('searchbox').fill('nothing like it');
  await expect.element(page.getByText(/No drive is called that\./u)).toBeVisible();
});

test('stopping the last drive stays on the pages', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(title('Activity')).toBeVisible();
  fake.push({ drives: [] });
  await expect.element(page.getByText(/You watch no drives yet/u)).toBeVisible();
});

test('a window that cannot reach Drivebell says so and can try again', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  fake.fail('getSnapshot', 'internal');
  await openWindow(fake);
  await expect.element(page.getByRole('alert')).toMatchTextContent(/lost touch/u);
  fake.succeed('getSnapshot');
  await button('Try again').click();
  await expect.element(title('Activity')).toBeVisible();
});

test('who has no account at hand can try it without one, where that is to be had', async () => {
  const fake = new FakeDrivebell({ snapshot: nobody });
  fake.canTryOut = true;
  await openWindow(fake);
  await button('Try it without an account').click();
  await expect.poll(() => fake.asked('tryOut')).toEqual([[]]);
  await expect
    .element(page.getByRole('main').getByText(/^A second Drivebell opens/u))
    .toBeVisible();
});

test('nothing is offered to be tried where there is nothing', async () => {
  const fake = new FakeDrivebell({ snapshot: nobody });
  await openWindow(fake);
  await expect.poll(() => fake.asked('canTryOut')).toHaveLength(1);
  await expect.element(button('Sign in with Microsoft')).toBeVisible();
  await expect.element(button('Try it without an account')).not.toBeInTheDocument();
});

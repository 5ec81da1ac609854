import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { again } from '../../src/renderer/sign-in/asks.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  choice,
  choices,
  clientIds,
  failed,
  family,
  snapshot,
  typedIn,
  waiting,
} from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const agency = account('a3', { username: 'kim@agency.example', cloud: 'us-gov' });
const theirs = choice('f1', {
  accountId: 'a2',
  kind: 'personal',
  name: 'Holiday photos',
  suggested: true,
});

type Contents = Omit<ConstructorParameters<typeof FakeDrivebell>[0], 'snapshot'>;

async function pick(accounts: Snapshot['accounts'], contents: Contents): Promise<FakeDrivebell> {
  const registered = clientIds({ 'us-gov': typedIn });
  const first = snapshot({ drives: [], accounts, clientIds: registered });
  const fake = new FakeDrivebell({ snapshot: first, ...contents });
  await openWindow(fake);
  await expect.poll(() => fake.asked('listDrives').length).toBeGreaterThan(0);
  return fake;
}

test('one account needs no heading', async () => {
  await pick([account('a1')], { choices });
  await expect.element(page.getByRole('list', { name: 'Drives you can watch' })).toBeVisible();
  expect(page.getByRole('heading', { level: 2 }).elements()).toHaveLength(0);
});

test('the drives of several accounts stand under their names', async () => {
  const fake = await pick([account('a1'), family], { choices: [theirs, ...choices] });
  const mine = page.getByRole('list', { name: 'alex@contoso.com' });
  await expect.element(mine.getByRole('checkbox', { name: /Finance/u })).toBeVisible();
  const others = page.getByRole('list', { name: family.username });
  await expect.element(others.getByRole('checkbox', { name: /Holiday photos/u })).toBeVisible();
  expect(others.getByRole('checkbox').elements()).toHaveLength(1);
  await button('Watch 2 drives').click();
  await expect.poll(() => fake.asked('watchDrives')).toEqual([[['f1', 'd-own']]]);
});

test('an account that has to sign in says so, and the others can be used', async () => {
  const fake = await pick([account('a1'), agency], {
    choices,
    unasked: [{ accountId: 'a3', reason: 'signed-out' }],
  });
  const words =
    'The drives of kim@agency.example could not be listed: the sign-in for this account has ended.';
  await expect.element(page.getByText(words)).toBeVisible();
  await page.getByRole('checkbox', { name: /Finance/u }).click();
  await button('Sign in again').click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[again(agency)]]);

  fake.push({ signIn: waiting(again(agency)) });
  await expect
    .element(page.getByRole('group').getByText('Finish signing in in your browser'))
    .toBeVisible();
  fake.unasked = [];
  fake.push({ signIn: { state: 'idle' } });
  await expect.poll(() => page.getByText(words).elements()).toHaveLength(0);
  await expect.element(page.getByRole('checkbox', { name: /Finance/u })).toBeChecked();
});

test('an account that could not be asked for now is asked again, and the others stay', async () => {
  const fake = await pick([account('a1'), family], {
    choices,
    unasked: [{ accountId: 'a2', reason: 'microsoft-down' }],
  });
  await expect
    .element(page.getByText(/outlook\.com could not be listed: Microsoft/u))
    .toBeVisible();
  await page.getByRole('checkbox', { name: /Finance/u }).click();
  fake.choices = [...choices, theirs];
  fake.unasked = [];
  await button('Try again').click();
  await expect.element(page.getByRole('checkbox', { name: /Finance/u })).toBeChecked();
  await expect.element(page.getByRole('checkbox', { name: /Holiday photos/u })).toBeVisible();
  expect(page.getByText(/could not be listed/u).elements()).toHaveLength(0);
});

test('with nothing to pick, who could not be asked is said all the same', async () => {
  await pick([account('a1'), family], { unasked: [{ accountId: 'a2', reason: 'no-network' }] });
  await expect.element(page.getByText(/outlook\.com could not be listed/u)).toBeVisible();
  await expect.element(page.getByText(/No drives were found/u)).toBeVisible();
});

test('nothing for want of a sign-in: the account that needs one', async () => {
  const ended = { ...agency, needsSignIn: true };
  const first = snapshot({
    drives: [],
    accounts: [account('a1'), ended],
    clientIds: clientIds({ 'us-gov': typedIn }),
  });
  const fake = new FakeDrivebell({ snapshot: first });
  fake.fail('listDrives', 'signed-out');
  await openWindow(fake);
  await button('Sign in again').click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[again(ended)]]);
});

test('a sign-in that fails while picking is said there; one from before is not', async () => {
  const signIn = failed('declined');
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives: [], signIn }), choices });
  await openWindow(fake);
  await expect.element(page.getByRole('checkbox', { name: /Finance/u })).toBeVisible();
  expect(page.getByText(/was declined/u).elements()).toHaveLength(0);
  fake.push({ signIn: waiting() });
  await expect
    .element(page.getByRole('group').getByText('Finish signing in in your browser'))
    .toBeVisible();
  fake.push({ signIn });
  await expect.element(page.getByRole('group').getByText(/was declined/u)).toBeVisible();
});

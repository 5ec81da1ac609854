import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anyone } from '../../src/renderer/sign-in/asks.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  clientIds,
  drive,
  failed,
  ownId,
  snapshot,
  typedIn,
  unregistered,
  waiting,
} from './support/samples.ts';

const otherId = '11111111-2222-3333-4444-555555555555';
const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const field = () => page.getByRole('textbox', { name: 'Application (client) ID' });
const dialog = () => page.getByRole('dialog', { name: 'Other ways to sign in' });

async function open(fields: Partial<Snapshot>, size = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot({ accounts: [], drives: [], ...fields }) });
  await openWindow(fake, size);
  return fake;
}

test('without a client ID the first run begins with registering, and goes on by the snapshot', async () => {
  const fake = await open({ clientIds: unregistered });
  await expect.element(title('Register Drivebell with Microsoft')).toHaveFocus();
  await expect.element(page.getByText('Step 1 of 4')).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(5);
  await field().fill(`  ${ownId} `);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.asked('setClientId')).toEqual([['global', `  ${ownId} `]]);
  await expect.element(title('Register Drivebell with Microsoft')).toBeVisible();

  fake.push({ clientIds: clientIds({ global: typedIn }) });
  await expect.element(title('Hear about changes in your drives')).toHaveFocus();
  await expect.element(page.getByText('Step 2 of 4')).toBeVisible();
});

test.each(['', 'Drivebell', `${ownId}0`, '3f2a9c1e58d44b079e6a1c2d3e4f5a6b'])(
  '“%s” is no client ID, and said so at the field',
  async (typed) => {
    await open({ clientIds: unregistered });
    await field().fill(typed);
    await button('Continue').click();
    await expect.element(page.getByText(/That is not a client ID\./u)).toBeVisible();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toBeInvalid();
    await userEvent.keyboard('a');
    await expect
      .poll(() => page.getByText(/That is not a client ID\./u).elements())
      .toHaveLength(0);
  },
);

test('the smallest window reaches the button by scrolling', async () => {
  await open({ clientIds: unregistered }, { width: 560, height: 480, locale: 'de-DE' });
  await expect.element(button('Weiter')).toBeInTheDocument();
  expect(document.documentElement.scrollWidth).toBe(560);
  const next = button('Weiter').element();
  next.scrollIntoView();
  expect(next.getBoundingClientRect().bottom).toBeLessThanOrEqual(480);
});

test('who signs in to another cloud needs no registration in the global one', async () => {
  const asked = { ...anyone, cloud: 'us-gov' } as const;
  const fake = await open({ clientIds: unregistered });
  await button('Other ways to sign in').click();
  await dialog().getByRole('combobox').selectOptions('us-gov');
  await dialog().getByRole('textbox').fill(ownId);
  await dialog().getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[asked]]);
  expect(fake.asked('setClientId')).toEqual([['us-gov', ownId]]);

  const registered = { ...unregistered, 'us-gov': typedIn };
  fake.push({ clientIds: registered, signIn: waiting(asked) });
  await expect.element(title('Finish signing in in your browser')).toBeVisible();
  fake.push({ signIn: failed('timed-out', asked) });
  await button('Try again').click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[asked], [asked]]);
  fake.push({ signIn: { state: 'idle' }, accounts: [account('a1', { cloud: 'us-gov' })] });
  await expect.element(title('Which drives should Drivebell watch?')).toBeVisible();
});

const misfits = [
  'client-id-wrong',
  'client-id-malformed',
  'client-audience-wrong',
  'client-not-public',
] as const;
test.each(misfits)('%s leads back to the client ID that was typed in', async (failure) => {
  const registered = clientIds({ global: typedIn });
  const fake = await open({ clientIds: registered, signIn: failed(failure) });
  await button('Change client ID').click();
  await expect.element(title('Register Drivebell with Microsoft')).toHaveFocus();
  await expect.element(page.getByText('Step 1 of 4')).toBeVisible();
  await expect.element(page.getByText(/^Compare the client ID below/u)).toBeVisible();
  await expect.element(field()).toHaveValue(ownId);
  await button('Cancel').click();
  await expect.element(button('Change client ID')).toBeVisible();
  expect(fake.asked('setClientId')).toEqual([]);

  await button('Change client ID').click();
  await field().fill(otherId);
  fake.fail('setClientId', 'storage-failed');
  await button('Continue').click();
  await expect.element(field()).toBeInvalid();
  await expect.element(field()).toHaveValue(otherId);
  fake.succeed('setClientId');
  await button('Continue').click();
  await expect.poll(() => fake.asked('setClientId').at(-1)).toEqual(['global', otherId]);
  const changed = clientIds({ global: { ...typedIn, value: otherId } });
  fake.push({ clientIds: changed, signIn: { state: 'idle' } });
  await expect.element(button('Sign in with Microsoft')).toBeVisible();
  fake.push({ signIn: failed(failure) });
  await expect.element(title('Hear about changes in your drives')).toBeVisible();
  await button('Change client ID').click();
  await expect.element(field()).toHaveValue(otherId);
});

test('a sign-in that goes on elsewhere is shown instead of the client ID', async () => {
  const signIn = failed('client-id-wrong');
  const fake = await open({ clientIds: clientIds({ global: typedIn }), signIn });
  await button('Change client ID').click();
  await expect.element(field()).toBeVisible();
  fake.push({ signIn: waiting() });
  await expect.element(title('Finish signing in in your browser')).toHaveFocus();
  fake.push({ signIn });
  await expect.element(button('Change client ID')).toBeVisible();
});

test('the client ID of another cloud is changed where it was typed in', async () => {
  const asked = { ...anyone, cloud: 'china' } as const;
  const registered = clientIds({ china: typedIn });
  const fake = await open({ clientIds: registered, signIn: failed('client-id-wrong', asked) });
  await button('Change client ID').click();
  const cloud = dialog().getByRole('combobox');
  await expect.element(cloud).toHaveValue('china');
  await expect.element(dialog().getByRole('textbox')).toHaveValue(ownId);
  await cloud.selectOptions('us-gov');
  await expect.element(dialog().getByRole('textbox')).toHaveValue('');
  await cloud.selectOptions('china');
  await dialog().getByRole('textbox').fill(otherId);
  expect(fake.asked('setClientId')).toEqual([]);
  await dialog().getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[asked]]);
  expect(fake.asked('setClientId')).toEqual([['china', otherId]]);
});

const given = clientIds({ global: { source: 'environment', value: ownId } });
const inUse = () => page.getByText(`Client ID in use: ${ownId}`, { exact: true });

describe('a client ID that was given from outside', () => {
  test.each(['client-id-wrong', 'client-id-malformed'] as const)(
    'is shown to be compared: %s',
    async (failure) => {
      await open({ clientIds: given, signIn: failed(failure) });
      await expect.element(inUse()).toHaveStyle({ userSelect: 'text' });
      expect(button('Change client ID').elements()).toHaveLength(0);
    },
  );

  test('is shown inside the window too', async () => {
    const inside = { accounts: [account('a1')], drives: [drive('one')] };
    await open({ ...inside, clientIds: given, signIn: failed('client-id-wrong') });
    await expect.element(inUse()).toBeVisible();
  });

  test('is nobody’s concern where something else failed', async () => {
    await open({ clientIds: given, signIn: failed('no-network') });
    await expect.element(button('Try again')).toBeVisible();
    expect(inUse().elements()).toHaveLength(0);
  });
});

test('a client ID that was built in is not offered for change', async () => {
  await open({ signIn: failed('client-id-wrong') });
  await expect.element(button('Try again')).toBeVisible();
  expect(button('Change client ID').elements()).toHaveLength(0);
});

test('to try again where there is no client ID asks for one', async () => {
  const asked = { ...anyone, cloud: 'us-dod' } as const;
  const fake = await open({ signIn: failed('client-id-missing', asked) });
  await button('Try again').click();
  await dialog().getByRole('textbox').fill(ownId);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.asked('signIn')).toEqual([[asked]]);
  expect(fake.asked('setClientId')).toEqual([['us-dod', ownId]]);
});

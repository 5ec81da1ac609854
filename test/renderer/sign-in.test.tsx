import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anyone } from '../../src/renderer/sign-in/asks.ts';
import type { SignInView, Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  byCode,
  choices,
  clientIds,
  deviceCode,
  failed,
  now,
  ownId,
  snapshot,
  typedIn,
  waiting,
} from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const ways = () => page.getByRole('dialog', { name: 'Other ways to sign in' });
const code = () => page.getByRole('dialog', { name: 'Sign in with a code' });
const said = () => page.getByRole('status');
const nobody = { accounts: [], drives: [] };

afterEach(() => {
  vi.useRealTimers();
});

async function open(fields: Partial<Snapshot>, options = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), choices });
  await openWindow(fake, options);
  return fake;
}

describe('other ways', () => {
  test('with a code, by keyboard alone', async () => {
    const fake = await open(nobody);
    await expect.element(button('Other ways to sign in')).toBeVisible();
    button('Other ways to sign in').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(ways().getByRole('radio', { name: /this computer/u })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => fake.asked('signIn')).toEqual([[byCode]]);
    await expect.poll(() => ways().elements()).toHaveLength(0);
  });

  test('cancelling changes nothing, and gives the focus back', async () => {
    const fake = await open(nobody);
    await button('Other ways to sign in').click();
    await expect.element(ways().getByRole('radio', { name: /this computer/u })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => ways().elements()).toHaveLength(0);
    await expect.element(button('Other ways to sign in')).toHaveFocus();
    expect(fake.asked('signIn')).toEqual([]);
  });

  test('another cloud says that it has no personal accounts', async () => {
    const fake = await open({ ...nobody, clientIds: clientIds({ china: typedIn }) });
    await button('Other ways to sign in').click();
    expect(page.getByText(/Personal accounts do not exist/u).elements()).toHaveLength(0);
    await ways().getByRole('combobox', { name: 'Microsoft cloud' }).selectOptions('china');
    await expect.element(page.getByText(/Personal accounts do not exist/u)).toBeVisible();
    expect(ways().getByRole('textbox').elements()).toHaveLength(0);
    await ways().getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[{ ...anyone, cloud: 'china' }]]);
    expect(fake.asked('setClientId')).toEqual([]);
  });

  test('a cloud without a registration asks for its client ID first', async () => {
    const fake = await open(nobody);
    await button('Other ways to sign in').click();
    await ways().getByRole('combobox').selectOptions('us-gov');
    await ways().getByRole('button', { name: 'Sign in' }).click();
    const field = ways().getByRole('textbox', { name: 'Application (client) ID' });
    await expect.element(field).toBeInvalid();
    fake.fail('setClientId', 'storage-failed');
    await field.fill(ownId);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.asked('setClientId').at(-1)).toEqual(['us-gov', ownId]);
    await expect.element(field).toBeInvalid();
    expect(fake.asked('signIn')).toEqual([]);
    fake.succeed('setClientId');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.asked('signIn')).toEqual([[{ ...anyone, cloud: 'us-gov' }]]);
  });
});

describe('a sign-in with a code', () => {
  test('in the first run: getting it, where, what, for how long', async () => {
    const fake = await open({ ...nobody, signIn: waiting(byCode) });
    await expect.element(title('Sign in with a code')).toHaveFocus();
    await expect.element(page.getByText('Getting a code')).toBeVisible();
    fake.push({ signIn: waiting(byCode, deviceCode) });
    await expect.element(page.getByText('HZ7K2QWLP', { exact: true })).toBeVisible();
    await expect
      .element(page.getByText('microsoft.com/devicelogin', { exact: true }))
      .toBeVisible();
    await expect.element(page.getByText('Expires in 14:32')).toBeVisible();
    await expect.element(said()).toMatchTextContent(/The code is HZ7K2QWLP\./u);
    expect(code().elements()).toHaveLength(0);

    await button('Open page').click();
    await expect.poll(() => fake.asked('openDeviceCodePage')).toHaveLength(1);
    await button('Cancel').click();
    await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(1);
    fake.push({ signIn: failed('cancelled', byCode) });
    await button('Try again').click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[byCode]]);
  });

  test('the code can be selected', async () => {
    await open({ ...nobody, signIn: waiting(byCode, deviceCode) });
    const shown = page.getByText('HZ7K2QWLP', { exact: true });
    await expect.element(shown).toHaveStyle({ userSelect: 'text' });
  });

  test('copying it is said for a moment', async () => {
    const fake = await open({ ...nobody, signIn: waiting(byCode, deviceCode) });
    await expect.element(button('Copy code')).toBeVisible();
    // The moment is not over before somebody has looked.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const copy = (): void => (button('Copy code').element() as HTMLElement).click();
    copy();
    await expect.element(button('Copied')).toBeVisible();
    await expect.element(said()).toMatchTextContent('Copied');
    expect(fake.asked('copy')).toEqual([['device-code']]);
    await expect.element(button('Copy code')).toBeVisible();
    fake.fail('copy', 'copy-failed');
    copy();
    await expect.element(button('Not copied')).toBeVisible();
    await expect.element(said()).toMatchTextContent(/Your system did not take the text\./u);
  });

  test('a page that does not open says why, where the code is', async () => {
    const fake = await open({ signIn: waiting(byCode, deviceCode) });
    fake.fail('openDeviceCodePage', 'browser-did-not-open');
    await code().getByRole('button', { name: 'Open page' }).click();
    await expect.element(code().getByRole('alert')).toMatchTextContent(/browser did not open/u);
  });

  test('the time left is counted down, and its end is said', async () => {
    let time = now;
    const signIn = waiting(byCode, deviceCode);
    await open({ ...nobody, signIn }, { clock: () => time });
    await expect.element(page.getByText('Expires in 14:32')).toBeVisible();
    time += 60_000;
    await expect.element(page.getByText('Expires in 13:32')).toBeVisible();
    await expect.element(said()).not.toMatchTextContent(/13:32/u);
    time = deviceCode.expiresAt;
    await expect.element(page.getByRole('main').getByText('The code has expired')).toBeVisible();
    await expect.element(said()).toMatchTextContent('The code has expired');
  });

  test('inside the window it is a dialog that comes and goes with it', async () => {
    const fake = await open({});
    await expect.element(title('Activity')).toBeVisible();
    fake.push({ signIn: waiting(byCode) });
    await expect.element(code().getByText('Getting a code')).toBeVisible();
    fake.push({ signIn: waiting(byCode, deviceCode) });
    await expect.element(code().getByText('HZ7K2QWLP', { exact: true })).toBeVisible();
    fake.push({ signIn: { state: 'idle' } });
    await expect.poll(() => code().elements()).toHaveLength(0);
    expect(fake.asked('cancelSignIn')).toHaveLength(0);
  });

  test('closing the dialog cancels the sign-in', async () => {
    const fake = await open({ signIn: waiting(byCode, deviceCode) });
    await code().getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(2);
    await expect.element(code()).toBeVisible();
  });

  test('while drives are picked in the first run, it is the dialog too', async () => {
    await open({ drives: [], signIn: waiting(byCode, deviceCode) });
    await expect.element(code().getByText('HZ7K2QWLP', { exact: true })).toBeVisible();
  });
});

describe('a sign-in that needs an administrator', () => {
  const signIn: SignInView = failed('needs-administrator', byCode);

  test.each([
    ['in the first run', nobody],
    ['inside the window', {}],
  ])('%s: a link to copy, what happens with it, another try', async (_place, fields) => {
    const fake = await open({ ...fields, signIn });
    await expect.element(page.getByText(/opens the link and approves/u)).toBeVisible();
    await button('Copy link for your administrator').click();
    await expect.element(said()).toMatchTextContent('Copied');
    expect(fake.asked('copy')).toEqual([['admin-consent-link']]);
    await button('Try again').click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[byCode]]);
  });

  test('where the drives should be', async () => {
    const fake = new FakeDrivebell({ snapshot: snapshot({ drives: [] }) });
    fake.fail('listDrives', 'needs-administrator');
    await openWindow(fake);
    await expect.element(page.getByText(/opens the link and approves/u)).toBeVisible();
    await expect.element(button('Copy link for your administrator')).toBeVisible();
    await expect.element(button('Try again')).toBeVisible();
  });

  test('when a choice of drives needs one', async () => {
    const fake = await open({ drives: [] });
    fake.fail('watchDrives', 'needs-administrator');
    await button('Watch 1 drive').click();
    await expect.element(button('Copy link for your administrator')).toBeVisible();
  });
});

test('a browser that does not open: another way is offered for the same account', async () => {
  const asked = { ...anyone, accountId: 'a1' };
  const fake = await open({ signIn: failed('browser-did-not-open', asked) });
  await button('Other ways').click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again as alex@contoso.com' });
  await dialog.getByRole('radio', { name: 'With a code on any device' }).click();
  expect(dialog.getByRole('combobox').elements()).toHaveLength(0);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[{ ...byCode, accountId: 'a1' }]]);
});

describe('without a keyring', () => {
  const weak: Partial<Snapshot> = { tokenStorage: 'memory', troubles: ['tokens-weak-storage'] };

  test.each([
    ['in the first run', { ...weak, ...nobody }],
    ['inside the window', weak],
  ])('%s: staying signed in is asked for, and says what it means', async (_place, fields) => {
    const fake = await open(fields);
    await button('Keep me signed in anyway').click();
    const dialog = page.getByRole('alertdialog', { name: 'Stay signed in without a keyring?' });
    await expect.element(dialog.getByText(/could use your sign-in/u)).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => dialog.elements()).toHaveLength(0);
    await expect.element(button('Keep me signed in anyway')).toHaveFocus();
    expect(fake.asked('allowWeakStorage')).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await dialog.getByRole('button', { name: 'Keep me signed in' }).click();
    await expect.poll(() => fake.asked('allowWeakStorage')).toEqual([[true]]);
  });
});

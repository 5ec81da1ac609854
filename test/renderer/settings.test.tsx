import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { again, anyone } from '../../src/renderer/sign-in/asks.ts';
import type { LoginItemState } from '../../src/shared/login-item.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  byCode,
  clientIds,
  drive,
  family,
  ownId,
  snapshot,
  typedIn,
} from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const region = (name: string) => page.getByRole('region', { name });
const otherId = '11111111-2222-3333-4444-555555555555';

async function settings(fields: Partial<Snapshot> = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields) });
  await openWindow(fake);
  await button('Settings').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  return fake;
}

describe('pauses', () => {
  test('are offered, and resuming while paused', async () => {
    const fake = await settings();
    await button('Pause for 1 hour').click();
    await button('Pause until tomorrow').click();
    await button('Pause until I resume').click();
    await expect
      .poll(() => fake.asked('pause'))
      .toEqual([['one-hour'], ['tomorrow'], ['until-resumed']]);
    fake.push({ pausedUntil: 'until-resumed' });
    await expect.element(page.getByText(/paused until you resume them/u)).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Resume' }).click();
    await expect.poll(() => fake.asked('resume')).toHaveLength(1);
  });
});

describe('own changes', () => {
  const own = page.getByRole('switch', { name: 'Also tell me of my own changes' });

  test('are told only where they are asked for, by mouse and keyboard', async () => {
    const fake = await settings();
    await expect.element(own).not.toBeChecked();
    await expect
      .element(own)
      .toHaveAccessibleDescription('For example those made on another device.');
    await own.click();
    await expect.poll(() => fake.asked('tellOwn')).toEqual([[true]]);
    fake.push({ tellsOwn: true });
    await expect.element(own).toBeChecked();
    own.element().focus();
    await userEvent.keyboard(' ');
    await expect.poll(() => fake.asked('tellOwn')[1]).toEqual([false]);
  });

  test('a switch that was not kept says so, and stays', async () => {
    const fake = await settings();
    fake.fail('tellOwn', 'storage-failed');
    await own.click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(own).not.toBeChecked();
  });
});

describe('starting with the computer', () => {
  const start = page.getByRole('switch', {
    name: 'Start Drivebell when I sign in to this computer',
  });

  async function opened(loginItem: LoginItemState): Promise<FakeDrivebell> {
    const fake = new FakeDrivebell({ snapshot: snapshot(), startPage: 'settings' });
    fake.loginItem = loginItem;
    await openWindow(fake);
    return fake;
  }

  test('is as the system says, before and after', async () => {
    const fake = await opened('off');
    await expect.element(start).toBeEnabled();
    await expect.element(start).not.toBeChecked();
    fake.loginItem = 'on';
    await start.click();
    await expect.poll(() => fake.asked('setLoginItem')).toEqual([[true]]);
    await expect.element(start).toBeChecked();
    await expect.element(start).toHaveAccessibleDescription(/in the tray, without/u);
    start.element().focus();
    fake.loginItem = 'off';
    await userEvent.keyboard(' ');
    await expect.poll(() => fake.asked('setLoginItem')[1]).toEqual([false]);
    await expect.element(start).not.toBeChecked();
  });

  test('follows what was changed in the system meanwhile', async () => {
    const fake = await opened('on');
    await expect.element(start).toBeChecked();
    fake.loginItem = 'off';
    window.dispatchEvent(new Event('focus'));
    await expect.element(start).not.toBeChecked();
  });

  test('where the system refuses, it says so and stays off', async () => {
    const fake = await opened('off');
    await expect.element(start).toBeEnabled();
    fake.fail('setLoginItem', 'login-item-failed');
    await start.click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(start).not.toBeChecked();
  });

  test('what macOS wants to have allowed is on, and says where', async () => {
    await opened('needs-approval');
    await expect.element(start).toBeChecked();
    await expect.element(start).toHaveAccessibleDescription(/System Settings, General/u);
  });

  test('a build that is not installed cannot, and says why', async () => {
    await opened('not-installed');
    await expect.element(start).toBeDisabled();
    await expect.element(start).toHaveAccessibleDescription(/Only an installed Drivebell/u);
  });
});

describe('accounts', () => {
  const ended = account('a3', {
    name: 'Kim Akers',
    username: 'kim@agency.example',
    cloud: 'us-gov',
    needsSignIn: true,
  });
  const accounts = [account('a1'), family, ended];
  const row = (name: string) => page.getByRole('listitem', { name });

  async function askToRemove(username: string): Promise<void> {
    await button(`More for ${username}`).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
  }

  test('each says who, which kind, which cloud, and how it stands', async () => {
    await settings({ accounts });
    const first = row('alex@contoso.com');
    await expect
      .element(first.getByText('alex@contoso.com · Work or school account', { exact: true }))
      .toBeVisible();
    await expect.element(first.getByText('Signed in', { exact: true })).toBeVisible();
    await expect.element(row(family.username).getByText(/Personal account/u)).toBeVisible();
    const last = row('kim@agency.example');
    await expect.element(last.getByText(/ · US Government \(GCC High\)$/u)).toBeVisible();
    expect(last.getByText('Sign in again', { exact: true }).elements()).toHaveLength(2);
  });

  test('one that has to sign in again does so in its own cloud', async () => {
    const fake = await settings({ accounts, clientIds: clientIds({ 'us-gov': typedIn }) });
    await row('kim@agency.example').getByRole('button', { name: 'Sign in again' }).click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[again(ended)]]);
    await button('More for kim@agency.example').click();
    await page.getByRole('menuitem', { name: 'Other ways to sign in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again as kim@agency.example' });
    await dialog.getByRole('radio', { name: 'With a code on any device' }).click();
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect
      .poll(() => fake.asked('signIn')[1])
      .toEqual([{ ...again(ended), flow: 'device-code' }]);
  });

  test('another is added, in either way', async () => {
    const fake = await settings();
    await button('Add an account').click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[anyone]]);
    await button('Other ways').click();
    const dialog = page.getByRole('dialog', { name: 'Other ways to sign in' });
    await dialog.getByRole('radio', { name: 'With a code on any device' }).click();
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => fake.asked('signIn')).toEqual([[anyone], [byCode]]);
  });

  test('removing asks first, and keeps what was told unless asked not to', async () => {
    const drives = [drive('one'), drive('two'), drive('other', { accountId: 'a2' })];
    const fake = await settings({ accounts, drives });
    await askToRemove('alex@contoso.com');
    const dialog = page.getByRole('alertdialog', { name: 'Remove Alex Wilber?' });
    await expect
      .element(dialog.getByText(/^2 drives of alex@contoso\.com will no longer be watched\./u))
      .toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => dialog.elements()).toHaveLength(0);
    await expect.element(button('More for alex@contoso.com')).toHaveFocus();
    expect(fake.asked('removeAccount')).toEqual([]);

    await askToRemove('alex@contoso.com');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => fake.asked('removeAccount')).toEqual([['a1', 'keep']]);
    await askToRemove(ended.username);
    await expect.element(page.getByText(/^You watch no drives of kim@agency/u)).toBeVisible();
    await page.getByRole('checkbox', { name: /Also delete/u }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => fake.asked('removeAccount')[1]).toEqual(['a3', 'delete']);
  });

  test('after removing, the focus is where accounts are added', async () => {
    const fake = await settings({ accounts });
    await askToRemove(family.username);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => page.getByRole('alertdialog').elements()).toHaveLength(0);
    await expect.element(button(`More for ${family.username}`)).toHaveFocus();
    fake.push({ accounts: [account('a1'), ended] });
    await expect.element(button('Add an account')).toHaveFocus();
  });

  test('a row that goes while its question fades out leaves the focus there too', async () => {
    const fake = await settings({ accounts });
    await askToRemove(family.username);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    fake.push({ accounts: [account('a1'), ended] });
    await expect.poll(() => page.getByRole('alertdialog').elements()).toHaveLength(0);
    await expect.element(button('Add an account')).toHaveFocus();
  });

  test('a removal that fails is said, and the account stays', async () => {
    const fake = await settings({ accounts });
    fake.fail('removeAccount', 'storage-failed');
    await askToRemove(family.username);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/cannot be saved/u);
    await expect.element(row(family.username)).toBeVisible();
  });
});

describe('app registrations', () => {
  test('only those that were typed in are shown, and can be changed', async () => {
    const fake = await settings({ clientIds: clientIds({ china: typedIn }) });
    const section = region('App registration');
    expect(section.getByRole('listitem').elements()).toHaveLength(1);
    await expect.element(section.getByText('China (21Vianet)')).toBeVisible();
    await expect.element(section.getByText(ownId)).toBeVisible();
    await section
      .getByRole('button', { name: 'Change the client ID for China (21Vianet)' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Change client ID' });
    await expect
      .element(dialog.getByText(/All accounts of this cloud .* sign in again\./u))
      .toBeVisible();
    const field = dialog.getByRole('textbox', { name: 'Application (client) ID' });
    await expect.element(field).toHaveValue(ownId);
    await field.fill('nonsense');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect.element(field).toBeInvalid();
    await field.fill(otherId);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.asked('setClientId').at(-1)).toEqual(['china', otherId]);
    await expect.poll(() => dialog.elements()).toHaveLength(0);
    await expect.element(button('Change the client ID for China (21Vianet)')).toHaveFocus();
  });

  test('there is nothing to say of what came with Drivebell', async () => {
    await settings();
    expect(region('App registration').elements()).toHaveLength(0);
  });
});

describe('staying signed in', () => {
  test('goes without saying where a keyring keeps the sign-in', async () => {
    await settings({ tokenStorage: 'safe' });
    expect(region('Staying signed in').elements()).toHaveLength(0);
  });

  test('can be allowed without one', async () => {
    const fake = await settings({ tokenStorage: 'memory' });
    await expect.element(page.getByText(/only until Drivebell quits/u)).toBeVisible();
    await button('Keep me signed in anyway').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep me signed in' }).click();
    await expect.poll(() => fake.asked('allowWeakStorage')).toEqual([[true]]);
  });

  test('can be ended again', async () => {
    const fake = await settings({ tokenStorage: 'weak' });
    await expect.element(page.getByText(/not safely encrypted/u)).toBeVisible();
    await button('Stop keeping me signed in').click();
    await expect.poll(() => fake.asked('allowWeakStorage')).toEqual([[false]]);
  });
});

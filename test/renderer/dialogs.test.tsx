import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { atHand } from './support/at-hand.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  byCode,
  clientIds,
  deviceCode,
  snapshot,
  typedIn,
  waiting,
} from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const asks = () => page.getByRole('alertdialog');
const dialog = () => page.getByRole('dialog');
const hidden = (): boolean => document.getElementById('root')?.ariaHidden === 'true';
const shown = (): number => document.querySelectorAll('[aria-modal]').length;
const gone: Partial<Snapshot> = { accounts: [], drives: [] };
const firstPage = 'Hear about changes in your drives';

async function open(fields: Partial<Snapshot> = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields) });
  await openWindow(fake);
  await atHand();
  return fake;
}

/** By now everything else is hidden from screen readers. */
async function opened(): Promise<void> {
  await expect.poll(shown).toBe(1);
  await expect.poll(hidden).toBe(true);
}

async function nothingLeft(): Promise<void> {
  await expect.poll(shown).toBe(0);
  await expect.poll(hidden).toBe(false);
  await expect.poll(() => document.body.style.overflow).toBe('');
}

test('removing the last account leads back to the first page', async () => {
  const fake = await open();
  await button('Settings').click();
  await button('More for alex@contoso.com').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await opened();
  await asks().getByRole('button', { name: 'Remove' }).click();
  fake.push(gone);
  await nothingLeft();
  await expect.element(title(firstPage)).toHaveFocus();
  await expect.element(button('Sign in with Microsoft')).toBeVisible();
});

describe('a dialog goes with its page, and leaves nothing behind', () => {
  const ways: Record<string, () => Promise<void>> = {
    'removing an account': async () => {
      await button('Settings').click();
      await button('More for alex@contoso.com').click();
      await page.getByRole('menuitem', { name: 'Remove' }).click();
    },
    'changing a client ID': async () => {
      await button('Settings').click();
      await button(/^Change the client ID/u).click();
    },
    'staying signed in': async () => {
      await button('Settings').click();
      await button('Keep me signed in anyway').click();
    },
    'other ways to sign in': async () => {
      await button('Settings').click();
      await button('Other ways').click();
    },
    'adding a drive': async () => {
      await button('Drives').first().click();
      await button('Add a drive').click();
    },
    'stopping a drive': async () => {
      await button('Drives').first().click();
      await button('More for Finance').click();
      await page.getByRole('menuitem', { name: 'Stop watching' }).click();
    },
  };

  test.each(Object.keys(ways))('%s', async (way) => {
    const fake = await open({
      clientIds: clientIds({ 'us-gov': typedIn }),
      tokenStorage: 'memory',
    });
    await ways[way]?.();
    await opened();
    fake.push(gone);
    await nothingLeft();
    await expect.element(title(firstPage)).toHaveFocus();
  });

  test('where one has gone on before there were any rows, too', async () => {
    const fake = new FakeDrivebell({ snapshot: snapshot() });
    vi.spyOn(fake.api, 'getActivity').mockReturnValue(new Promise(() => {}));
    await openWindow(fake);
    await button('Settings').click();
    await atHand();
    await ways['removing an account']?.();
    await opened();
    fake.push(gone);
    await nothingLeft();
    await expect.element(title(firstPage)).toHaveFocus();
  });

  test('a code goes on in the panel', async () => {
    const fake = await open({ signIn: waiting(byCode, deviceCode) });
    await opened();
    fake.push(gone);
    await nothingLeft();
    await expect.element(title('Sign in with a code')).toHaveFocus();
    await expect.element(button('Copy code')).toBeVisible();
  });

  test('from one page of the first run to the next', async () => {
    const fake = await open(gone);
    await button('Other ways to sign in').click();
    await expect.element(dialog()).toBeVisible();
    await opened();
    fake.push({ signIn: waiting() });
    await nothingLeft();
    await expect.element(title('Finish signing in in your browser')).toHaveFocus();
  });

  test('from the first run to the pages', async () => {
    const fake = await open({ ...gone, tokenStorage: 'memory', troubles: ['tokens-weak-storage'] });
    await button('Keep me signed in anyway').click();
    await opened();
    fake.push({ accounts: [account('a1')] });
    await nothingLeft();
    await expect.element(title('Which drives should Drivebell watch?')).toHaveFocus();
  });
});

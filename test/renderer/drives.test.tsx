import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { again } from '../../src/renderer/sign-in/asks.ts';
import type { WatchedDriveView } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { account, choices, day, drive, now, snapshot, waiting } from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const only = (name: string) => page.getByRole('listitem', { name });

async function showDrives(...drives: readonly WatchedDriveView[]): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives }), choices });
  await openWindow(fake);
  await button('Drives').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Drives' })).toBeVisible();
  return fake;
}

test('a row names account, kind and last change', async () => {
  await showDrives(drive('it', { lastChangeAt: now - day }), drive('no', { lastChangeAt: null }));
  await expect
    .element(page.getByText(/Library · alex@contoso\.com · Last change 17 Nov, 14:30/u))
    .toBeVisible();
  await expect.element(page.getByText(/No change yet/u)).toBeVisible();
});

test('learning names shows how far, with and without an estimate, while the drive is live', async () => {
  await showDrives(
    drive('a', { name: 'A', learning: { known: 12_400, about: 31_000 } }),
    drive('b', { name: 'B', learning: { known: 500, about: null } }),
    drive('c', { name: 'C', learning: { known: 90, about: 80 } }),
  );
  await expect.element(page.getByText(/12,400 of about 31,000 items/u)).toBeVisible();
  await expect.element(page.getByText(/Learning names: 500 items/u)).toBeVisible();
  const bar = page.getByRole('progressbar', { name: 'Learning the names in A' });
  await expect.element(bar).toHaveAttribute('aria-valuenow', '12400');
  const full = page.getByRole('progressbar', { name: 'Learning the names in C' });
  await expect.element(full).toHaveAttribute('aria-valuenow', '80');
  await expect.element(only('A').getByText('Live', { exact: true })).toBeVisible();
});

const stopNote = 'Renamed and moved files are then shown as changed until they are known.';
const stoppedWords = 'Not all names are known: some renamed files are shown as changed.';

test('learning names can be stopped and begun again, by keyboard and with the focus kept', async () => {
  const learning = { known: 500, about: null };
  const it = drive('it', { learning });
  const fake = await showDrives(it, drive('other', { name: 'Other', learning }));
  const stop = button('Stop learning the names in Finance');
  await expect.element(stop).toHaveTextContent('Stop');
  await expect.element(stop).toHaveAccessibleDescription(stopNote);
  stop.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.asked('learnNames')).toEqual([['it', false]]);
  await expect.element(page.getByRole('status')).toHaveTextContent(stoppedWords);

  fake.push({ drives: [{ ...it, learning: null, names: 'stopped' }] });
  await expect.element(only('Finance').getByText(stoppedWords)).toBeVisible();
  expect(page.getByRole('progressbar').elements()).toHaveLength(0);
  const learn = button('Learn names in Finance');
  await expect.element(learn).toHaveTextContent('Learn names');
  await expect.element(learn).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.asked('learnNames')[1]).toEqual(['it', true]);
  await expect.element(page.getByRole('status')).toHaveTextContent('Learning the names in Finance');
});

test('a request to stop that fails is said, and nothing else', async () => {
  const fake = await showDrives(drive('it', { learning: { known: 5, about: null } }));
  fake.fail('learnNames', 'storage-failed');
  await button('Stop learning the names in Finance').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Finance cannot be saved/u);
  await expect.element(page.getByRole('status')).not.toHaveTextContent(stoppedWords);
});

test('the focus goes to the menu of the drive once its names are known', async () => {
  const it = drive('it', { learning: { known: 500, about: null } });
  const fake = await showDrives(it);
  const stop = button('Stop learning the names in Finance');
  stop.element().focus();
  fake.push({ drives: [{ ...it, learning: null }] });
  await expect.element(button('More for Finance')).toHaveFocus();
  await expect.poll(() => stop.elements()).toHaveLength(0);
});

test('names learned in the background leave the focus where it is', async () => {
  const it = drive('it', { learning: { known: 500, about: null } });
  const fake = await showDrives(it);
  button('Add a drive').element().focus();
  fake.push({ drives: [{ ...it, learning: null }] });
  await expect.poll(() => page.getByRole('progressbar').elements()).toHaveLength(0);
  await expect.element(button('Add a drive')).toHaveFocus();
});

test('a drive too large for all its names says so, and offers nothing', async () => {
  await showDrives(drive('it', { names: 'folders' }));
  const words =
    'This drive is too large to know every file: renamed and moved files are shown as changed.';
  await expect.element(only('Finance').getByText(words)).toBeVisible();
  expect(only('Finance').getByRole('button').elements()).toHaveLength(1);
});

test('there is nothing to say of names that are known', async () => {
  await showDrives(drive('it'));
  expect(
    only('Finance')
      .getByText(/names|files/u)
      .elements(),
  ).toHaveLength(0);
});

test('the menu opens the drive and checks it', async () => {
  const fake = await showDrives(drive('it'));
  await button('More for Finance').click();
  await page.getByRole('menuitem', { name: 'Open in browser' }).click();
  await expect.poll(() => fake.asked('openDrive')).toEqual([['it']]);
  await button('More for Finance').click();
  await page.getByRole('menuitem', { name: 'Open recycle bin' }).click();
  await expect.poll(() => fake.asked('openRecycleBin')).toEqual([['it']]);
  await button('More for Finance').click();
  await page.getByRole('menuitem', { name: 'Check now' }).click();
  await expect.poll(() => fake.asked('checkNow')).toEqual([['it']]);
  await expect.element(page.getByRole('status')).toMatchTextContent(/Checking Finance/u);
});

test('a drive check that fails names the drive', async () => {
  const liveness = { state: 'offline', since: now, reason: 'no-network' } as const;
  const fake = await showDrives(drive('it', { liveness }));
  fake.fail('checkNow', 'throttled');
  await button('Try now').click();
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/Microsoft asked us to check Finance less often\./u);
});

test('drives are added from the picker, by keyboard alone', async () => {
  const fake = await showDrives(drive('it'));
  await button('Add a drive').click();
  const dialog = page.getByRole('dialog', { name: 'Add a drive' });
  const finance = dialog.getByRole('checkbox', { name: /Finance/u });
  await expect.element(finance).not.toBeChecked();
  finance.element().focus();
  await userEvent.keyboard(' ');
  await expect.element(finance).toBeChecked();
  await userEvent.keyboard('{Tab}{Tab}{Enter}');
  await expect.poll(() => fake.asked('watchDrives')).toEqual([[['d-finance']]]);
  await expect.poll(() => dialog.elements()).toHaveLength(0);
});

test('a sign-in that adding a drive needs is seen in the dialog, and can be cancelled', async () => {
  const fake = await showDrives(drive('it'));
  await button('Add a drive').click();
  const dialog = page.getByRole('dialog', { name: 'Add a drive' });
  await dialog.getByRole('checkbox', { name: /Sales/u }).click();
  fake.push({ signIn: waiting() });
  await expect.element(dialog.getByText('Finish signing in in your browser')).toBeVisible();
  // The dialog's own button comes last.
  await dialog.getByRole('button', { name: 'Cancel' }).first().click();
  await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(1);
  fake.push({ signIn: { state: 'idle' } });
  await expect
    .poll(() => dialog.getByText('Finish signing in in your browser').elements())
    .toHaveLength(0);
  await expect.element(dialog.getByRole('checkbox', { name: /Sales/u })).toBeChecked();
});

test('drives that cannot be listed in the dialog for want of a sign-in: sign in again', async () => {
  const fake = await showDrives(drive('it'));
  fake.fail('listDrives', 'signed-out');
  await button('Add a drive').click();
  const dialog = page.getByRole('dialog', { name: 'Add a drive' });
  await dialog.getByRole('button', { name: 'Sign in again' }).click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[again(account('a1'))]]);
  fake.push({ signIn: waiting() });
  await expect.element(dialog.getByText('Finish signing in in your browser')).toBeVisible();
  fake.succeed('listDrives');
  fake.push({ signIn: { state: 'idle' } });
  await expect.element(dialog.getByRole('checkbox', { name: /Sales/u })).toBeVisible();
});

test('no drives: one way on', async () => {
  const fake = await showDrives(drive('it'));
  fake.push({ drives: [] });
  await expect.element(page.getByText('No drives watched', { exact: true })).toBeVisible();
  await button('Add a drive').click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
});

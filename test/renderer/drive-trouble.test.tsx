import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { again } from '../../src/renderer/sign-in/asks.ts';
import {
  type Liveness,
  reasons,
  type Snapshot,
  type WatchedDriveView,
} from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  clientIds,
  drive,
  failed,
  hour,
  minute,
  now,
  snapshot,
  typedIn,
} from './support/samples.ts';

const row = (name = 'Finance') => page.getByRole('listitem', { name });

async function showDrives(fields: Partial<Snapshot>): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields) });
  await openWindow(fake);
  await page.getByRole('button', { name: 'Drives' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Drives' })).toBeVisible();
  return fake;
}

const inTrouble = (
  state: Liveness['state'],
  reason: Liveness['reason'],
  fields: Partial<WatchedDriveView> = {},
): WatchedDriveView =>
  drive('it', {
    liveness: { state, since: now - 90 * minute, reason },
    pollSeconds: 60,
    ...fields,
  });

type Of = readonly [Liveness['state'], string, string | null];
/** As `deriveLiveness` has it, the word, and what helps. */
const said = {
  'push-not-offered': ['polling', 'Checking every minute', 'Try now'],
  'push-refused': ['polling', 'Checking every minute', 'Try now'],
  'push-lost': ['polling', 'Checking every minute', 'Try now'],
  'push-silent': ['polling', 'Checking every minute', 'Try now'],
  'push-unreachable': ['polling', 'Checking every minute', 'Try now'],
  'too-many-drives': ['polling', 'Checking every minute', 'Try now'],
  'endpoint-without-url': ['polling', 'Checking every minute', 'Try now'],
  'endpoint-not-https': ['polling', 'Checking every minute', 'Try now'],
  'endpoint-foreign-host': ['polling', 'Checking every minute', 'Try now'],
  'webhook-unreached': ['polling', 'Checking every minute', 'Try now'],
  'webhook-refused': ['polling', 'Checking every minute', 'Try now'],
  'webhook-not-allowed': ['polling', 'Checking every minute', 'Try now'],
  'webhook-port-taken': ['polling', 'Checking every minute', 'Try now'],
  'no-network': ['offline', 'Offline', 'Try now'],
  'microsoft-down': ['unavailable', 'Not available', 'Try now'],
  throttled: ['polling', 'Checking every minute', null],
  'unexpected-answer': ['unavailable', 'Not available', 'Try now'],
  'not-json': ['unavailable', 'Not available', 'Try now'],
  'delta-without-link': ['unavailable', 'Not available', 'Try now'],
  'signed-out': ['sign-in-needed', 'Sign in again', 'Sign in again'],
  'keys-locked': ['unavailable', 'Not available', 'Try now'],
  'client-id-wrong': ['unavailable', 'Not available', 'Try now'],
  'no-access': ['unavailable', 'Not available', 'Open in browser'],
  'drive-gone': ['unavailable', 'Not available', 'Stop watching'],
  'storage-failed': ['unavailable', 'Not available', 'Try now'],
} satisfies Record<NonNullable<Liveness['reason']>, Of>;

test.each(reasons)('%s: word, since, why, and the one thing that helps', async (reason) => {
  const [state, word, help] = said[reason];
  await showDrives({ drives: [inTrouble(state, reason)] });
  await expect.element(row().getByText(word, { exact: true }).first()).toBeVisible();
  await expect.element(row().getByText('since 13:00', { exact: true })).toBeVisible();
  await expect.element(row().getByText(/^[A-Z].*\.$/u)).toBeVisible();
  const buttons = row().getByRole('button').elements();
  expect(buttons.map((button) => button.textContent)).toEqual(help ? ['', help] : ['']);
});

test.each(['starting', 'live'] as const)('%s: there is nothing to explain', async (state) => {
  await showDrives({ drives: [inTrouble(state, null)] });
  const word = { starting: 'Connecting', live: 'Live' }[state];
  await expect.element(row().getByText(word, { exact: true })).toBeVisible();
  expect(row().getByRole('button').elements()).toHaveLength(1);
});

test('to try now reconnects and reads the drive', async () => {
  const fake = await showDrives({ drives: [inTrouble('offline', 'no-network')] });
  await row().getByRole('button', { name: 'Try now' }).click();
  await expect.poll(() => fake.asked('checkNow')).toEqual([['it']]);
  await expect.element(page.getByRole('status')).toHaveTextContent('Checking Finance');
});

test('to sign in again is for the account of the drive, in its cloud', async () => {
  const liveness = { state: 'sign-in-needed', since: now, reason: 'signed-out' } as const;
  const agency = account('a2', { cloud: 'us-gov' });
  const fake = new FakeDrivebell({
    snapshot: snapshot({
      accounts: [account('a1'), agency],
      clientIds: clientIds({ 'us-gov': typedIn }),
      drives: [drive('it'), drive('other', { accountId: 'a2', liveness })],
    }),
  });
  await openWindow(fake);
  await page.getByRole('button', { name: 'Drives' }).click();
  await page.getByRole('listitem').getByRole('button', { name: 'Sign in again' }).click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[again(agency)]]);
});

test('where an administrator has to approve, the link for them is at the drive', async () => {
  const drives = [
    inTrouble('sign-in-needed', 'signed-out'),
    inTrouble('sign-in-needed', 'signed-out', { watchId: 'b', name: 'Sales', accountId: 'a2' }),
  ];
  const accounts = [account('a1'), account('a2')];
  const signIn = failed('needs-administrator', again(account('a1')));
  const fake = await showDrives({ accounts, drives, signIn });
  await expect.element(row().getByText(/wants an administrator to approve/u)).toBeVisible();
  await row().getByRole('button', { name: 'Copy link for your administrator' }).click();
  await expect.poll(() => fake.asked('copy')).toEqual([['admin-consent-link']]);
  await row().getByRole('button', { name: 'Sign in again' }).click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[again(account('a1'))]]);
  await expect.element(row('Sales').getByText('The sign-in for Sales has ended.')).toBeVisible();
});

test('a client ID that was typed in can be changed at the drive', async () => {
  const drives = [inTrouble('unavailable', 'client-id-wrong')];
  const fake = await showDrives({ drives, clientIds: clientIds({ global: typedIn }) });
  await row().getByRole('button', { name: 'Change client ID' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change client ID' });
  await dialog.getByRole('textbox').fill('12345678-1234-1234-1234-123456789abc');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect
    .poll(() => fake.asked('setClientId'))
    .toEqual([['global', '12345678-1234-1234-1234-123456789abc']]);
  await expect.poll(() => dialog.elements()).toHaveLength(0);
});

test.each([960, 720, 560])('nothing of a row is cut off, %i wide', async (width) => {
  const fake = new FakeDrivebell({
    snapshot: snapshot({
      accounts: [account('a1', { username: 'alexandra.wilber@northern-region.contoso.com' })],
      drives: [
        inTrouble('polling', 'push-unreachable', {
          name: 'Money',
          microsoftName: 'Finance and controlling',
          pollSeconds: 1800,
          lastChangeAt: now - 48 * hour,
        }),
      ],
    }),
  });
  await openWindow(fake, { width });
  await page.getByRole('button', { name: 'Drives' }).click();
  const facts = row('Money').getByText(/Finance and controlling · Library · .* · Last change/u);
  await expect.element(facts).toBeVisible();
  const { scrollWidth, clientWidth } = facts.element();
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  const item = row('Money').element();
  expect(item.scrollWidth).toBeLessThanOrEqual(item.clientWidth);
});

import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Outcome } from '../../src/shared/ipc.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { choices, found, foundPage, snapshot } from './support/samples.ts';

const dialog = () => page.getByRole('dialog', { name: 'Add a drive' });
const button = (name: string | RegExp) => dialog().getByRole('button', { name });
const box = (name: string | RegExp) => dialog().getByRole('checkbox', { name });
const tab = (name: string) => dialog().getByRole('tab', { name });
const field = () => dialog().getByRole('textbox');

async function show(): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(), choices, startPage: 'drives' });
  await openWindow(fake);
  await open();
  return fake;
}

async function open(): Promise<void> {
  await page.getByRole('button', { name: 'Add a drive' }).click();
  await expect.element(box(/OneDrive/u)).toBeVisible();
}

/** Answered when told to. */
function held(
  fake: FakeDrivebell,
  name: 'watchDrives' | 'widen',
): (outcome: Outcome<void>) => void {
  const answer = Promise.withResolvers<Outcome<void>>();
  vi.spyOn(fake.api, name).mockReturnValueOnce(answer.promise);
  return answer.resolve;
}

/** What was answered before it has come across by then. */
async function crossed(fake: FakeDrivebell): Promise<void> {
  await window.drivebell.getLoginItem();
  expect(fake.asked('getLoginItem')).not.toEqual([]);
}

test('a dialog opened since is not closed by what another has asked for', async () => {
  const fake = await show();
  const answer = held(fake, 'watchDrives');
  await box(/Sales/u).click();
  await button('Watch 1 drive').click();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog().elements()).toHaveLength(0);
  await open();
  answer({ ok: true, value: undefined });
  await crossed(fake);
  await box(/Finance/u).click();
  await expect.element(button('Watch 1 drive')).toBeVisible();
});

test('whoever has gone on while Microsoft was asked is not led back', async () => {
  const fake = await show();
  fake.fail('find', 'needs-sites');
  await tab('Sites').click();
  const answer = held(fake, 'widen');
  await button('Ask Microsoft').click();
  fake.succeed('find');
  await tab('Teams and groups').click();
  await expect.element(dialog().getByText(/no team or group/iu)).toBeVisible();
  answer({ ok: true, value: undefined });
  await crossed(fake);
  expect(fake.asked('find')).toHaveLength(2);
});

test('a link that leads nowhere shows nothing of the one before it', async () => {
  const fake = await show();
  const links = ['https://contoso.sharepoint.com/a', 'https://contoso.sharepoint.com/b'] as const;
  const first = foundPage([found('w-a', { name: 'Budget' })]);
  fake.foundPages.set(JSON.stringify({ what: 'link', text: links[0] }), first);
  await tab('Paste a link').click();
  await field().fill(links[0]);
  await userEvent.keyboard('{Enter}');
  await expect.element(box('Budget')).toBeVisible();
  fake.fail('find', 'link-not-found');
  await field().fill(links[1]);
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog().getByRole('alert')).toBeVisible();
  expect(box('Budget').elements()).toHaveLength(0);
  await expect.element(field()).toHaveFocus();
});

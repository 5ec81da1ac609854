import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WebhookCheck } from '../../src/shared/diagnostics.ts';
import type { Snapshot, WebhookView } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { drive, hour, minute, now, snapshot } from './support/samples.ts';

const url = 'https://bell.example.com/drivebell';
const kept: WebhookView = { url, port: 8765, use: 'fallback' };

const region = page.getByRole('region', { name: 'Webhook' });
const address = region.getByRole('textbox', { name: 'Public address' });
const port = region.getByRole('textbox', { name: 'Port on this computer' });
const use = region.getByRole('combobox', { name: 'Used for' });
const button = (name: string) => region.getByRole('button', { name });
const off = region.getByText('Off. Save an address to turn it on.');
const taken = region.getByText('Another program uses port 8765.');

afterEach(() => {
  vi.useRealTimers();
});

async function settings(fields: Partial<Snapshot> = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), startPage: 'settings' });
  await openWindow(fake);
  await expect.element(region).toBeVisible();
  return fake;
}

test('lies folded until somebody wants it, and is kept as typed', async () => {
  const fake = await settings();
  await expect.element(address).not.toBeInTheDocument();
  await region.getByText('Use an address of my own').click();
  await expect.element(button('Check the address')).not.toBeInTheDocument();
  await expect.element(button('Turn off')).not.toBeInTheDocument();
  await expect.element(off).toBeVisible();
  await address.fill(url);
  await port.fill('9000');
  await use.selectOptions('All drives');
  await button('Save').click();
  await expect.poll(() => fake.asked('setWebhook')).toEqual([[{ url, port: 9000, use: 'all' }]]);
  await expect.element(off).not.toBeInTheDocument();
});

test('an address that comes from elsewhere is shown', async () => {
  const fake = await settings();
  fake.push({ webhook: kept });
  await expect.element(address).toHaveValue(url);
});

test('says what is wrong with what is typed', async () => {
  const fake = await settings({ webhook: kept });
  await port.fill('80');
  await expect.element(region.getByText('A number from 1024 to 65535')).toBeVisible();
  await expect.element(button('Save')).toHaveAttribute('aria-disabled', 'true');
  await port.fill('8765');
  fake.fail('setWebhook', 'address-not-public');
  await address.fill('http://localhost/hook');
  await button('Save').click();
  const words = `Microsoft cannot reach that address. One that works looks like ${url}.`;
  await expect.element(region.getByText(words)).toBeVisible();
  await expect.element(address).toHaveValue('http://localhost/hook');
});

test('what is wrong moves no field out of line', async () => {
  await settings({ webhook: kept });
  const top = (of: typeof port): number => of.element().getBoundingClientRect().top;
  const between = top(use) - top(port);
  await port.fill('80');
  await expect.element(region.getByText('A number from 1024 to 65535')).toBeVisible();
  expect(top(use) - top(port)).toBe(between);
});

test('no address is none', async () => {
  const fake = await settings({ webhook: kept });
  await address.fill('');
  await button('Save').click();
  await expect.poll(() => fake.asked('setWebhook')).toEqual([[{ ...kept, url: null }]]);
  await expect.element(off).toBeVisible();
  await expect.element(page.getByText('Turned off', { exact: true })).toBeInTheDocument();
  await expect.element(button('Save')).toHaveFocus();
});

test('is turned off at the press of a button, and on again by saving what is still there', async () => {
  const fake = await settings({ webhook: kept });
  (button('Turn off').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.asked('setWebhook')).toEqual([[{ ...kept, url: null }]]);
  await expect.element(off).toBeVisible();
  await expect.element(page.getByText('Turned off', { exact: true })).toBeInTheDocument();
  await expect.element(address).toHaveFocus();
  await expect.element(address).toHaveValue(url);
  await expect.element(button('Turn off')).not.toBeInTheDocument();
  await button('Save').click();
  await expect.poll(() => fake.asked('setWebhook').at(-1)).toEqual([kept]);
  await expect.element(button('Turn off')).toBeVisible();
});

test('without an address, a port is saved and nothing turned off', async () => {
  const fake = await settings();
  await region.getByText('Use an address of my own').click();
  await port.fill('9000');
  await button('Save').click();
  await expect.poll(() => fake.asked('setWebhook')).toEqual([[{ ...kept, url: null, port: 9000 }]]);
  await expect.element(page.getByText('Saved', { exact: true })).toBeInTheDocument();
});

test('what is typed and not saved outlives turning off', async () => {
  const fake = await settings({ webhook: kept });
  await address.fill('http://localhost/hook');
  await use.selectOptions('All drives');
  await port.fill('80');
  await button('Turn off').click();
  await expect.element(off).toBeVisible();
  expect(fake.asked('setWebhook')).toEqual([[{ ...kept, url: null }]]);
  await expect.element(address).toHaveValue('http://localhost/hook');
  await expect.element(port).toHaveValue('80');
  await expect.element(use).toHaveValue('all');
});

test('where it cannot be turned off, it says so and stays', async () => {
  const fake = await settings({ webhook: kept });
  fake.fail('setWebhook', 'not-kept');
  await button('Turn off').click();
  await expect.element(address).toBeInvalid();
  await expect.element(button('Turn off')).toHaveFocus();
  await expect.element(off).not.toBeInTheDocument();
});

test.for<[WebhookCheck, string]>([
  [{ how: 'ours' }, `${url} leads to Drivebell.`],
  [{ how: 'answer', status: 502 }, `Microsoft could not reach ${url}: answer 502.`],
  [{ how: 'silent' }, `Microsoft could not reach ${url}: no answer, or one that leads elsewhere.`],
  [{ how: 'other' }, `Microsoft could not reach Drivebell at ${url}: something else answers.`],
  [{ how: 'port-taken' }, 'Another program uses port 8765.'],
])('says what came back when the address was asked: $0', async ([check, words]) => {
  const fake = await settings({ webhook: kept });
  fake.webhookCheck = check;
  await button('Check the address').click();
  await expect.element(region.getByText(words)).toBeVisible();
});

test('cuts a long address in the middle of what came back, and says all of it on demand', async () => {
  const long = `${url}/${'c'.repeat(700)}/the-end`;
  const fake = await settings({ webhook: { ...kept, url: long } });
  fake.webhookCheck = { how: 'silent' };
  await button('Check the address').click();
  const said = region.getByText(/^Microsoft could not reach https:.*c….*the-end: no answer/u);
  await expect.element(said).toBeVisible();
  expect(said.element().textContent.length).toBeLessThan(150);
  const whole = `Microsoft could not reach ${long}: no answer, or one that leads elsewhere.`;
  await expect.element(said).toHaveAttribute('title', whole);
});

test('says once that the port is taken, and no longer than it is', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const fake = new FakeDrivebell({ snapshot: snapshot({ webhook: kept }), startPage: 'settings' });
  const report = fake.webhookReport;
  fake.webhookReport = { ...report, state: 'port-taken' };
  fake.webhookCheck = { how: 'port-taken' };
  await openWindow(fake);
  await expect.element(taken).toBeVisible();
  await button('Check the address').click();
  await expect
    .element(region.getByRole('status'))
    .toHaveTextContent('Another program uses port 8765.');
  await expect.poll(() => fake.asked('getWebhook').length).toBeGreaterThan(1);
  await expect.element(taken).toBeVisible();
  fake.webhookReport = { ...report, state: 'listening' };
  vi.advanceTimersByTime(5000);
  await expect.element(region.getByText(/^Listening/u)).toBeVisible();
  await expect.element(taken).not.toBeInTheDocument();
});

test('says how the way in is doing', async () => {
  const fake = new FakeDrivebell({
    snapshot: snapshot({ webhook: kept }),
    startPage: 'settings',
  });
  const lastDelivery = now - minute;
  fake.webhookReport = { state: 'listening', subscriptions: 2, lastDelivery, ignored: 3 };
  await openWindow(fake);
  const words =
    'Listening, with 2 subscriptions. Last call from Microsoft: 14:29. 3 calls were ignored: they brought no subscription’s secret.';
  await expect.element(region.getByText(words)).toBeVisible();
});

test('diagnostics say by what a drive is woken, until when, and what came last', async () => {
  const times = { since: now - hour, expiresAt: now + 12 * hour, renewsAt: now + hour };
  const connection = { via: 'webhook', ...times } as const;
  const fake = await settings({ drives: [drive('one', { connection })], webhook: kept });
  const none = { lastWake: null, lastReading: null, lastFailure: null };
  fake.vitals = { one: { ...none, webhook: { lastDelivery: now - minute, ignored: 2 } } };
  const facts = page.getByRole('region', { name: 'Diagnostics' });
  await facts.getByText('Drives', { exact: true }).click();
  await expect.element(facts.getByText(/by webhook: Microsoft calls your own/u)).toBeVisible();
  await expect.element(facts.getByText('14:29; ignored: 2')).toBeVisible();
});

test('a drive can be woken by it first, and back again', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ webhook: kept }), startPage: 'drives' });
  await openWindow(fake);
  const menu = page.getByRole('button', { name: 'More for Finance' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Wake by webhook' }).click();
  await expect.poll(() => fake.asked('setWakeBy')).toEqual([['finance', 'webhook']]);
  fake.push({ drives: [drive('finance', { wakeBy: 'webhook' })] });
  await menu.click();
  await expect.element(page.getByRole('menuitem', { name: 'Wake by live updates' })).toBeVisible();
});

test.for<[string, WebhookView]>([
  ['without an address', { ...kept, url: null }],
  ['where it is used for all', { ...kept, use: 'all' }],
])('there is nothing to choose %s', async ([, webhook]) => {
  await openWindow(new FakeDrivebell({ snapshot: snapshot({ webhook }), startPage: 'drives' }));
  await page.getByRole('button', { name: 'More for Finance' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Check now' })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: /Wake by/u })).not.toBeInTheDocument();
});

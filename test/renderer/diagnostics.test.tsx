import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DriveVitals, Explanation } from '../../src/shared/diagnostics.ts';
import type { Liveness, Reason, Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { drive, hour, minute, now, row, rule, snapshot } from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const region = page.getByRole('region', { name: 'Diagnostics' });
const dialog = page.getByRole('dialog');

afterEach(async () => {
  if (dialog.query()) await userEvent.keyboard('{Escape}');
  await vi.waitUntil(() => dialog.query() === null, { timeout: 15_000 });
});

async function settings(fields: Partial<Snapshot> = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), startPage: 'settings' });
  await openWindow(fake);
  await expect.element(region).toBeVisible();
  return fake;
}

describe('the drives', () => {
  const connection = {
    via: 'loop',
    protocol: 3,
    since: now - hour,
    expiresAt: now + 5 * minute,
    renewsAt: now + 3 * minute,
  } as const;
  const vitals: DriveVitals = {
    lastWake: { at: now - minute, cause: 'push' },
    lastReading: { at: now - minute, found: 2 },
    lastFailure: { at: now - hour, of: 'push', code: 'push-lost' },
    webhook: null,
  };

  test('say how they are connected, and what has last happened to them', async () => {
    const fake = await settings({ drives: [drive('one', { name: 'Finance', connection })] });
    fake.vitals = { one: vitals };
    await region.getByText('Drives').click();
    const facts = region.getByRole('listitem');
    await expect
      .element(facts.getByText(/by Drivebell’s own client \(Engine\.IO 3\)/u))
      .toBeVisible();
    await expect.element(facts.getByText('14:33; ends 14:35 otherwise')).toBeVisible();
    await expect.element(facts.getByText('14:29, by a live update')).toBeVisible();
    await expect.element(facts.getByText('14:29, with 2 changes')).toBeVisible();
    await expect
      .element(facts.getByText('13:30, live updates: the live connection for Finance was lost'))
      .toBeVisible();
  });

  test('say that nothing has happened yet, and give codes that have no words as they are', async () => {
    const fake = await settings({ drives: [drive('one'), drive('two')] });
    const none: DriveVitals = {
      lastWake: null,
      lastReading: null,
      lastFailure: null,
      webhook: null,
    };
    const failed = { at: now, of: 'reading', code: 'endless' } as const;
    fake.vitals = { one: none, two: { ...none, lastFailure: failed } };
    await region.getByText('Drives').click();
    const drives = region.getByRole('listitem');
    await expect
      .element(drives.first().getByText('Not since Drivebell was started').last())
      .toBeVisible();
    await expect.element(drives.last().getByText('14:30, while reading: endless')).toBeVisible();
  });

  test('that are not watched live say so', async () => {
    const liveness = { state: 'polling', since: now, reason: 'push-not-offered' } as const;
    await settings({ drives: [drive('two', { name: 'Sales', liveness, pollSeconds: 240 })] });
    await region.getByText('Drives').click();
    await expect
      .element(region.getByRole('listitem'))
      .toMatchTextContent(/Sales.*live updates .* for Sales.*Live connectionNone/iu);
  });

  test.each<[Liveness['state'], Reason, RegExp]>([
    ['polling', 'push-unreachable', /cannot be reached; a firewall or proxy .*\*\.svc\.ms/u],
    ['polling', 'push-refused', /Microsoft refused live updates for Sales\./u],
    ['polling', 'throttled', /Microsoft asked us to check Sales less often\./u],
  ])('say why: %s, %s', async (state, reason, words) => {
    const liveness = { state, since: now, reason };
    const sales = drive('it', { name: 'Sales', liveness });
    await settings({ drives: [sales, { ...sales, watchId: 'joined', connection }] });
    await region.getByText('Drives').click();
    const drives = region.getByRole('listitem');
    await expect.element(drives.first().getByText(words)).toBeVisible();
    await expect.element(drives.last().getByText(words)).toBeVisible();
  });
});

test('a notification can be tried out', async () => {
  const fake = await settings();
  await button('Send a test notification').click();
  await expect.poll(() => fake.asked('testToast')).toEqual([[]]);
  await expect.element(page.getByRole('group', { name: /^Sent\./u })).toBeVisible();
});

describe('the report', () => {
  test('is shown before it is copied', async () => {
    const fake = await settings();
    fake.report = 'Drivebell 0.0.0, a test\nDrives: 0';
    await button('Show a report…').click();
    await expect.element(dialog.getByRole('textbox', { name: 'Report' })).toHaveValue(fake.report);
    expect(fake.asked('copy')).toEqual([]);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => fake.asked('copy')).toEqual([['report']]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(button('Show a report…')).toHaveFocus();
  });

  test('that cannot be had cannot be copied', async () => {
    const fake = await settings();
    fake.fail('getReport', 'internal');
    await button('Show a report…').click();
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Copy' })).not.toBeInTheDocument();
  });
});

describe('why a change was told, or not', () => {
  const ask = async (explained: Partial<Explanation>, fields: Partial<Snapshot> = {}) => {
    const fake = new FakeDrivebell({ snapshot: snapshot(fields), rows: [row(7)] });
    fake.explanation = { ...fake.explanation, ...explained };
    await openWindow(fake);
    await expect.poll(() => drawnRows().length).toBe(1);
    await button('More for Budget 2027.xlsx').click();
    await page.getByRole('menuitem', { name: 'Why was I told, or not?' }).click();
    await expect.element(dialog).toBeVisible();
    await expect.poll(() => fake.asked('explain')).toEqual([[7]]);
    return fake;
  };
  const temporary = rule('r-1', { pattern: '*.tmp', action: 'list' });

  test.each<[string, Partial<Explanation>, RegExp]>([
    ['no rule', {}, /You were notified of this\..*No rule fits it; then you are notified\./u],
    [
      'a rule',
      { outcome: 'listed', rule: temporary },
      /only listed, without a notification\..*The rule that decided: Files named \*\.tmp: list only\./u,
    ],
    ['a rule that is gone', { outcome: 'listed', isRuleGone: true }, /has been removed since\./u],
    [
      'quiet hours that last',
      { outcome: 'held', silence: 'quiet-hours', dueAt: now + hour },
      /came in your quiet hours\..*together with others: 15:30\./u,
    ],
    ['a pause without an end', { outcome: 'held', silence: 'paused' }, /when you resume/u],
    [
      'drives not read yet',
      { outcome: 'held', silence: 'away', dueAt: now },
      /as soon as all drives/u,
    ],
    [
      'a digest that came',
      { outcome: 'held', silence: 'digest', isToldSince: true },
      /at set times\..*You have been notified since, together with others\./u,
    ],
    ['oneself', { outcome: 'own' }, /You made this change yourself\./u],
  ])('%s', async (_name, explained, words) => {
    await ask(explained);
    await expect.element(dialog).toMatchTextContent(words);
  });

  test('names what the system keeps from showing', async () => {
    await ask({}, { troubles: ['notifications-unsupported'] });
    await expect.element(dialog.getByText(/^If you saw nothing:/u)).toBeVisible();
  });

  test('a row that is gone is told so, and the dialog gives the focus back', async () => {
    const fake = new FakeDrivebell({ snapshot: snapshot(), rows: [row(7)] });
    fake.fail('explain', 'not-found');
    await openWindow(fake);
    await expect.poll(() => drawnRows().length).toBe(1);
    await button('More for Budget 2027.xlsx').click();
    await page.getByRole('menuitem', { name: 'Why was I told, or not?' }).click();
    await expect.element(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(button('More for Budget 2027.xlsx')).toHaveFocus();
  });
});

import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Outcome } from '../../src/shared/ipc.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import type { WishesView } from '../../src/shared/wishes.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import { minute, now, snapshot, wishes } from './support/samples.ts';

const control = (name: string) => page.getByRole('switch', { name });
const choice = (name: string) => page.getByRole('combobox', { name });
const field = (name: string) => page.getByLabelText(name, { exact: true });
const quiet = { ...wishes.quietHours, isOn: true };

async function settings(part: Partial<WishesView> = {}, more: Partial<Snapshot> = {}) {
  const wished = snapshot({ wishes: { ...wishes, ...part }, ...more });
  const fake = new FakeDrivebell({ snapshot: wished, startPage: 'settings' });
  await openWindow(fake);
  await expect.element(choice('A change counts as read')).toBeVisible();
  return fake;
}

const sent = (fake: FakeDrivebell): unknown => fake.asked('wish').at(-1)?.[0];

describe('each wish is sent with all others', () => {
  test.each<[string, Partial<WishesView>]>([
    ['Play a sound', { hasSound: false }],
    ['Keep notifications on screen until I dismiss them', { stays: true }],
    ['Hide names in notifications', { isPrivate: true }],
    ['Quiet hours', { quietHours: quiet }],
    ['Alarm for many deletions', { alarm: { ...wishes.alarm, isOn: false } }],
  ])('%s', async (name, part) => {
    const fake = await settings();
    await control(name).click();
    await expect.poll(() => fake.asked('wish')).toEqual([[{ ...wishes, ...part }]]);
  });

  test.each<[string, string, Partial<WishesView>]>([
    ['A change counts as read', 'hand', { readBy: 'hand' }],
    ['A change counts as read', 'never', { readBy: 'never' }],
    ['When to tell me', 'hour', { delivery: { ...wishes.delivery, every: 'hour' } }],
    ['When to tell me', 'week', { delivery: { ...wishes.delivery, every: 'week' } }],
  ])('%s: %s', async (name, value, part) => {
    const fake = await settings();
    await choice(name).selectOptions(value);
    await expect.poll(() => sent(fake)).toEqual({ ...wishes, ...part });
  });

  test('two at once do not undo each other', async () => {
    const fake = await settings();
    await control('Play a sound').click();
    await control('Hide names in notifications').click();
    await expect.poll(() => sent(fake)).toEqual({ ...wishes, hasSound: false, isPrivate: true });
  });

  test('what was told from before a change does not undo it', async () => {
    const fake = await settings();
    const answer = Promise.withResolvers<Outcome<void>>();
    vi.spyOn(fake.api, 'wish').mockReturnValueOnce(answer.promise);
    await control('Play a sound').click();
    fake.push({ unread: 3 });
    await expect.element(page.getByRole('button', { name: /3 unread/u })).toBeVisible();
    await control('Hide names in notifications').click();
    await expect.poll(() => sent(fake)).toEqual({ ...wishes, hasSound: false, isPrivate: true });
    answer.resolve({ ok: true, value: undefined });
  });

  test('one that was not kept says so, stays, and is not sent with the next', async () => {
    const fake = await settings();
    fake.fail('wish', 'storage-failed');
    await control('Play a sound').click();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(control('Play a sound')).toBeChecked();
    fake.succeed('wish');
    await control('Hide names in notifications').click();
    await expect.poll(() => sent(fake)).toEqual({ ...wishes, isPrivate: true });
  });
});

describe('quiet hours', () => {
  test('have days, in the order of the week, and times', async () => {
    const fake = await settings({ quietHours: quiet });
    const days = page.getByRole('group', { name: 'On' }).getByRole('button');
    expect(days.elements().map((day) => day.firstElementChild?.textContent)).toEqual(
      'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
    );
    await page.getByRole('button', { name: 'Sunday' }).click();
    await expect.poll(() => sent(fake)).toMatchObject({ quietHours: { days: [0, 1, 2, 3, 4, 5] } });
    await page.getByRole('button', { name: 'Monday' }).click();
    await expect.poll(() => sent(fake)).toMatchObject({ quietHours: { days: [0, 2, 3, 4, 5] } });
    await field('From').fill('21:30');
    await expect.poll(() => sent(fake)).toMatchObject({ quietHours: { from: 21 * 60 + 30 } });
    await field('Until').fill('06:15');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => sent(fake)).toMatchObject({ quietHours: { to: 6 * 60 + 15 } });
  });

  test.each<[Partial<typeof quiet>, string]>([
    [{}, 'From 20:00 until 07:00 on the next day.'],
    [{ from: 60, to: 120 }, 'From 01:00 until 02:00 on the same day.'],
    [{ from: 60, to: 60 }, 'From 01:00 until 01:00 on the next day.'],
    [{ days: [] }, 'No day is chosen, so it is never quiet.'],
  ])('%j say what they mean', async (part, words) => {
    await settings({ quietHours: { ...quiet, ...part } });
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('a time left empty is not sent, and says why', async () => {
    const fake = await settings({ quietHours: quiet });
    await field('From').fill('');
    await expect.element(field('From')).toBeInvalid();
    await expect.element(page.getByText('Enter a time. The last one still holds.')).toBeVisible();
    expect(fake.asked('wish')).toEqual([]);
  });

  test('under way, they are said', async () => {
    const fake = await settings({}, { quietUntil: now + 30 * minute });
    await expect.element(page.getByText(/It is quiet until 15:00/u)).toBeVisible();
    fake.push({ pausedUntil: 'until-resumed' });
    await expect.element(page.getByText(/paused until you resume them/u)).toBeVisible();
  });
});

test('what is told weekly has a day and a time', async () => {
  const fake = await settings({ delivery: { every: 'week', at: 9 * 60, day: 1 } });
  await choice('On').selectOptions('Friday');
  await expect.poll(() => sent(fake)).toMatchObject({ delivery: { every: 'week', day: 5 } });
  await field('At').fill('08:30');
  await expect.poll(() => sent(fake)).toMatchObject({ delivery: { at: 8 * 60 + 30, day: 5 } });
  fake.push({ wishes: { ...wishes, delivery: { every: 'day', at: 510, day: 5 } } });
  await expect.poll(() => choice('On').elements()).toHaveLength(0);
  await expect.element(field('At')).toHaveValue('08:30');
});

describe('the alarm', () => {
  const items = () => field('At least this many items');

  test('has numbers, sent when they are complete', async () => {
    const fake = await settings();
    await items().fill('120');
    await field('Within (minutes)').fill('10');
    await userEvent.tab();
    await expect
      .poll(() => sent(fake))
      .toEqual({ ...wishes, alarm: { isOn: true, items: 120, minutes: 10 } });
  });

  test.each(['1', '100001', '2.5', 'many', ''])('%j is not sent, and says why', async (text) => {
    const fake = await settings();
    await items().fill(text);
    await userEvent.tab();
    await expect.element(items()).toBeInvalid();
    await expect.element(page.getByText(/a whole number from 2 to 100,000/u)).toBeVisible();
    expect(fake.asked('wish')).toEqual([]);
    await items().fill('60');
    await userEvent.tab();
    await expect.element(items()).toBeValid();
    await expect.poll(() => sent(fake)).toMatchObject({ alarm: { items: 60 } });
  });

  test('what is wrong with one number moves the other not down', async () => {
    await settings();
    const minutes = field('Within (minutes)');
    const above = (): number =>
      minutes.element().getBoundingClientRect().top - items().element().getBoundingClientRect().top;
    const before = above();
    await items().fill('many');
    await userEvent.tab();
    await expect.element(items()).toBeInvalid();
    expect(above()).toBe(before);
  });

  test('a number that was not kept gives way to the one that holds', async () => {
    const fake = await settings();
    fake.fail('wish', 'storage-failed');
    await items().fill('120');
    await userEvent.tab();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(items()).toHaveValue('50');
  });

  test('whoever leaves the page has finished', async () => {
    const fake = await settings();
    await items().fill('70');
    fake.show('drives');
    await expect.poll(() => sent(fake)).toMatchObject({ alarm: { items: 70 } });
  });
});

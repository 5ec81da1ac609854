import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noFilter } from '../../src/shared/activity-query.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { drive, row, snapshot, wishes } from './support/samples.ts';
import { settled } from './support/settled.ts';

const ids = (): readonly number[] => drawnRows().map((each) => Number(each.dataset['row']));
const button = (name: string | RegExp) => page.getByRole('button', { name });
const tick = (name: string) => page.getByRole('checkbox', { name });

const rows = [
  row(5, { actor: 'Ahmed Baz', read: false }),
  row(4, { kinds: ['deleted'], actor: null }),
  row(3, { watchId: 'team', driveName: 'Team site', kinds: ['renamed'] }),
  row(2, { watchId: 'team', driveName: 'Team site', actor: 'Ahmed Baz' }),
  row(1, { kinds: ['created'], read: false }),
];
const drives = [
  drive('finance', { name: 'Contoso Finance' }),
  drive('team', { name: 'Team site' }),
];

async function show(fields: Partial<Snapshot> = {}, given = rows): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives, ...fields }), rows: given });
  await openWindow(fake);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fake;
}

async function openPanel(): Promise<void> {
  await button('Filter').click();
  const first = page.getByRole('radiogroup', { name: 'Group by' });
  await expect.element(first).toBeVisible();
  await expect.poll(() => first.element().contains(document.activeElement)).toBe(true);
}

test('each choice narrows the list at once, is kept, and can be taken off', async () => {
  const fake = await show();
  await openPanel();
  await tick('Edited').click();
  await expect.poll(ids).toEqual([5, 2]);
  await tick('Team site').click();
  await expect.poll(ids).toEqual([2]);
  const kept = { ...noFilter, kinds: ['edited'], drives: ['team'] };
  expect(fake.asked('keepFilter').at(-1)).toEqual([kept]);
  await userEvent.keyboard('{Escape}');
  await button('Remove filter: Edited').click();
  await expect.poll(ids).toEqual([3, 2]);
  await button('Clear all').click();
  await expect.poll(ids).toEqual([5, 4, 3, 2, 1]);
});

test('choices that follow one another faster than main answers all count', async () => {
  const fake = await show();
  await openPanel();
  const boxes = ['Edited', 'Renamed', 'Team site'].map((name) => tick(name).element());
  for (const box of boxes) (box as HTMLElement).click();
  await expect.poll(() => fake.asked('keepFilter')).toHaveLength(3);
  const kept = { ...noFilter, kinds: ['edited', 'renamed'], drives: ['team'] };
  expect(fake.asked('keepFilter').at(-1)).toEqual([kept]);
  await userEvent.keyboard('{Escape}');
  const tags = ['Edited, Renamed', 'Team site'].map((name) => button(`Remove filter: ${name}`));
  for (const tag of tags) await expect.element(tag).toBeVisible();
  for (const tag of tags.map((each) => each.element())) (tag as HTMLElement).click();
  await expect.poll(() => fake.asked('keepFilter').at(-1)).toEqual([noFilter]);
});

test('a choice that was not kept is not sent with the next', async () => {
  const fake = await show();
  await openPanel();
  fake.fail('keepFilter', 'storage-failed');
  await tick('Edited').click();
  await expect.element(page.getByRole('alert', { includeHidden: true })).toBeVisible();
  fake.succeed('keepFilter');
  await tick('Renamed').click();
  await expect
    .poll(() => fake.asked('keepFilter').at(-1))
    .toEqual([{ ...noFilter, kinds: ['renamed'] }]);
});

test('a person is found by a part of the name', async () => {
  const fake = await show();
  await openPanel();
  await page.getByRole('combobox', { name: 'Person' }).click();
  await userEvent.keyboard('ahm');
  await page.getByRole('option', { name: 'Ahmed Baz' }).click();
  await expect.poll(ids).toEqual([5, 2]);
  await expect.poll(() => fake.asked('listPeople')).toContainEqual(['ahm']);
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Remove filter: By Ahmed Baz')).toBeVisible();
});

test('people that cannot be asked for are not said to have done nothing', async () => {
  const fake = await show();
  await openPanel();
  fake.fail('listPeople', 'internal');
  await page.getByRole('combobox', { name: 'Person' }).click();
  await userEvent.keyboard('zzz');
  await expect.element(page.getByRole('option', { name: /This did not work\./u })).toBeVisible();
  fake.succeed('listPeople');
  await userEvent.keyboard('z');
  await expect.element(page.getByRole('option', { name: /^Nobody by that name/u })).toBeVisible();
});

test('what was kept narrows the list from the start, and none of it is read by being seen', async () => {
  const filter = { ...noFilter, unreadOnly: true };
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives, filter }), rows });
  await openWindow(fake, { readAfterMs: 1 });
  await expect.poll(ids).toEqual([5, 1]);
  await expect.element(button('Remove filter: Unread only')).toBeVisible();
  expect(fake.asked('markRead')).toEqual([]);
});

test('nothing fits: it says so, and one button clears all of it', async () => {
  await show({ filter: { ...noFilter, kinds: ['mentioned'] } });
  await expect.element(page.getByText('No change fits the filter.').first()).toBeVisible();
  await button('Clear filters').click();
  await expect.poll(ids).toEqual([5, 4, 3, 2, 1]);
});

test('pages that hold nothing are gone through until one does', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives }), rows });
  const { getActivity } = fake.api;
  Object.assign(fake.api, {
    getActivity: async (query: Parameters<typeof getActivity>[0]) =>
      query.before === null || query.before > 50
        ? { ok: true, value: { rows: [], next: (query.before ?? 200) - 50 } }
        : getActivity(query),
  });
  await openWindow(fake);
  await expect.poll(ids).toEqual([5, 4, 3, 2, 1]);
});

test('where nothing counts as unread, nobody can ask for it', async () => {
  await show({ wishes: { ...wishes, readBy: 'never' } });
  await openPanel();
  expect(tick('Unread only').elements()).toEqual([]);
});

test('the panel, its tags and groups have no axe violations', async () => {
  await show({ filter: { ...noFilter, kinds: ['edited', 'renamed', 'created'], person: '' } });
  await expect.element(button(/^Remove filter: Edited/u)).toBeVisible();
  await openPanel();
  // What lies behind is taken out of the way only once the panel has the focus.
  await expect.poll(() => document.getElementById('root')?.ariaHidden).toBe('true');
  await settled();
  const checked = { include: ['body'], exclude: ['[data-tabster-dummy]'] };
  const { violations } = await axe.run(checked);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('groups by person: how many, when the latest was, and their rows below', async () => {
  const fake = await show();
  await openPanel();
  await page.getByRole('radio', { name: 'Person' }).click();
  await userEvent.keyboard('{Escape}');
  const ahmed = button(/Ahmed Baz.*2 changes · latest 14:27/u);
  await expect.element(ahmed).toHaveAttribute('aria-expanded', 'false');
  await expect.element(button(/Unknown person.*1 change/u)).toBeVisible();
  await ahmed.click();
  await expect.poll(ids).toEqual([5, 2]);
  expect(fake.asked('getActivity').at(-1)).toMatchObject([{ person: 'Ahmed Baz', before: null }]);
  fake.arrive(row(6, { actor: 'Ahmed Baz' }));
  await expect.poll(ids).toEqual([6, 5, 2]);
  await expect.element(button(/Ahmed Baz.*3 changes/u)).toBeVisible();
  await settled();
  const { violations } = await axe.run({ include: ['main'], exclude: ['[data-tabster-dummy]'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('where there are more groups than are listed, that is said', async () => {
  const many = Array.from({ length: 201 }, (_, id) => row(201 - id, { actor: `Person ${id}` }));
  await show({}, many);
  await openPanel();
  await page.getByRole('radio', { name: 'Person' }).click();
  await expect.element(page.getByText(/These are the 200 with the newest/u)).toBeVisible();
  expect(button(/Person 200/u).elements()).toEqual([]);
});

test('groups by drive that cannot be counted say so, and are asked for again', async () => {
  const fake = await show();
  fake.fail('getGroups', 'internal');
  await openPanel();
  await page.getByRole('radio', { name: 'Drive' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alert')).toBeVisible();
  fake.succeed('getGroups');
  await button('Try again').click();
  await button(/Team site.*2 changes/u).click();
  await expect.poll(ids).toEqual([3, 2]);
  fake.fail('getGroups', 'internal');
  fake.arrive(row(6, {}));
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(button(/Team site.*2 changes/u).elements()).toEqual([]);
});

test('how the list is grouped is kept, whatever page is shown meanwhile', async () => {
  const fake = await show();
  await openPanel();
  await page.getByRole('radio', { name: 'Drive' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(button(/Team site.*2 changes/u)).toBeVisible();
  expect(fake.asked('keepGrouping')).toEqual([['drive']]);
  await button('Settings').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await button('Activity').click();
  await expect.element(button(/Team site.*2 changes/u)).toBeVisible();
  await openPanel();
  await page.getByRole('radio', { name: 'Day' }).click();
  await expect.poll(ids).toEqual([5, 4, 3, 2, 1]);
});

import type { ActivityRow } from '../../src/shared/activity.ts';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow, scroller } from './support/open-window.tsx';
import { manyRows, row, snapshot } from './support/samples.ts';

const field = () => page.getByRole('searchbox', { name: 'Search changes' });
const ids = (): readonly number[] => drawnRows().map((each) => Number(each.dataset['row']));

async function show(
  rows: readonly ActivityRow[] = [row(3, { name: 'Budget.xlsx' }), ...manyRows(2)],
) {
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 3 }), rows });
  await openWindow(fake, { readAfterMs: 20 });
  await expect.poll(() => drawnRows().length).toBeGreaterThan(0);
  await expect.element(field()).toBeVisible();
  return fake;
}

test('what is typed is searched for, and the list holds what was found', async () => {
  const fake = await show();
  await field().fill(' Budget ');
  await expect.poll(ids).toEqual([3]);
  expect(fake.pages().at(-1)).toEqual([null, 'Budget']);
  await expect.element(page.getByText('That is everything that was found.')).toBeVisible();
});

test('Ctrl+F leads to the field, Escape empties it and shows everything', async () => {
  await show();
  await userEvent.keyboard('{Control>}f{/Control}');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('Budget');
  await expect.poll(ids).toEqual([3]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(ids).toEqual([3, 2, 1]);
  await expect.element(field()).toHaveValue('');
});

test('where nothing is found it says so, and leads back', async () => {
  await show();
  await field().fill('nowhere');
  await expect.element(page.getByRole('status')).toMatchTextContent(/No change has “nowhere”/u);
  await page.getByRole('button', { name: 'Show all changes' }).click();
  await expect.poll(ids).toEqual([3, 2, 1]);
});

test.for(['{Escape}', 'Clear the search'])(
  'nothing found and then %s: the field keeps the focus',
  async (way) => {
    await show();
    await field().fill('nowhere');
    await expect.element(page.getByRole('status')).toMatchTextContent(/No change has/u);
    const before = field().element();
    if (way === '{Escape}') await userEvent.keyboard(way);
    else await page.getByRole('button', { name: way }).click();
    await expect.poll(ids).toEqual([3, 2, 1]);
    expect(field().element()).toBe(before);
    await expect.element(field()).toHaveFocus();
  },
);

test('a search that fails shows no rows of what was searched for before', async () => {
  const fake = await show();
  fake.fail('getActivity', 'internal');
  await field().fill('Budget');
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.poll(ids).toEqual([]);
  fake.succeed('getActivity');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(ids).toEqual([3]);
});

test('Ctrl+F leads to the field with Caps Lock, too', async () => {
  await show();
  const key = { key: 'F', ctrlKey: true, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, shiftKey: true }));
  await expect.element(field()).not.toHaveFocus();
  document.body.dispatchEvent(new KeyboardEvent('keydown', key));
  await expect.element(field()).toHaveFocus();
});

test('a search marks nothing as read: what lies between was not seen', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const fake = await show(manyRows(200).map((one) => ({ ...one, read: false })));
  await expect.poll(() => fake.asked('markRead').length).toBeGreaterThan(0);
  const before = fake.asked('markRead').length;
  fake.arrive(row(201, { name: 'Budget.xlsx', read: false }));
  await field().fill('Budget');
  await expect.poll(ids).toEqual([201]);
  await expect
    .element(page.getByRole('button', { name: 'Mark all as read' }))
    .not.toBeInTheDocument();
  expect(
    fake
      .asked('markRead')
      .slice(before)
      .every(([upTo]) => upTo === 201),
  ).toBe(true);
});

test('older finds come while scrolling, of the same words', async () => {
  const fake = await show(manyRows(250));
  await field().fill('.');
  await expect.element(page.getByRole('status')).toMatchTextContent(/^More than 100 found$/u);
  await expect.poll(() => fake.pages().at(-1)).toEqual([null, '.']);
  await expect
    .poll(() => {
      scroller().scrollTop = scroller().scrollHeight;
      return ids().at(-1);
    })
    .toBe(1);
  expect(fake.pages().slice(-2)).toEqual([
    [151, '.'],
    [51, '.'],
  ]);
});

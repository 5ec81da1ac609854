import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ActivityRow } from '../../src/shared/activity.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { everyKind } from './support/one-of-each.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { day, drive, hour, minute, now, row, snapshot } from './support/samples.ts';

async function show(...rows: readonly ActivityRow[]): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows });
  await openWindow(fake);
  await expect.element(page.getByRole('region', { name: 'Changes, newest first' })).toBeVisible();
  return fake;
}

test('every kind of change has its row', async () => {
  await show(...everyKind);
  // What lies below the view is drawn after it.
  await expect.poll(() => document.body.textContent).toContain('“Page.url”');
  const text = document.body.textContent;
  for (const words of [
    'Maria Lindqvist edited “Budget 2027.xlsx”',
    'Ahmed Baz created “Offer Fabrikam.docx”',
    'The folder “Old plans” was deleted with 12 items',
    'from Drafts to Signed',
    'You edited “notes.txt”',
    '“Photo.jpg” was restored',
    'Maria Lindqvist shared “Press”',
    'Maria Lindqvist stopped sharing “Press”',
    '“Film.mp4” appeared',
    'Maria Lindqvist changed “Page.url”',
  ]) {
    expect(text).toContain(words);
  }
});

test('a rename strikes the old name, and only that', async () => {
  await show(row(1, { kinds: ['renamed'], oldName: 'Old.xlsx', name: 'New.xlsx' }));
  await expect.poll(() => document.querySelector('s')?.textContent).toBe('Old.xlsx');
  expect(document.querySelectorAll('s')).toHaveLength(1);
  const struck = document.querySelector('s');
  expect(struck && getComputedStyle(struck).textDecorationLine).toBe('line-through');
  expect(document.querySelector('strong')?.textContent).toBe('New.xlsx');
});

test('a name of a letter or two takes no more room than that', async () => {
  await show(
    row(2, { kinds: ['renamed'], oldName: 'y', name: 'x' }),
    row(1, { kinds: ['moved'], name: 'x', oldPlace: ['A'], place: ['IT'] }),
  );
  await expect.poll(() => drawnRows()).toHaveLength(2);
  const names = [...document.querySelectorAll('[data-row] s bdi, [data-row] s, [data-row] bdi')];
  const widthOf = (name: Element): number => {
    const range = document.createRange();
    range.selectNodeContents(name);
    return range.getBoundingClientRect().width;
  };
  const loose = names.filter((name) => name.getBoundingClientRect().width > widthOf(name) + 1);
  expect(loose.map(({ textContent }) => textContent)).toEqual([]);
});

test('where and when stand below', async () => {
  await show(row(1));
  await expect.element(page.getByText(/Contoso Finance \/ Plans/u)).toBeVisible();
});

test.each([
  ['less than a minute', 50_000, 'just now'],
  ['minutes', 3 * minute, '3 minutes ago'],
  ['hours', 2 * hour + 40 * minute, '2 hours ago'],
  ['yesterday, under its heading', 15 * hour, '23:30'],
  ['days', 3 * day, '14:30'],
])('when: %s', async (_what, ago, words) => {
  await show(row(1, { at: now - ago }));
  const time = page.getByRole('time');
  expect(time.element().querySelector('[aria-hidden]')?.textContent).toBe(words);
});

test('the exact time is told on hover, and to whoever cannot see', async () => {
  await show(row(1));
  const time = page.getByRole('time').element();
  const exact = 'Wednesday, 18 November 2026 at 14:27:00';
  expect([time.getAttribute('title'), time.lastElementChild?.textContent]).toEqual([exact, exact]);
});

test.each([
  ['Maria Lindqvist', 'ML'],
  ['Adele', 'A'],
  ['Alex Wilber (Contoso)', 'AW'],
  ['jan.van.der.berg', 'JB'],
  ['佐藤 結衣', '佐結'],
  ['👩‍💻', '👩'],
  [null, '?'],
])('who: %s', async (actor, initials) => {
  await show(row(1, { actor }));
  const words = [...document.querySelectorAll('[data-row] > [aria-hidden]')].map(
    (each) => each.textContent,
  );
  expect(words).toContain(initials);
});

test('unread rows have a bar and say so', async () => {
  await show(row(2, { read: false }), row(1));
  await expect.element(page.getByText(/Unread\. Maria/u)).toBeInTheDocument();
  const bars = drawnRows().map((each) => each.querySelector('[aria-hidden]'));
  await expect
    .poll(() => bars.map((bar) => bar && getComputedStyle(bar).opacity))
    .toEqual(['1', '0']);
});

test('days have headings; a change found late stands under the day it was told', async () => {
  await show(
    row(4, { at: now - 3 * day }),
    row(3, { at: now - hour }),
    row(2, { at: now - day }),
    row(1, { at: now - 2 * day }),
  );
  const headings = page.getByRole('heading', { level: 2 });
  await expect
    .poll(() => headings.elements().map((heading) => heading.textContent))
    .toEqual(['Today', 'Yesterday', 'Monday 16 November']);
  await expect.element(page.getByText(/15 Nov, 14:30/u)).toBeVisible();
});

test('opening asks for the row, and a row without a page offers nothing', async () => {
  const fake = await show(row(2), row(1, { name: 'gone.txt', canOpen: false }));
  await page.getByRole('button', { name: 'Open Budget 2027.xlsx' }).click();
  await expect.poll(() => fake.asked('openItem')).toEqual([[2]]);
  expect(page.getByRole('button', { name: 'Open gone.txt' }).elements()).toHaveLength(0);
});

test('a double click opens the item once, and on the button of its menu not at all', async () => {
  const fake = await show(row(2));
  const onRow = (): Promise<void> => userEvent.dblClick(drawnRows()[0] ?? document.body);
  await onRow();
  await expect.poll(() => fake.asked('openItem')).toHaveLength(1);
  await page.getByRole('button', { name: 'Open Budget 2027.xlsx' }).dblClick();
  await expect.poll(() => fake.asked('openItem')).toHaveLength(2);
  const more = drawnRows()[0]?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
  more?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await onRow();
  await expect.poll(() => fake.asked('openItem')).toHaveLength(3);
});

test('an item without a name is never an empty word', async () => {
  await show(
    row(2, { name: null }),
    row(1, { kinds: ['deleted'], name: null, place: [], descendants: 2, canOpen: false }),
  );
  await expect
    .element(page.getByRole('button', { name: 'Open an item whose name is not known' }))
    .toBeInTheDocument();
  const text = drawnRows().map((each) => each.textContent);
  expect(text[0]).toContain('Maria Lindqvist edited an item whose name is not known');
  expect(text[1]).toContain('3 items whose names are not known were deleted in Contoso Finance');
  expect(text.join(' ')).not.toMatch(/undefined|null|“”/u);
});

test('an item that does not open says why', async () => {
  const fake = await show(row(2));
  fake.fail('openItem', 'not-found');
  await page.getByRole('button', { name: 'Open Budget 2027.xlsx' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/This is no longer there\./u);
  await page.getByRole('button', { name: 'Hide this message' }).click();
  await expect.poll(() => page.getByRole('alert').elements()).toHaveLength(0);
});

test('a name of 200 characters keeps its ending and stays in its row', async () => {
  await show(row(1, { name: `${'long name '.repeat(19)}final.xlsx` }));
  const [drawn] = drawnRows();
  const tail = page.getByText('final.xlsx', { exact: true }).last();
  await expect.element(tail).toBeVisible();
  const edge = drawn?.getBoundingClientRect().right ?? 0;
  expect(tail.element().getBoundingClientRect().right).toBeLessThan(edge);
  expect(drawn?.getBoundingClientRect().height).toBe(56);
});

test('no rows: what will be here, or why nothing is', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(page.getByText(/No changes yet/u)).toBeVisible();
  fake.push({ drives: [drive('finance', { learning: { known: 500, about: null } })] });
  await expect.element(page.getByText(/When someone changes a file/u)).toBeVisible();
  fake.push({ drives: [] });
  await expect.element(page.getByText(/You watch no drives yet/u)).toBeVisible();
});

test('activity that cannot be read says why and can be read again', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: [row(1)] });
  fake.fail('getActivity', 'storage-failed');
  await openWindow(fake);
  await expect.element(page.getByRole('alert')).toMatchTextContent(/cannot be saved/u);
  fake.succeed('getActivity');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => drawnRows().length).toBe(1);
});

import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow, scroller } from './support/open-window.tsx';
import { manyRows, row, snapshot } from './support/samples.ts';

const ids = (): readonly number[] => drawnRows().map((each) => Number(each.dataset['row']));

async function show(fake: FakeDrivebell, readAfterMs?: number): Promise<void> {
  await openWindow(fake, readAfterMs === undefined ? {} : { readAfterMs });
  await expect.poll(() => drawnRows().length).toBeGreaterThan(0);
}

/** The row lying across the middle of the view, and how far down. */
function middle(): { id: number; y: number } {
  const view = scroller().getBoundingClientRect();
  const it = drawnRows().find((each) => each.getBoundingClientRect().top > view.top + 200);
  return { id: Number(it?.dataset['row']), y: it?.getBoundingClientRect().top ?? 0 };
}

test('older pages come while scrolling, until there are no more', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(250) });
  await show(fake);
  expect(fake.asked('getActivity')).toEqual([[null, 100, '']]);
  await expect
    .poll(() => {
      scroller().scrollTop = scroller().scrollHeight;
      return ids().at(-1);
    })
    .toBe(1);
  await expect.element(page.getByText(/That is everything/u)).toBeVisible();
  expect(fake.asked('getActivity')).toEqual([
    [null, 100, ''],
    [151, 100, ''],
    [51, 100, ''],
  ]);
});

test('an older page that fails can be asked for again', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(150) });
  await show(fake);
  fake.fail('getActivity', 'busy');
  scroller().scrollTop = 5600;
  await expect.element(page.getByRole('alert')).toMatchTextContent(/still busy/u);
  fake.succeed('getActivity');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => fake.asked('getActivity').at(-1)).toEqual([51, 100, '']);
});

test('rows arriving at the top are shown at once', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(50) });
  await show(fake);
  fake.arrive(row(51));
  await expect.poll(() => ids()[0]).toBe(51);
  await expect.element(page.getByRole('status')).toMatchTextContent(/1 new change/u);
});

test('rows arriving above what is read move nothing; the pill counts and leads to them', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(90) });
  await show(fake);
  scroller().scrollTop = 1500;
  await expect.poll(() => ids()[0]).toBeLessThan(80);
  const before = middle();
  fake.arrive(row(95), row(94), row(93), row(92), row(91));
  const pill = page.getByRole('button', { name: '5 new' });
  await expect.element(pill).toBeVisible();
  expect(middle()).toEqual(before);
  await pill.click();
  await expect.poll(() => ids()[0]).toBe(95);
  await expect.poll(() => pill.elements()).toHaveLength(0);
});

test('a new revision reads again down to what is shown, which stays where it is', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(400) });
  await show(fake);
  await expect
    .poll(() => {
      scroller().scrollTop = 8000;
      return ids()[0];
    })
    .toBeLessThan(280);
  const before = middle();
  const asked = fake.asked('getActivity').length;
  fake.arrive(row(401, { name: 'Fresh.docx' }));
  await expect.element(page.getByRole('button', { name: '1 new' })).toBeVisible();
  expect(middle()).toEqual(before);
  expect(fake.asked('getActivity').slice(asked, asked + 2)).toEqual([
    [null, 100, ''],
    [302, 100, ''],
  ]);
});

test('ten thousand rows: only those near the view are drawn, anywhere in the list', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(10_000) });
  vi.spyOn(fake.api, 'getActivity').mockImplementation(async () => ({
    ok: true,
    value: { rows: fake.rows, next: null },
  }));
  await show(fake);
  const nodes = document.querySelectorAll('#root *').length;
  expect(drawnRows().length).toBeLessThan(40);
  scroller().scrollTop = scroller().scrollHeight / 2;
  await expect.poll(() => ids()[0]).toBeLessThan(5200);
  expect(drawnRows().length).toBeLessThan(40);
  scroller().scrollTop = scroller().scrollHeight;
  await expect.poll(() => ids().at(-1)).toBe(1);
  expect(document.querySelectorAll('#root *').length).toBeLessThan(nodes * 2);
});

test('rows in view of a focused window are read after a moment', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const rows = [row(3, { read: false }), row(2, { read: false }), row(1)];
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 2 }), rows });
  await show(fake, 0);
  await expect.poll(() => fake.asked('markRead')).toEqual([[3]]);
  await expect.poll(() => page.getByText(/^Unread/u).elements()).toHaveLength(0);
});

test('a window in the background reads nothing until it gets the focus', async () => {
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const fake = new FakeDrivebell({
    snapshot: snapshot({ unread: 1 }),
    rows: [row(1, { read: false })],
  });
  await show(fake, 0);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: /^Activity/u }).click();
  await expect.element(page.getByText(/^Unread/u)).toBeInTheDocument();
  expect(fake.asked('markRead')).toEqual([]);
  focus.mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  await expect.poll(() => fake.asked('markRead')).toEqual([[1]]);
});

test('new rows above the view stay unread', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(90) });
  await show(fake, 0);
  scroller().scrollTop = 1500;
  await expect.poll(() => ids()[0]).toBeLessThan(80);
  fake.arrive(row(91, { read: false }));
  await page.getByRole('button', { name: '1 new' }).click();
  await expect.poll(() => fake.asked('markRead')).toEqual([[91]]);
});

test('all can be marked as read', async () => {
  const rows = [row(7, { read: false }), row(6, { read: false })];
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 2 }), rows });
  await show(fake);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  expect(fake.asked('markRead')).toEqual([[7]]);
  fake.push({ unread: 0 });
  await expect
    .poll(() => page.getByRole('button', { name: 'Mark all as read' }).elements())
    .toHaveLength(0);
});

test('keys move through the list, Enter opens, Tab reaches the action', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(90) });
  await show(fake);
  const focused = (): string | undefined =>
    document.activeElement instanceof HTMLElement
      ? document.activeElement.dataset['row']
      : undefined;
  const first = drawnRows()[0];
  first?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(focused()).toBe('89');
  await userEvent.keyboard('{Enter}');
  expect(fake.asked('openItem')).toEqual([[89]]);
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toHaveAccessibleName('Open Report 89.docx');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{End}');
  await expect.poll(focused).toBe('1');
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('90');
  await expect.poll(() => scroller().scrollTop).toBe(0);
});

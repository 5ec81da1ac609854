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
  expect(fake.pages()).toEqual([[null, '']]);
  await expect
    .poll(() => {
      scroller().scrollTop = scroller().scrollHeight;
      return ids().at(-1);
    })
    .toBe(1);
  await expect.element(page.getByText(/That is everything/u)).toBeVisible();
  expect(fake.pages()).toEqual([
    [null, ''],
    [151, ''],
    [51, ''],
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
  await expect.poll(() => fake.pages().at(-1)).toEqual([51, '']);
});

test('rows arriving at the top are shown at once', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(50) });
  await show(fake);
  fake.arrive(row(51));
  await expect.poll(() => ids()[0]).toBe(51);
  await expect.element(page.getByRole('status')).toMatchTextContent(/1 new change/u);
});

test('the first row of all is said aloud, and how many a search finds, but not as new ones', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(page.getByText('No changes yet')).toBeVisible();
  fake.arrive(row(1));
  const status = page.getByRole('status');
  await expect.element(status).toMatchTextContent(/^1 new change$/u);
  fake.arrive(row(3, { name: 'Plan.docx' }), row(2));
  await expect.element(status).toMatchTextContent(/^2 new changes$/u);
  const said: (string | null)[] = [];
  const observer = new MutationObserver(() => said.push(status.element().textContent));
  observer.observe(status.element(), { childList: true, subtree: true, characterData: true });
  await page.getByRole('searchbox').fill('Budget');
  await expect.poll(ids).toEqual([2, 1]);
  await page.getByRole('searchbox').fill('');
  await expect.poll(ids).toEqual([3, 2, 1]);
  observer.disconnect();
  expect(said).toEqual(['2 found']);
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
  const asked = fake.pages().length;
  fake.arrive(row(401, { name: 'Fresh.docx' }));
  await expect.element(page.getByRole('button', { name: '1 new' })).toBeVisible();
  expect(middle()).toEqual(before);
  expect(fake.pages().slice(asked, asked + 2)).toEqual([
    [null, ''],
    [302, ''],
  ]);
});

test('far down, what arrives moves nothing, and only the new rows and those in view are read again', async () => {
  const all = manyRows(5000);
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: all });
  const { getActivity } = fake.api;
  Object.assign(fake.api, {
    getActivity: (query: Parameters<typeof getActivity>[0]) => {
      const isFirst = fake.pages().length === 0;
      return getActivity(isFirst ? { ...query, limit: 4000 } : query);
    },
  });
  await show(fake);
  scroller().scrollTop = 150_000;
  await expect.poll(() => ids()[0]).toBeLessThan(2500);
  const before = middle();
  const asked = fake.pages().length;
  fake.arrive(row(5002), row(5001));
  await expect.element(page.getByRole('button', { name: '2 new' })).toBeVisible();
  expect(middle()).toEqual(before);
  expect(fake.pages().length - asked).toBeLessThanOrEqual(3);
  expect(fake.pages()[asked]).toEqual([null, '']);
  scroller().scrollTop = 80_000;
  await expect.poll(() => ids()[0]).toBeGreaterThan(3500);
});

test('ten thousand rows: only those near the view are drawn, anywhere in the list', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: manyRows(10_000) });
  vi.spyOn(fake.api, 'getActivity').mockImplementation(async () => ({
    ok: true,
    value: { rows: fake.rows, next: null },
  }));
  await show(fake);
  await expect.element(page.getByRole('group', { name: 'The day by hour' })).toBeVisible();
  await expect.element(page.getByRole('searchbox')).toBeVisible();
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
  await expect.poll(() => fake.asked('markRead')).toEqual([[7]]);
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
  await expect.poll(() => fake.asked('openItem')).toEqual([[89]]);
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toHaveAccessibleName('Open Report 89.docx');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{End}');
  await expect.poll(focused).toBe('1');
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('90');
  await expect.poll(() => scroller().scrollTop).toBe(0);
});

test('in a window zoomed to twice its size, all that can be done with the list is within it', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 3 }), rows: manyRows(3) });
  await openWindow(fake, { locale: 'de', width: 480, height: 340 });
  const mark = page.getByRole('button', { name: 'Alles als gelesen markieren' });
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  await expect.element(mark).toBeVisible();
  expect(mark.element().getBoundingClientRect().right).toBeLessThanOrEqual(480);
});

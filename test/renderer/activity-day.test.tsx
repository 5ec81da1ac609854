import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { atHand } from './support/at-hand.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { day, hour, minute, now, row, snapshot } from './support/samples.ts';

const ids = (): readonly number[] => drawnRows().map((each) => Number(each.dataset['row']));
const button = (name: string | RegExp) => page.getByRole('button', { name });
const bars = () => page.getByRole('group', { name: 'The day by hour' });
const team = { watchId: 'team', driveName: 'Team site' } as const;

const rows = [
  row(9),
  row(8, team),
  row(7, { at: now - 8 * minute }),
  row(6, { ...team, at: now - 2 * hour }),
  row(5, { at: now - day }),
];

async function show(given = rows): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows: given });
  await openWindow(fake);
  await expect.poll(() => drawnRows().length).toBeGreaterThan(0);
  return fake;
}

test('each hour says how many changes it had, and in which drives', async () => {
  await show();
  await expect
    .element(button('14:00 to 15:00: 3 changes. Contoso Finance: 2, Team site: 1'))
    .toBeEnabled();
  await expect.element(button('12:00 to 13:00: 1 change. Team site: 1')).toBeEnabled();
  await expect.element(button(/^13:00 to 14:00: 0 changes/u)).toBeDisabled();
  expect(bars().element().querySelectorAll('button').length).toBe(24);
});

test('drives are told apart by more than colour', async () => {
  await show();
  await expect.element(bars()).toBeVisible();
  const lines = [...document.querySelectorAll('svg pattern')].map((pattern) =>
    pattern.querySelector('path')?.getAttribute('d'),
  );
  expect(new Set(lines).size).toBe(6);
});

test('an hour shows its changes, and all of them again', async () => {
  const fake = await show();
  await button(/^12:00 to 13:00/u).click();
  await expect.poll(ids).toEqual([6]);
  const from = new Date(now).setHours(12, 0, 0, 0);
  expect(fake.asked('getActivity').at(-1)).toMatchObject([{ between: [from, from + hour] }]);
  await expect.element(button('Remove filter: 12:00 to 13:00')).toBeVisible();
  await button(/^12:00 to 13:00: 1/u).click();
  await expect.poll(ids).toEqual([9, 8, 7, 6, 5]);
});

test('arrow keys go from hour to hour that has any', async () => {
  await show();
  await expect.element(bars()).toBeVisible();
  button(/^14:00 to 15:00/u)
    .element()
    .focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(button(/^12:00 to 13:00/u)).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{End}');
  await expect.element(button(/^14:00 to 15:00/u)).toHaveFocus();
});

test('other days are shown, and one without changes says so', async () => {
  const fake = await show();
  await button('The day before').click();
  await expect.element(button(/^14:00 to 15:00: 1 change/u)).toBeEnabled();
  await button('The day before').click();
  await expect.element(page.getByText('No changes on this day.')).toBeVisible();
  await button('The day after').click();
  await expect.element(button(/^Yesterday/u)).toBeVisible();
  await button('The day after').click();
  await expect.poll(() => fake.asked('getDay').at(-1)).toEqual([null]);
  await expect.element(button('The day after')).toHaveAttribute('aria-disabled', 'true');
});

test('a day is left before it has come', async () => {
  const fake = await show([row(1, { at: now - 2 * day })]);
  await expect.element(page.getByText('No changes on this day.')).toBeVisible();
  const press = (name: string): void => (button(name).element() as HTMLElement).click();
  press('The day before');
  press('The day before');
  await expect.element(button(/^14:00 to 15:00: 1 change/u)).toBeEnabled();
  press('The day after');
  press('The day after');
  press('The day after');
  await expect.poll(() => fake.asked('getDay').at(-1)).toEqual([null]);
  await expect.element(button(/^Today/u)).toBeVisible();
});

test('it follows what arrives, and moves nothing when it comes or empties', async () => {
  const fake = await show([row(1, { at: now - day })]);
  const top = (): number => drawnRows()[0]?.getBoundingClientRect().top ?? 0;
  const before = top();
  await expect.element(page.getByText('No changes on this day.')).toBeVisible();
  expect(top()).toBe(before);
  fake.arrive(row(2));
  await expect.element(button(/^14:00 to 15:00: 1 change/u)).toBeEnabled();
  expect(top()).toBe(before);
});

test('it can be folded away, and goes where there is little room', async () => {
  await show();
  await expect.element(bars()).toBeVisible();
  await button(/^Today/u).click();
  expect(bars().elements()).toEqual([]);
  await page.viewport(960, 500);
  await expect
    .element(page.getByRole('region', { name: 'The day by hour' }))
    .not.toBeInTheDocument();
});

test('a picture that cannot be had says so, and is asked for again', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), rows });
  fake.fail('getDay', 'internal');
  await openWindow(fake);
  await expect.element(page.getByRole('alert')).toBeVisible();
  fake.succeed('getDay');
  await button('Try again').click();
  await expect.element(bars()).toBeVisible();
  fake.fail('getDay', 'internal');
  fake.arrive(row(10));
  await expect.poll(() => fake.asked('getDay')).toHaveLength(3);
  await expect.element(bars()).toBeVisible();
});

test('another day that cannot be had says so, rather than nothing', async () => {
  const fake = await show();
  await expect.element(bars()).toBeVisible();
  await atHand();
  fake.fail('getDay', 'internal');
  await button('The day before').click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  fake.succeed('getDay');
  await expect.element(button('Try again')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button(/^14:00 to 15:00: 1 change/u)).toBeEnabled();
  await expect.element(button(/^Yesterday/u)).toBeVisible();
});

test('a short name is whole beside a long one, which says all of it', async () => {
  const long = 'Northern region, project archive and correspondence '.repeat(3).trim();
  const others = ['HR', 'Sales', 'Team site'].map((driveName, index) =>
    row(7 - index, { watchId: driveName, driveName }),
  );
  await show([row(8, { watchId: 'long', driveName: long }), ...others]);
  await expect.element(bars()).toBeVisible();
  const legend = bars().element().closest('section')?.querySelectorAll<HTMLElement>('li bdi') ?? [];
  const cut = [...legend].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(legend).toHaveLength(4);
  expect(cut.map(({ title }) => title)).toEqual([long]);
});

import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ActivityRow } from '../../src/shared/activity.ts';
import type { Snapshot, WatchedDriveView } from '../../src/shared/snapshot.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { draft, drive, row, snapshot, wishes } from './support/samples.ts';

const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
const more = (name = 'Budget 2027.xlsx') => page.getByRole('button', { name: `More for ${name}` });
const note = (name: string) => page.getByRole('group', { name });

async function show(
  rows: readonly ActivityRow[],
  fields: Partial<Snapshot> = {},
  readAfterMs?: number,
): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), rows });
  await openWindow(fake, readAfterMs === undefined ? {} : { readAfterMs });
  await expect.poll(() => drawnRows().length).toBeGreaterThan(0);
  return fake;
}

async function mute(what: string | RegExp, until: string): Promise<void> {
  await more().click();
  await item('Mute').click();
  await item(what).click();
  await item(until).click();
}

describe('the menu of a row', () => {
  test('opens the item and its folder', async () => {
    const fake = await show([row(7)]);
    await more().click();
    await item('Open folder').click();
    await expect.poll(() => fake.asked('openFolder')).toEqual([[7]]);
    await more().click();
    await item(/^Open$/u).click();
    await expect.poll(() => fake.asked('openItem')).toEqual([[7]]);
  });

  test('copies the link of its page', async () => {
    const fake = await show([row(7)]);
    await more().click();
    await item('Copy link').click();
    await expect.poll(() => fake.asked('copyLink')).toEqual([[7]]);
    await expect.element(note('The link is copied')).toBeVisible();
  });

  test('opens the versions of a file', async () => {
    const fake = await show([row(7)], { drives: [drive('finance')] });
    await more().click();
    await item('Version history').click();
    await expect.poll(() => fake.asked('openVersions')).toEqual([[7]]);
  });

  test.each<[string, Partial<ActivityRow>, WatchedDriveView]>([
    ['a personal file', {}, drive('finance', { kind: 'personal' })],
    ['a folder', { itemKind: 'folder' }, drive('finance')],
    ['what is deleted', { kinds: ['deleted'] }, drive('finance')],
    ['a drive no longer watched', {}, drive('other')],
  ])('knows no versions of %s', async (_what, fields, one) => {
    await show([row(7, fields)], { drives: [one] });
    await more().click();
    await expect.element(item('Copy link')).toBeVisible();
    expect(item('Version history').elements()).toEqual([]);
  });

  test('marks it as unread, or as read', async () => {
    const fake = await show([row(8, { read: false, name: 'New.txt' }), row(7)]);
    await more().click();
    await item('Mark as unread').click();
    await more('New.txt').click();
    await item('Mark as read').click();
    await expect
      .poll(() => fake.asked('markOne'))
      .toEqual([
        [7, false],
        [8, true],
      ]);
  });

  test.each([
    ['This file', 'item', 'Budget 2027.xlsx is muted for an hour'],
    ['The folder Plans', 'folder', 'The folder Plans is muted for an hour'],
    ['The drive Contoso Finance', 'drive', 'The drive Contoso Finance is muted for an hour'],
    ['Maria Lindqvist', 'person', 'Maria Lindqvist is muted for an hour'],
  ])('mutes: %s', async (label, what, said) => {
    const fake = await show([row(7)]);
    await mute(label, 'For an hour');
    await expect.poll(() => fake.asked('mute')).toEqual([[7, what, 'one-hour']]);
    await expect.element(note(said)).toBeVisible();
    await expect.element(page.getByRole('status')).toHaveTextContent(said);
  });

  test.each([
    ['Until midnight', 'today', 'Budget 2027.xlsx is muted until midnight'],
    ['Always', 'always', 'Budget 2027.xlsx is muted'],
  ])('mutes: %s', async (label, until, said) => {
    const fake = await show([row(7)]);
    await mute('This file', label);
    await expect.poll(() => fake.asked('mute')).toEqual([[7, 'item', until]]);
    await expect.element(note(said)).toBeVisible();
  });

  test('a mute can be undone', async () => {
    const fake = await show([row(7)]);
    await mute('This file', 'Always');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => fake.asked('removeRule')).toEqual([['muted']]);
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).elements()).toEqual([]);
  });

  test('offers nothing that makes no sense', async () => {
    await show([row(7, { kinds: ['deleted'], place: [], actor: null, canOpen: false })]);
    await more().click();
    await expect.element(item('Open folder')).toBeVisible();
    expect(item(/^Open$/u).elements()).toEqual([]);
    await item('Mute').click();
    await expect.element(item('The drive Contoso Finance')).toBeVisible();
    expect(item(/This file|folder Plans|Maria/u).elements()).toEqual([]);
  });

  test('a mute that was not kept says so', async () => {
    const fake = await show([row(7)]);
    fake.fail('mute', 'too-many-rules');
    await mute('This file', 'Always');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/too many rules/u);
    expect(page.getByRole('button', { name: 'Undo' }).elements()).toEqual([]);
  });

  test('a rule begins with the row', async () => {
    const fake = await show([row(7)]);
    await more().click();
    await item(/^New rule/u).click();
    const where = page.getByRole('combobox', { name: 'Where' });
    await expect.element(where).toHaveDisplayValue('Only “Budget 2027.xlsx”');
    await where.selectOptions('folder');
    await page.getByRole('button', { name: 'Save' }).click();
    const about = { activityId: 7, what: 'folder' };
    await expect
      .poll(() => fake.asked('addRules'))
      .toEqual([[[draft({ watchId: 'finance' })], about]]);
    await expect.element(note('The rule was added')).toBeVisible();
  });

  test('the focus goes back to the row from the dialog', async () => {
    await show([row(7)]);
    await more().click();
    await item(/^New rule/u).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(more()).toHaveFocus();
  });

  test('a rule of a deleted file is about its folder', async () => {
    await show([row(7, { kinds: ['deleted'], canOpen: false })]);
    await more().click();
    await item(/^New rule/u).click();
    await expect
      .element(page.getByRole('combobox', { name: 'Where' }))
      .toHaveDisplayValue('In the folder “Plans”, with all below it');
  });
});

describe('by keyboard', () => {
  test('Tab leads from the row to its menu, and Escape back', async () => {
    const fake = await show([row(8, { name: 'Other.txt' }), row(7)]);
    drawnRows()[0]?.focus();
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(more('Other.txt')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(item(/^Open$/u)).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(more('Other.txt')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(item(/^Open$/u)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(() => fake.asked('markOne')).toEqual([[8, false]]);
    await expect.element(more('Other.txt')).toHaveFocus();
  });

  test('the menu key opens it as well', async () => {
    await show([row(7)]);
    const [drawn] = drawnRows();
    drawn?.focus();
    drawn?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await expect.element(item(/^Open$/u)).toHaveFocus();
  });
});

test('how often something happened is a quiet fact', async () => {
  await show([row(8, { times: 3 }), row(7)]);
  await expect.element(page.getByText('3 times')).toBeVisible();
  expect(page.getByText(/\d times?$/u).elements()).toHaveLength(1);
});

describe('what counts as read', () => {
  const unread = [row(8, { read: false }), row(7, { read: false })];
  const bars = (): readonly (string | null)[] =>
    drawnRows().map((each) => {
      const bar = each.querySelector('[aria-hidden]');
      return bar && getComputedStyle(bar).opacity;
    });

  test.each(['opening', 'hand', 'never'] as const)('%s: not what is seen', async (readBy) => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const fake = await show(unread, { wishes: { ...wishes, readBy } }, 0);
    await userEvent.hover(drawnRows()[0] ?? document.body);
    expect(fake.asked('markRead')).toEqual([]);
  });

  test('never: no bars, nothing to mark', async () => {
    await show(unread, { wishes: { ...wishes, readBy: 'never' } });
    await expect.poll(bars).toEqual(['0', '0']);
    expect(page.getByText(/^Unread/u).elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Mark all as read' }).elements()).toEqual([]);
    await more().first().click();
    await expect.element(item('Open folder')).toBeVisible();
    expect(item(/Mark as/u).elements()).toEqual([]);
  });

  test('all that was marked can be undone, and is then left alone', async () => {
    const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const fake = await show(unread, { unread: 2 }, 0);
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await expect.element(note('Everything is marked as read')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => fake.asked('undoMarkRead')).toHaveLength(1);
    focus.mockReturnValue(true);
    window.dispatchEvent(new Event('focus'));
    fake.push({ activityRevision: 2 });
    await expect.poll(bars).toEqual(['1', '1']);
    expect(fake.asked('markRead')).toEqual([[8]]);
  });

  test('what is marked as unread by hand is not read by being seen', async () => {
    const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const fake = await show([row(7)], {}, 0);
    await more().click();
    await item('Mark as unread').click();
    fake.rows = [row(7, { read: false })];
    fake.push({ activityRevision: 2 });
    focus.mockReturnValue(true);
    window.dispatchEvent(new Event('focus'));
    await expect.poll(bars).toEqual(['1']);
    expect(fake.asked('markRead')).toEqual([]);
  });
});

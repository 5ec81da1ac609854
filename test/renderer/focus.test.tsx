import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { atHand } from './support/at-hand.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { drawnRows, openWindow } from './support/open-window.tsx';
import { settled } from './support/settled.ts';
import { manyRows, row, snapshot } from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });

async function show(fields: Partial<Snapshot> = {}): Promise<FakeDrivebell> {
  const fake = new FakeDrivebell({ snapshot: snapshot(fields), rows: manyRows(5) });
  await openWindow(fake);
  await expect.poll(drawnRows).toHaveLength(5);
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  await atHand();
  return fake;
}

async function press(name: string | RegExp): Promise<void> {
  const pressed = button(name).element() as HTMLElement;
  pressed.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => pressed.isConnected).toBe(false);
}

test('a button that goes passes the focus to what is beside it', async () => {
  const fake = await show({ unread: 2 });
  const mark = button('Mark all as read').element() as HTMLElement;
  mark.focus();
  await userEvent.keyboard('{Enter}');
  fake.push({ unread: 0 });
  await expect.poll(() => mark.isConnected).toBe(false);
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('a message that is hidden, and a note, leave the focus on the page', async () => {
  await show({ unread: 2, troubles: ['tray-missing'] });
  await press('Hide this message');
  await expect.element(button(/^Live/u)).toHaveFocus();
  await button('Mark all as read').click();
  await expect.element(button('Undo')).toBeVisible();
  await press('Undo');
  await expect.element(page.getByRole('status')).toMatchTextContent(/^Undone$/u);
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('who has left a place on purpose is not taken back when it goes', async () => {
  const fake = await show({ unread: 2 });
  const mark = button('Mark all as read').element() as HTMLElement;
  mark.focus();
  mark.blur();
  await settled();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  fake.push({ unread: 0 });
  await expect.poll(() => mark.isConnected).toBe(false);
  vi.runAllTimers();
  vi.useRealTimers();
  expect(document.activeElement).toBe(document.body);
});

test('the filter panel gives the focus back', async () => {
  await show();
  await button('Filter').click();
  await expect.element(page.getByRole('radio', { name: 'Day' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Filter')).toHaveFocus();
});

test('the menu of a row that has gone gives the focus to the list', async () => {
  const fake = await show();
  drawnRows()[1]?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
  await expect.element(page.getByRole('menu')).toBeVisible();
  fake.rows = fake.rows.filter(({ id }) => id !== 4);
  fake.arrive(row(6, { times: 2 }));
  await expect.poll(() => drawnRows().map(({ dataset }) => dataset['row'])).not.toContain('4');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.hasAttribute('data-row')).toBe(true);
});

test('the same said twice is heard twice', async () => {
  await show();
  await button('Drives').click();
  const said: (string | null)[] = [];
  const status = page.getByRole('status').element();
  const observer = new MutationObserver(() => said.push(status.textContent));
  observer.observe(status, { childList: true, subtree: true, characterData: true });
  for (const times of [1, 2]) {
    await button('More for Finance').click();
    await page.getByRole('menuitem', { name: 'Check now' }).click();
    await expect.poll(() => said).toHaveLength(times);
  }
  observer.disconnect();
  expect(said.map((words) => words?.trim())).toEqual(Array(2).fill(said[0]));
});

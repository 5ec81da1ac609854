import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { again } from '../../src/renderer/sign-in/asks.ts';
import { createTranslate } from './support/words.ts';
import type { Outcome } from '../../src/shared/ipc.ts';
import { type Snapshot, troubles } from '../../src/shared/snapshot.ts';
import { currentSystem } from '../../src/renderer/surroundings.ts';
import { troubleWords } from '../../src/shared/texts/reason-words.ts';
import { FakeDrivebell } from './support/fake-drivebell.ts';
import { openWindow } from './support/open-window.tsx';
import {
  account,
  drive,
  failed,
  hour,
  minute,
  now,
  snapshot,
  updates,
  waiting,
} from './support/samples.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const messages = page.getByRole('region', { name: 'Messages' });

test('the line of truth follows the snapshot, is said aloud, and leads to the drives', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(button('Live: 1 drive · since 12:30')).toBeVisible();
  fake.push({ liveness: { state: 'offline', since: now - 28 * minute, reason: 'no-network' } });
  await expect.element(page.getByRole('status')).toMatchTextContent(/Offline since 14:02/u);
  await button('Offline since 14:02').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Drives' })).toBeVisible();
});

test('nothing lies below the window, where it could be scrolled to', async () => {
  await openWindow(new FakeDrivebell({ snapshot: snapshot() }));
  await expect.element(button(/^Live: 1 drive/)).toBeVisible();
  const { scrollHeight, clientHeight } = document.documentElement;
  expect(scrollHeight).toBe(clientHeight);
});

test('a pause shows over any state and can be ended there', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ pausedUntil: now + 30 * minute }) });
  await openWindow(fake);
  await expect.element(button(/Paused until 15:00.*Live: 1 drive/u)).toBeVisible();
  await button('Resume').click();
  await expect.poll(() => fake.asked('resume')).toHaveLength(1);
  fake.push({ pausedUntil: null });
  await expect.poll(() => button('Resume').elements()).toHaveLength(0);
});

test('quiet hours show as a pause does, with nothing to resume', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ quietUntil: now + 30 * minute }) });
  await openWindow(fake);
  await expect.element(button(/Quiet until 15:00.*Live: 1 drive/u)).toBeVisible();
  expect(button('Resume').elements()).toHaveLength(0);
  fake.push({ pausedUntil: 'until-resumed' });
  await expect.element(button(/Paused until you resume.*Live: 1 drive/u)).toBeVisible();
  await expect.element(button('Resume')).toBeVisible();
});

test('the rail names the current page and counts what is unread', async () => {
  await openWindow(new FakeDrivebell({ snapshot: snapshot({ unread: 3 }) }));
  const activity = button('Activity, 3 unread');
  await expect.element(activity).toHaveAttribute('aria-current', 'page');
  await button('Settings').click();
  await expect.element(button('Settings')).toHaveAttribute('aria-current', 'page');
  await expect.element(activity).not.toHaveAttribute('aria-current');
});

test('the window opens on the page it was opened for, and goes to the one asked for later', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot(), startPage: 'settings' });
  await openWindow(fake);
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  await expect.element(title('Settings')).toBeVisible();
  fake.show('drives');
  await expect.element(title('Drives')).toBeVisible();
  await expect.element(button('Drives')).toHaveAttribute('aria-current', 'page');
});

test('the first run is not left for another page, and ends on the activity', async () => {
  const fake = new FakeDrivebell({
    snapshot: snapshot({ accounts: [], drives: [] }),
    startPage: 'settings',
  });
  await openWindow(fake);
  await expect.element(button('Sign in with Microsoft')).toBeVisible();
  fake.show('settings');
  await expect.element(button('Sign in with Microsoft')).toBeVisible();
  fake.push({ accounts: [account('a1')], drives: [drive('finance')] });
  await expect.element(button('Activity')).toHaveAttribute('aria-current', 'page');
});

test('an entry of the rail has one name, said once', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ unread: 1 }) });
  await openWindow(fake);
  const nav = page.getByRole('navigation', { name: 'Pages' });
  for (const name of ['Activity, 1 unread', 'Drives', 'Settings']) {
    await expect.element(nav.getByRole('button', { name, exact: true })).toBeVisible();
  }
  fake.push({ unread: 0 });
  await expect.element(nav.getByRole('button', { name: 'Activity', exact: true })).toBeVisible();
});

test('a narrow window keeps the names of its icons', async () => {
  await openWindow(new FakeDrivebell({ snapshot: snapshot() }), { width: 560 });
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await expect.element(nav.getByRole('button', { name: 'Drives' })).toBeVisible();
  expect(nav.element().getBoundingClientRect().width).toBe(56);
  expect(document.documentElement.scrollWidth).toBe(560);
});

/** The words that a screen reader reads. */
function spoken(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden]') ?? []) hidden.remove();
  return copy?.textContent ?? '';
}

test('rail, line and page are reached by Tab in this order', async () => {
  await openWindow(new FakeDrivebell({ snapshot: snapshot({ unread: 1 }) }));
  await expect.element(button('Settings')).toBeVisible();
  document.body.focus();
  const names: string[] = [];
  for (let presses = 0; presses < 4; presses++) {
    await userEvent.keyboard('{Tab}');
    names.push(spoken(document.activeElement));
  }
  expect(names).toEqual([
    'Activity, 1 unread',
    'Drives',
    'Settings',
    'Live: 1 drive · since 12:30',
  ]);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Drives' })).toBeVisible();
});

describe('troubles', () => {
  const t = createTranslate('en-GB');

  test.each(troubles)('%s is said, and can be hidden until it comes back', async (trouble) => {
    const fake = new FakeDrivebell({ snapshot: snapshot({ troubles: [trouble] }) });
    await openWindow(fake);
    const words = messages.getByText(troubleWords(t, trouble, currentSystem()));
    await expect.element(words).toBeVisible();
    await button('Hide this message').click();
    await expect.poll(() => words.elements()).toHaveLength(0);
    fake.push({ troubles: [], unread: 1 });
    await expect.element(button('Activity, 1 unread')).toBeVisible();
    fake.push({ troubles: [trouble] });
    await expect.element(words).toBeVisible();
  });

  test('of many, two are shown at once', async () => {
    await openWindow(new FakeDrivebell({ snapshot: snapshot({ troubles }) }));
    await expect
      .element(messages.getByText(troubleWords(t, troubles[0], currentSystem())))
      .toBeVisible();
    expect(button('Hide this message').elements()).toHaveLength(2);
    await button('Hide this message').first().click();
    await expect
      .element(messages.getByText(troubleWords(t, troubles[2], currentSystem())))
      .toBeVisible();
  });
});

test('a sign-in begun from the window can be finished, cancelled, tried again', async () => {
  const needed = { state: 'sign-in-needed', since: now - hour, reason: 'signed-out' } as const;
  const drives = [drive('it', { liveness: needed })];
  const fake = new FakeDrivebell({ snapshot: snapshot({ drives, liveness: needed }) });
  await openWindow(fake);
  await button(/^Sign in again:/u).click();
  await page.getByRole('listitem').getByRole('button', { name: 'Sign in again' }).click();
  const asked = again(account('a1'));
  await expect.poll(() => fake.asked('signIn')).toEqual([[asked]]);
  fake.push({ signIn: waiting(asked) });
  await button('Cancel').click();
  await expect.poll(() => fake.asked('cancelSignIn')).toHaveLength(1);
  fake.push({ signIn: failed('declined', asked) });
  await expect.element(messages.getByText(/was declined/u)).toBeVisible();
  await button('Try again').click();
  await expect.poll(() => fake.asked('signIn')).toEqual([[asked], [asked]]);
});

test('a request that fails again says so again', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot({ pausedUntil: 'until-resumed' }) });
  fake.fail('resume', 'storage-failed');
  await openWindow(fake);
  await button('Resume').click();
  await expect.element(messages.getByRole('alert')).toBeVisible();
  const said = messages.getByRole('alert').element();
  await button('Resume').click();
  await expect.poll(() => said.isConnected).toBe(false);
  await expect.element(messages.getByRole('alert')).toBeVisible();
});

test('in a small window all messages can be read, and the page below them', async () => {
  const fake = new FakeDrivebell({
    snapshot: snapshot({
      troubles,
      signIn: failed('needs-administrator'),
      updates: updates({ state: 'ready', version: '1.1.0' }),
    }),
  });
  await openWindow(fake, { width: 480, height: 340 });
  await expect.element(button('Hide this message').last()).toBeInTheDocument();
  const bars = [...messages.element().children];
  expect(bars).toHaveLength(4);
  expect(bars.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toEqual([]);
  const head = page.getByRole('heading', { level: 1, name: 'Activity' }).element();
  expect(head.getBoundingClientRect().bottom).toBeLessThan(340);
});

test.each<[string, Partial<Snapshot>, RegExp]>([
  ['a sign-in that failed', { signIn: failed('declined') }, /was declined/u],
  ['where a sign-in goes on', { signIn: waiting() }, /Finish signing in in your browser/u],
  ['a trouble', { troubles: ['tray-missing'] }, /tray/u],
  ['an update', { updates: updates({ state: 'ready', version: '1.1.0' }) }, /1\.1\.0 is ready/u],
])('%s is said aloud', async (_what, fields, words) => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(button('Settings')).toBeVisible();
  fake.push(fields);
  await expect.element(page.getByRole('status')).toMatchTextContent(words);
});

test('the first answer does not undo a push that came before it', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  const answer = Promise.withResolvers<Outcome<Snapshot>>();
  vi.spyOn(fake.api, 'getSnapshot').mockReturnValue(answer.promise);
  await openWindow(fake);
  fake.push({ unread: 5 });
  await expect.element(button('Activity, 5 unread')).toBeVisible();
  answer.resolve({ ok: true, value: snapshot() });
  await answer.promise;
  await button('Settings').click();
  await expect.element(button('Activity, 5 unread')).toBeVisible();
});

test('two fingers on a pad zoom by what they move, not by each of its many events', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(page.getByRole('button', { name: 'Activity' })).toBeVisible();
  const pinch = (deltaY: number): void => {
    const turn = { deltaY, ctrlKey: true, bubbles: true, cancelable: true };
    expect(document.body.dispatchEvent(new WheelEvent('wheel', turn))).toBe(false);
  };
  for (let events = 0; events < 20; events += 1) pinch(-4);
  await expect.poll(() => fake.asked('zoom')).toEqual([['in'], ['in']]);
  for (let events = 0; events < 10; events += 1) pinch(4);
  await expect.poll(() => fake.asked('zoom')).toEqual([['in'], ['in'], ['out']]);
});

test('Ctrl with plus, minus, 0 and the wheel makes everything larger and smaller', async () => {
  const fake = new FakeDrivebell({ snapshot: snapshot() });
  await openWindow(fake);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  for (const key of ['+', '-', '0']) await userEvent.keyboard(`{Control>}${key}{/Control}`);
  await userEvent.keyboard('+');
  const wheel = { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true };
  expect(document.body.dispatchEvent(new WheelEvent('wheel', wheel))).toBe(false);
  document.body.dispatchEvent(new WheelEvent('wheel', { ...wheel, ctrlKey: false }));
  await expect.poll(() => fake.asked('zoom')).toEqual([['in'], ['out'], ['reset'], ['in']]);
});

import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { ElectronToasts } from '../../../src/main/toasts/electron-toasts.ts';
import { given, Notification, resetElectron, seen } from '../support/electron.ts';
import { listener, openAndMute, toast } from './support.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

let heard: string[];
let toasts: ElectronToasts;

function toastsOn(platform: NodeJS.Platform): ElectronToasts {
  given.platform = platform;
  const { heard: list, events } = listener();
  heard = list;
  return new ElectronToasts(events, platform);
}

beforeEach(() => {
  resetElectron();
  toasts = toastsOn('darwin');
});

function at(index: number): Notification {
  const found = seen.notifications.at(index)?.deref();
  if (!found) throw new Error('No notification is there.');
  return found;
}

function alive(): readonly boolean[] {
  return seen.notifications.map((one) => one.deref() !== undefined);
}

async function collect(): Promise<void> {
  // What a turn has looked at stays until the turn is over.
  await setImmediate();
  gc();
}

it.each([true, false])('is shown, silent or not: %s', (isSilent) => {
  toasts.show(toast({ isSilent }));
  expect(at(-1)).toMatchObject({
    id: 'n-1',
    isShown: true,
    silent: isSilent,
    title: 'Ada edited “Budget.xlsx”',
    body: 'Finance / Plans',
  });
  expect(toasts.has('n-1')).toBe(true);
});

it('takes the place of the one with its id, and of no other', () => {
  toasts.show(toast());
  toasts.show(toast({ id: 'n-2' }));
  toasts.show(toast({ title: 'Newer' }));
  expect(seen.notifications.map((one) => one.deref()?.isShown)).toEqual([false, true, true]);
  expect(toasts.has('n-1')).toBe(true);
});

it('is closed, and what is none is not minded', () => {
  toasts.show(toast());
  toasts.close('n-1');
  toasts.close('n-1');
  expect([at(-1).isShown, toasts.has('n-1')]).toEqual([false, false]);
});

it('tells of clicks, actions, and of whether it was shown', () => {
  toasts.show(toast({ actions: openAndMute }));
  at(-1).emit('show');
  at(-1).emit('action', { actionIndex: 1, selectionIndex: -1 });
  toasts.show(toast({ id: 'n-2' }));
  at(-1).emit('click');
  toasts.show(toast({ id: 'n-3' }));
  at(-1).emit('failed', {}, 'no permission');
  expect(heard).toEqual(['shown', 'mute n-1 null', 'click n-2 null', 'failed']);
  expect(['n-1', 'n-2', 'n-3'].map((id) => toasts.has(id))).toEqual([false, false, false]);
});

it('minds no action that it has not', () => {
  toasts.show(toast({ actions: openAndMute }));
  at(-1).emit('action', { actionIndex: 7, selectionIndex: -1 });
  expect(heard).toEqual([]);
});

it.each([
  ['userCanceled', false],
  ['applicationHidden', false],
  ['timedOut', true],
  [undefined, false],
])('is still there when it was closed as %s: %s', (reason, isThere) => {
  toasts.show(toast());
  at(-1).emit('close', { reason });
  expect(toasts.has('n-1')).toBe(isThere);
});

it('has its buttons on macOS', () => {
  toasts.show(toast({ actions: openAndMute }));
  expect(at(-1).given.actions).toEqual([
    { type: 'button', text: 'Open' },
    { type: 'button', text: 'Mute' },
  ]);
  expect(at(-1).given.toastXml).toBeUndefined();
});

it('has its buttons in Windows’ own words', () => {
  toastsOn('win32').show(toast({ actions: openAndMute }));
  expect(at(-1).given.toastXml).toContain('tag=n-1&amp;key=mute');
});

it.each<[NodeJS.Platform, string[]]>([
  ['win32', ['unsupported']],
  // The first question would make macOS ask the person.
  ['darwin', []],
])('says on %s whether the system shows any: %s', (platform, told) => {
  given.areNotificationsSupported = false;
  toastsOn(platform).start();
  expect(heard).toEqual(told);
});

describe('what Windows tells of a toast', () => {
  const activate = (given: string): void =>
    Notification.activated?.({ type: 'click', arguments: given });

  beforeEach(() => {
    toasts = toastsOn('win32');
    toasts.start();
    heard.length = 0;
  });

  it.each([
    ['type=click&tag=n-7', 'click n-7 null'],
    ['type=action&action=1&tag=n-7&key=mute', 'mute n-7 null'],
    ['', 'click null null'],
    ['--anything', 'click null null'],
  ])('of an earlier run is heard: %s', (given, told) => {
    activate(given);
    expect(heard).toEqual([told]);
  });

  it('that is there is told by the toast itself, once', () => {
    toasts.show(toast({ actions: openAndMute }));
    activate('type=action&action=0&tag=n-1&key=open');
    at(-1).emit('action', { actionIndex: 0, selectionIndex: -1 });
    expect(heard).toEqual(['open n-1 null']);
  });
});

describe('a toast that nobody else holds', () => {
  it('lives until it is clicked', async () => {
    toasts.show(toast());
    new Notification({ title: 'held by nobody' }).show();
    await collect();
    expect(alive()).toEqual([true, false]);
    at(0).emit('click');
    await collect();
    expect([alive(), heard]).toEqual([[false, false], ['click n-1 null']]);
  });

  it('lives on in the Action Center', async () => {
    toasts.show(toast());
    at(0).emit('close', { reason: 'timedOut' });
    await collect();
    expect(alive()).toEqual([true]);
  });

  it.each<[string, () => void]>([
    ['has failed', () => at(0).emit('failed')],
    ['is replaced', () => toasts.show(toast())],
    ['is closed', () => toasts.close('n-1')],
    ['is dismissed', () => at(0).emit('close', { reason: 'userCanceled' })],
  ])('is let go when it %s', async (_what, end) => {
    toasts.show(toast());
    end();
    await collect();
    expect(alive()[0]).toBe(false);
  });

  it('is let go when two hundred newer ones are there', async () => {
    for (let n = 0; n <= 200; n += 1) toasts.show(toast({ id: `n-${n}` }));
    await collect();
    const gone = alive().flatMap((isAlive, index) => (isAlive ? [] : [index]));
    expect(gone).toEqual([0]);
  });
});

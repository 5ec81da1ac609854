import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionBus } from '../../../src/main/linux/session-bus.ts';
import { DbusToasts } from '../../../src/main/toasts/dbus-toasts.ts';
import { NotificationDaemon } from '../../support/notification-daemon.ts';
import { startDisplay, xvfb } from '../../support/display.ts';
import { hasDbusDaemon, joinBus, startDbusDaemon } from '../../support/test-bus.ts';
import { quietLog } from '../support/quiet-log.ts';
import { listener, openAndMute, toast } from './support.ts';

const name = 'org.freedesktop.Notifications';
const dunst = '/usr/bin/dunst';
const hasDunst = hasDbusDaemon && [dunst, xvfb].every((path) => existsSync(path));
const looks = { appName: 'Drivebell', desktopEntry: 'drivebell', icon: '', openLabel: 'Open' };
const undo: AsyncDisposable[] = [];

afterEach(async () => {
  for (const one of undo.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

function toastsOver(address: string): { toasts: DbusToasts; heard: string[] } {
  const bus = new SessionBus({ address: () => address, log: quietLog });
  undo.push({ [Symbol.asyncDispose]: async () => bus.stop() });
  const { heard, events } = listener();
  const toasts = new DbusToasts({ bus, events, looks });
  toasts.start();
  return { toasts, heard };
}

const until = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000, interval: 10 });

// Where the programs are not installed, `npm test` says so.
describe.each(hasDbusDaemon ? ['dbus-daemon'] : [])('over %s, a service that is not there', () => {
  it('but could be started counts as there, until that fails', async () => {
    const bus = await startDbusDaemon([{ name, command: '/bin/false' }]);
    undo.push(bus);
    const { toasts, heard } = toastsOver(bus.address);
    await until(() => expect(heard).toEqual(['supported']));
    toasts.show(toast());
    expect(heard).toEqual(['supported']);
    await until(() => expect(heard).toEqual(['supported', 'unsupported']));
    expect(toasts.has('n-1')).toBe(true);
  });
});

describe.each(hasDbusDaemon ? ['dbus-daemon'] : [])('over %s, a service that ends', () => {
  /** One that is asked, and ends before it has answered. */
  async function endOneAsked(address: string): Promise<void> {
    const service = await NotificationDaemon.start(address, { isSlow: true });
    await until(() => expect(service.notified).toHaveLength(1));
    await service[Symbol.asyncDispose]();
  }

  it('before it has answered leaves the toast to the next', async () => {
    const bus = await startDbusDaemon();
    undo.push(bus);
    const { toasts, heard } = toastsOver(bus.address);
    toasts.show(toast());
    await endOneAsked(bus.address);
    const next = await NotificationDaemon.start(bus.address);
    undo.push(next);
    await until(() => expect(heard.at(-1)).toBe('shown'));
    expect([next.notified.length, heard.includes('failed')]).toEqual([1, false]);
  });

  it('and could be started again is not started for ever', async () => {
    const bus = await startDbusDaemon([{ name, command: '/bin/sleep 60' }]);
    undo.push(bus);
    const { toasts, heard } = toastsOver(bus.address);
    await until(() => expect(heard).toEqual(['supported']));
    toasts.show(toast());
    await endOneAsked(bus.address);
    await endOneAsked(bus.address);
    await until(() => expect(heard.at(-1)).toBe('failed'));
    expect(toasts.has('n-1')).toBe(false);
  });
});

describe.each(hasDunst ? [dunst] : [])('%s, started by the bus', () => {
  it('shows, replaces, closes, and tells what the person did', async () => {
    const display = await startDisplay();
    undo.push(display);
    const command = `${dunst} -conf /dev/null`;
    const bus = await startDbusDaemon([{ name, command }], { DISPLAY: display.name });
    undo.push(bus);
    const { toasts, heard } = toastsOver(bus.address);
    await until(() => expect(heard).toEqual(['supported']));
    toasts.show(toast({ body: 'R&D <b>', actions: openAndMute, stays: true }));
    await until(() => expect(heard).toEqual(['supported', 'shown']));
    toasts.show(toast({ title: 'Newer', actions: openAndMute, stays: true }));
    toasts.show(toast({ id: 'n-2', stays: true }));
    await until(() => expect(heard).toEqual(['supported', 'shown', 'shown', 'shown']));
    const person = await joinBus(bus.address);
    undo.push(person);
    const service = { destination: name, path: '/org/freedesktop/Notifications' };
    const act = (member: string, ...body: readonly number[]): Promise<void> =>
      person
        .invoke<void>({
          ...service,
          interface: 'org.dunstproject.cmd0',
          member,
          ...(body.length > 0 && { signature: 'u', body: [...body] }),
        })
        .then(() => undefined);
    const length = (): Promise<number> =>
      person
        .invoke<number>({
          ...service,
          interface: 'org.freedesktop.DBus.Properties',
          member: 'Get',
          signature: 'ss',
          body: ['org.dunstproject.cmd0', 'displayedLength'],
        })
        .then((shown) => shown);
    // The update took the place of its toast: two are on the screen, the upper one is clicked first.
    await until(async () => expect(await length()).toBe(2));
    await act('NotificationAction', 0);
    await until(() => expect(heard).toHaveLength(5));
    await until(async () => expect(await length()).toBe(1));
    await act('NotificationAction', 0);
    await until(() => expect(heard).toHaveLength(6));
    expect(heard.slice(4).toSorted()).toEqual(['click n-1 null', 'click n-2 null']);
    toasts.show(toast({ id: 'n-3', stays: true }));
    await until(async () => expect(await length()).toBe(1));
    await act('NotificationCloseAll');
    await until(() => expect(toasts.has('n-3')).toBe(false));
  });
});

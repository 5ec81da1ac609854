import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionBus } from '../../../src/main/linux/session-bus.ts';
import { DbusToasts } from '../../../src/main/toasts/dbus-toasts.ts';
import { NotificationDaemon } from '../../support/notification-daemon.ts';
import {
  hasDbusDaemon,
  joinBus,
  startBroker,
  startDbusDaemon,
  type TestBus,
} from '../../support/test-bus.ts';
import { quietLog } from '../support/quiet-log.ts';
import { listener, openAndMute, toast } from './support.ts';

const looks = {
  appName: 'Drivebell',
  desktopEntry: 'drivebell',
  icon: '/icons/256x256.png',
  openLabel: 'Open',
};
const buses = [
  ['a bus of our own', startBroker],
  ...(hasDbusDaemon ? ([['dbus-daemon', startDbusDaemon]] as const) : []),
] as const;

// Unix sockets and their owners' ids are what the session bus is made of.
describe.each(process.platform === 'win32' ? [] : buses)('over %s', (_name, startBus) => {
  let testBus: TestBus;
  let bus: SessionBus;
  let toasts: DbusToasts;
  let heard: string[];
  let now: number;
  let made: AsyncDisposable[];

  beforeEach(async () => {
    made = [];
    testBus = await startBus();
    now = 0;
    connect();
  });

  afterEach(async () => {
    bus.stop();
    for (const one of made) await one[Symbol.asyncDispose]();
    await testBus.stop();
  });

  function connect(): void {
    bus = new SessionBus({ address: () => testBus.address, log: quietLog, firstRetryMs: 20 });
    const told = listener();
    heard = told.heard;
    toasts = new DbusToasts({ bus, events: told.events, looks, now: () => now });
  }

  async function daemon(
    settings?: Parameters<typeof NotificationDaemon.start>[1],
  ): Promise<NotificationDaemon> {
    const started = await NotificationDaemon.start(testBus.address, settings);
    made.push(started);
    return started;
  }

  const until = (...all: readonly string[]): Promise<void> =>
    vi.waitFor(() => expect(heard).toEqual(all), { timeout: 10_000, interval: 5 });
  const untilSo = (look: () => void): Promise<void> =>
    vi.waitFor(look, { timeout: 10_000, interval: 5 });

  it('shows a toast with all that belongs to it', async () => {
    const desktop = await daemon();
    toasts.start();
    toasts.show(toast({ body: 'R&D <b>', actions: openAndMute }));
    await until('supported', 'shown');
    expect(desktop.notified).toEqual([
      {
        number: 41,
        appName: 'Drivebell',
        replaces: 0,
        icon: '/icons/256x256.png',
        title: 'Ada edited “Budget.xlsx”',
        body: 'R&amp;D &lt;b&gt;',
        actions: ['default', 'Open', 'open', 'Open', 'mute', 'Mute'],
        hints: { 'desktop-entry': 'drivebell', urgency: 1, 'sound-name': 'message-new-instant' },
        expiry: -1,
      },
    ]);
  });

  it('asks of a service no more than it can', async () => {
    const desktop = await daemon({ capabilities: ['body'] });
    toasts.start();
    toasts.show(toast({ body: 'R&D <b>', actions: openAndMute }));
    await until('supported', 'shown');
    expect(desktop.notified).toMatchObject([{ body: 'R&D <b>', actions: [] }]);
    expect(desktop.notified[0]?.hints).toEqual({ 'desktop-entry': 'drivebell', urgency: 1 });
  });

  it('takes a service for one that reads markup when it does not say', async () => {
    const desktop = await daemon({ capabilities: null });
    toasts.start();
    toasts.show(toast({ body: 'R&D <b>', actions: openAndMute }));
    await until('supported', 'shown');
    expect(desktop.notified).toMatchObject([{ body: 'R&amp;D &lt;b&gt;', actions: [] }]);
  });

  it('is silent, stays and is urgent when that is wanted', async () => {
    const desktop = await daemon();
    toasts.start();
    toasts.show(toast({ isSilent: true, stays: true, isUrgent: true }));
    await until('supported', 'shown');
    expect(desktop.notified).toMatchObject([{ expiry: 0 }]);
    expect(desktop.notified[0]?.hints).toMatchObject({ 'suppress-sound': true, urgency: 2 });
  });

  it('brings a toast up to date in its place, even before the first is answered', async () => {
    const desktop = await daemon({ isSlow: true });
    toasts.start();
    toasts.show(toast({ title: 'One' }));
    await untilSo(() => expect(desktop.notified).toHaveLength(1));
    toasts.show(toast({ title: 'Two' }));
    toasts.show(toast({ title: 'Three' }));
    desktop.answer();
    await untilSo(() => expect(desktop.notified).toHaveLength(2));
    desktop.answer();
    await until('supported', 'shown', 'shown');
    expect(desktop.notified.map(({ title, replaces }) => [title, replaces])).toEqual([
      ['One', 0],
      ['Three', 41],
    ]);
  });

  it.each<[string, string | undefined, string, string]>([
    ['a token', 'token-7', 'click n-1 token-7', 'mute n-2 token-7'],
    ['none', undefined, 'click n-1 null', 'mute n-2 null'],
  ])(
    'hears clicks and buttons, with %s to come to the front',
    async (_what, token, click, mute) => {
      const desktop = await daemon();
      toasts.start();
      toasts.show(toast());
      toasts.show(toast({ id: 'n-2', actions: openAndMute }));
      await until('supported', 'shown', 'shown');
      desktop.invoke(41, 'default', token);
      desktop.invoke(42, 'mute', token);
      await until('supported', 'shown', 'shown', click, mute);
      expect([toasts.has('n-1'), toasts.has('n-2')]).toEqual([false, false]);
    },
  );

  it('hears of no toast and no button that is not its own', async () => {
    const desktop = await daemon();
    toasts.start();
    toasts.show(toast({ actions: openAndMute }));
    await until('supported', 'shown');
    desktop.invoke(7);
    desktop.invoke(41, 'delete-everything');
    desktop.invoke(41, 'default');
    toasts.show(toast({ id: 'n-2' }));
    await until('supported', 'shown', 'shown');
  });

  it('believes nobody but the service', async () => {
    await daemon();
    toasts.start();
    toasts.show(toast());
    await until('supported', 'shown');
    const stranger = await joinBus(testBus.address);
    made.push(stranger);
    for (const { name } of await everybody(stranger)) {
      stranger.connection.message({
        type: 4,
        serial: stranger.serial++,
        path: '/org/freedesktop/Notifications',
        destination: name,
        interface: 'org.freedesktop.Notifications',
        member: 'ActionInvoked',
        signature: 'us',
        body: [41, 'default'],
      });
    }
    await stranger.getId();
    toasts.show(toast({ id: 'n-2' }));
    await until('supported', 'shown', 'shown');
  });

  it.each([
    ['expired', 1, true],
    ['dismissed', 2, false],
    ['closed by the desktop', 4, false],
  ])('knows that a toast has been %s', async (_what, reason, isThere) => {
    const desktop = await daemon();
    toasts.start();
    toasts.show(toast());
    await until('supported', 'shown');
    desktop.close(41, reason);
    toasts.show(toast({ id: 'n-2' }));
    await until('supported', 'shown', 'shown');
    desktop.invoke(42);
    await until('supported', 'shown', 'shown', 'click n-2 null');
    expect(toasts.has('n-1')).toBe(isThere);
  });

  it('does not bring back by an update what was dismissed meanwhile', async () => {
    const desktop = await daemon({ isSlow: true });
    toasts.start();
    toasts.show(toast());
    await untilSo(() => expect(desktop.notified).toHaveLength(1));
    desktop.answer();
    await until('supported', 'shown');
    toasts.show(toast({ title: 'Newer' }));
    await untilSo(() => expect(desktop.notified).toHaveLength(2));
    desktop.close(41, 2);
    await untilSo(() => expect(toasts.has('n-1')).toBe(false));
    desktop.answer();
    await untilSo(() => expect(desktop.closed).toEqual([41]));
  });

  it('keeps a toast that the end of the service has kept from being shown', async () => {
    const first = await daemon({ isSlow: true });
    toasts.start();
    toasts.show(toast());
    await untilSo(() => expect(first.notified).toHaveLength(1));
    await testBus.stop();
    await until('supported', 'unsupported');
    testBus = await startBus();
    const second = await daemon();
    await until('supported', 'unsupported', 'supported', 'shown');
    expect(second.notified).toHaveLength(1);
  });

  it('closes a toast, also one that is still on its way', async () => {
    const desktop = await daemon({ isSlow: true });
    toasts.start();
    toasts.show(toast());
    await untilSo(() => expect(desktop.notified).toHaveLength(1));
    toasts.close('n-1');
    toasts.close('n-1');
    desktop.answer();
    await untilSo(() => expect(desktop.closed).toEqual([41]));
    expect(toasts.has('n-1')).toBe(false);
  });

  it('says when a toast was refused', async () => {
    const desktop = await daemon();
    desktop.refuses = true;
    toasts.start();
    toasts.show(toast());
    await until('supported', 'failed');
    expect(toasts.has('n-1')).toBe(false);
  });

  it('check 9: comes back at once where nobody shows anything, and shows it when somebody comes soon', async () => {
    toasts.start();
    toasts.show(toast());
    // It has returned, and nobody can have answered.
    expect(heard).toEqual([]);
    await until('unsupported');
    now += 59_000;
    const desktop = await daemon();
    await until('unsupported', 'supported', 'shown');
    expect(desktop.notified).toHaveLength(1);
  });

  it('shows nothing that is old by then', async () => {
    toasts.start();
    toasts.show(toast());
    await until('unsupported');
    now += 60_000;
    toasts.show(toast({ id: 'n-2', title: 'Now' }));
    const desktop = await daemon();
    await until('unsupported', 'supported', 'shown');
    expect(desktop.notified.map(({ title }) => title)).toEqual(['Now']);
    expect([toasts.has('n-1'), toasts.has('n-2')]).toEqual([false, true]);
  });

  it('says when the service goes, and shows an update anew when another comes', async () => {
    const first = await daemon();
    toasts.start();
    toasts.show(toast());
    await until('supported', 'shown');
    await first[Symbol.asyncDispose]();
    await until('supported', 'shown', 'unsupported');
    const second = await daemon();
    await until('supported', 'shown', 'unsupported', 'supported');
    // The number is another's now.
    second.invoke(41);
    toasts.show(toast({ title: 'Newer' }));
    await until('supported', 'shown', 'unsupported', 'supported', 'shown');
    expect(second.notified).toMatchObject([{ title: 'Newer', replaces: 0 }]);
  });

  it('survives the end of the bus', async () => {
    await daemon();
    toasts.start();
    toasts.show(toast());
    await until('supported', 'shown');
    await testBus.stop();
    await until('supported', 'shown', 'unsupported');
    toasts.close('n-1');
    testBus = await startBus();
    const desktop = await daemon();
    await untilSo(() => expect(heard.at(-1)).toBe('supported'));
    toasts.show(toast());
    await untilSo(() => expect(heard.at(-1)).toBe('shown'));
    expect(desktop.notified).toMatchObject([{ replaces: 0 }]);
  });
});

async function everybody(
  client: Awaited<ReturnType<typeof joinBus>>,
): Promise<readonly { readonly name: string }[]> {
  const names = await client.listNames();
  return names
    .filter((name) => name.startsWith(':') && name !== client.name)
    .map((name) => ({ name }));
}

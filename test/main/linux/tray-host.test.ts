import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SessionBus } from '../../../src/main/linux/session-bus.ts';
import { mayEmbedIcons, TrayHost } from '../../../src/main/linux/tray-host.ts';
import { joinBus, startBroker, type TestBus } from '../../support/test-bus.ts';
import { TrayWatcher } from '../../support/tray-watcher.ts';
import { quietLog } from '../support/quiet-log.ts';

const ours = `org.kde.StatusNotifierItem-${process.pid}-1/StatusNotifierItem`;
const another = 'org.kde.StatusNotifierItem-1-1/StatusNotifierItem';
let testBus: TestBus;
let bus: SessionBus;
let made: AsyncDisposable[];
let host: TrayHost;
let verdicts: boolean[];

beforeEach(async () => {
  testBus = await startBroker();
  made = [];
  verdicts = [];
  bus = new SessionBus({ address: () => testBus.address, log: quietLog, firstRetryMs: 10 });
});

afterEach(async () => {
  host.stop();
  bus.stop();
  for (const one of made) await one[Symbol.asyncDispose]();
  await testBus.stop();
});

function look(mayEmbed = false): void {
  host = new TrayHost({
    bus,
    pid: process.pid,
    mayEmbed,
    settleMs: 20,
    onVerdict: (isMissing) => verdicts.push(isMissing),
  });
  host.start();
}

async function watcher(...items: readonly string[]): Promise<TrayWatcher> {
  const started = await TrayWatcher.start(testBus.address, items);
  made.push(started);
  return started;
}

const until = (...all: readonly boolean[]): Promise<void> =>
  vi.waitFor(() => expect(verdicts).toEqual(all), { timeout: 10_000, interval: 5 });

it('finds our icon by the name that tells our process', async () => {
  await watcher(another, ours);
  look();
  await until(false);
});

it('finds our icon by who put it there', async () => {
  const client = await joinBus(testBus.address);
  made.push(client);
  // It is of this process, as the app's own connection would be.
  await watcher(another, `${client.name}/StatusNotifierItem`);
  look();
  await vi.waitFor(() => expect(verdicts.length).toBeGreaterThan(0), { timeout: 10_000 });
  expect(verdicts).toEqual([false]);
});

it('misses our icon where nobody collects icons, nobody shows them, or ours is not there', async () => {
  look();
  await until(true);
  const desktop = await watcher(ours);
  await until(true, false);
  desktop.hasHost = false;
  desktop.tell();
  await until(true, false, true);
  desktop.hasHost = true;
  desktop.items = [another];
  desktop.tell();
  await until(true, false, true, true);
  desktop.items = [another, ours];
  desktop.tell();
  await until(true, false, true, true, false);
  await desktop[Symbol.asyncDispose]();
  await until(true, false, true, true, false, true);
});

it('says nothing where an icon may be embedded over X11, unless icons are collected after all', async () => {
  look(true);
  const desktop = await watcher(another);
  await until(true);
  await desktop[Symbol.asyncDispose]();
  await watcher(ours);
  await until(true, false);
});

it('says nothing of items it cannot read', async () => {
  const desktop = await watcher(another, '/org/example/item');
  look();
  desktop.items = [ours];
  await vi.waitFor(
    () => {
      desktop.tell();
      expect(verdicts.at(-1)).toBe(false);
    },
    { timeout: 10_000 },
  );
  expect(verdicts).not.toContain(true);
});

it.each([
  [{ XDG_SESSION_TYPE: 'wayland' }, false],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, false],
  [{ XDG_SESSION_TYPE: 'x11', XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, false],
  [{ XDG_SESSION_TYPE: 'x11', XDG_CURRENT_DESKTOP: 'i3' }, true],
  [{}, true],
])('icons may be embedded with %j: %s', (environment, may) => {
  expect(mayEmbedIcons(environment)).toBe(may);
});

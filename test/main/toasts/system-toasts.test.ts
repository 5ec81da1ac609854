import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { SessionBus } from '../../../src/main/linux/session-bus.ts';
import { DbusToasts } from '../../../src/main/toasts/dbus-toasts.ts';
import { ElectronToasts } from '../../../src/main/toasts/electron-toasts.ts';
import { iconPath, systemToasts } from '../../../src/main/toasts/system-toasts.ts';
import { createTranslate, Words } from '../../../src/main/words.ts';
import { NotificationDaemon } from '../../support/notification-daemon.ts';
import { startBroker } from '../../support/test-bus.ts';
import { quietLog } from '../support/quiet-log.ts';
import { listener, toast } from './support.ts';
import { root } from '../../../scripts/support/root.ts';

const given = { t: createTranslate('en'), root: '/app', events: listener().events };

it('are Electron’s where there is no session bus, and our own where there is', () => {
  const bus = new SessionBus({ address: () => null, log: quietLog });
  expect(systemToasts({ ...given, platform: 'win32', bus: null })).toBeInstanceOf(ElectronToasts);
  expect(systemToasts({ ...given, platform: 'linux', bus })).toBeInstanceOf(DbusToasts);
});

it.each(process.platform === 'win32' ? [] : ['Öffnen'])(
  'say %s in a language that was chosen after the start',
  async (label) => {
    await using testBus = await startBroker();
    await using desktop = await NotificationDaemon.start(testBus.address);
    const bus = new SessionBus({ address: () => testBus.address, log: quietLog });
    const words = new Words('en');
    const toasts = systemToasts({ ...given, t: words.t, platform: 'linux', bus });
    words.speak('de');
    toasts.start();
    toasts.show(toast());
    await vi.waitFor(() => expect(desktop.notified).toHaveLength(1), { timeout: 10_000 });
    expect(desktop.notified[0]?.actions).toEqual(['default', label]);
    bus.stop();
  },
);

it('have an icon that other programs can read, also of a packed app', () => {
  const file = join('build', 'icons', '256x256.png');
  expect(iconPath('/app')).toBe(join('/app', file));
  expect(iconPath('/opt/app.asar')).toBe(join('/opt/app.asar.unpacked', file));
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain(
    'asarUnpack: [build/icons/256x256.png]',
  );
});

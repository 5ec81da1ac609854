import { installedHost } from '../../../scripts/support/host.ts';
import { startBusWithKeyring } from '../../support/keyring.ts';
import { NotificationDaemon, type Notified } from '../../support/notification-daemon.ts';
import { startBroker, type TestBus } from '../../support/test-bus.ts';
import { TrayWatcher } from '../../support/tray-watcher.ts';
import { expect } from '@playwright/test';

/** A Linux desktop of a spec's own: nothing appears on the one of whoever runs it. */
export class Desktop implements AsyncDisposable {
  readonly #bus: TestBus;
  #daemon: NotificationDaemon;
  readonly #tray: TrayWatcher;

  private constructor(bus: TestBus, daemon: NotificationDaemon, tray: TrayWatcher) {
    this.#bus = bus;
    this.#daemon = daemon;
    this.#tray = tray;
  }

  static async start(): Promise<Desktop> {
    // The stand-in keeps its own secrets; Electron asks the bus for a key ring.
    const isElectron = installedHost().kind === 'electron';
    const bus = await (isElectron ? startBusWithKeyring() : startBroker());
    const daemon = await NotificationDaemon.start(bus.address);
    // Of an icon like this nobody can say whose it is.
    const tray = await TrayWatcher.start(bus.address, ['/an/icon']);
    return new Desktop(bus, daemon, tray);
  }

  get environment(): Record<string, string> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#bus.address };
  }

  /** Nobody shows notifications any more. */
  stopService(): Promise<void> {
    return this.#daemon[Symbol.asyncDispose]();
  }

  async startService(): Promise<void> {
    this.#daemon = await NotificationDaemon.start(this.#bus.address);
  }

  get toasts(): readonly Notified[] {
    return this.#daemon.notified;
  }

  /** Nobody shows tray icons any more. */
  stopTray(): Promise<void> {
    return this.#tray[Symbol.asyncDispose]();
  }

  /** The newest with these words in its title. `key`: of a button; without one the toast itself. */
  async clickToast(words: string, key?: string): Promise<void> {
    const found = (): Notified | undefined =>
      this.toasts.findLast(({ title }) => title.includes(words));
    await expect.poll(found).toBeDefined();
    this.#daemon.invoke(found()?.number ?? 0, key);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stopTray();
    await this.stopService();
    await this.#bus.stop();
  }
}

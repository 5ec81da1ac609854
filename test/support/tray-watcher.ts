import { defineInterface, type MessageBus } from 'dbus-native';
import { joinBus } from './test-bus.ts';

const name = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';

/** Plays what collects the tray icons of a desktop. */
export class TrayWatcher implements AsyncDisposable {
  hasHost = true;
  items: readonly string[] = [];
  readonly #bus: MessageBus;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
  }

  static async start(address: string, items: readonly string[]): Promise<TrayWatcher> {
    const bus = await joinBus(address);
    const watcher = new TrayWatcher(bus);
    watcher.items = items;
    const definition = defineInterface({
      name,
      properties: {
        IsStatusNotifierHostRegistered: { type: 'b', access: 'read', get: () => watcher.hasHost },
        RegisteredStatusNotifierItems: { type: 'as', access: 'read', get: () => watcher.items },
      },
      signals: {
        StatusNotifierHostRegistered: {},
        StatusNotifierItemRegistered: { args: { item: 's' } },
      },
    });
    await bus.export(path, definition);
    await bus.requestName(name, 0);
    return watcher;
  }

  /** Something has changed. */
  tell(): void {
    this.#bus.sendSignal(path, name, 'StatusNotifierHostRegistered', '', []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bus.close();
  }
}

import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

export const windows = new Array<FakeWindow>();

/** A window that only remembers what it was made with. */
export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly loaded = new Array<string>();
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    windows.push(this);
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.emit('closed');
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}

class FakeContents extends EventEmitter {
  setZoomLevel(): void {}
}

export const screen = {
  getPrimaryDisplay: () => ({ workAreaSize: { width: 1920, height: 1040 } }) as Electron.Display,
} satisfies Partial<Electron.Screen>;

import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { strictEmitter } from './strict.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: never[]) => unknown;

class StandInIpcMain
  extends strictEmitter('ipcMain')
  implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    super();
    // A channel named "error" must not throw for want of a listener.
    this.on('error', () => {});
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  static handlerOf(ipc: StandInIpcMain, channel: string): Handler | undefined {
    return ipc.#handlers.get(channel);
  }
}

export const ipcMain = new StandInIpcMain();
export const handlerOf = (channel: string): Handler | undefined =>
  StandInIpcMain.handlerOf(ipcMain, channel);

import { createBridge } from '../../stand-in/page/bridge.ts';
import { Emitter } from '../../stand-in/page/emitter.ts';
import { receiveExposed } from '../../stand-in/page/main-world.ts';

/**
 * The parts of Electron between the window and main, played in one page. The `renderer` project's
 * alias gives this module to the preload script and to `src/main/ipc.ts`. What crosses to main and
 * back goes through a port, and is cloned as Electron clones it; what crosses between preload script
 * and page, through the stand-in's bridge.
 */
type Handler = (event: object, ...args: unknown[]) => unknown;

type Asked = { readonly id: number; readonly channel: string; readonly args: readonly unknown[] };
type Told =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly channel: string; readonly args: readonly unknown[] };

const { port1: page, port2: main } = new MessageChannel();
const handlers = new Map<string, Handler>();
const frame = { url: 'app://bundle/index.html' };

/** The window's. */
export const webContents = {
  mainFrame: frame,
  send: (channel: string, ...args: unknown[]) => tell({ channel, args }),
};

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, handler);
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
};

/** Named by `src/main/ipc.ts`'s neighbour, and not asked here. */
export const session = {};

class IpcRenderer extends Emitter {
  readonly #calls = new Map<number, PromiseWithResolvers<unknown>>();

  constructor() {
    super();
    page.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#hear(data));
    page.start();
  }

  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const call = Promise.withResolvers<unknown>();
    const id = this.#calls.size;
    this.#calls.set(id, call);
    page.postMessage({ id, channel, args } satisfies Asked, []);
    return call.promise;
  }

  #hear(told: Told): void {
    if ('channel' in told) this.emit(told.channel, { sender: this, ports: [] }, ...told.args);
    else if ('error' in told) this.#calls.get(told.id)?.reject(new Error(told.error));
    else this.#calls.get(told.id)?.resolve(told.value);
  }
}

export const ipcRenderer = new IpcRenderer();

const preloadWorld = createBridge('bridge-', 'preload', 'page');
receiveExposed(createBridge('bridge-', 'page', 'preload'));

export const contextBridge = {
  exposeInMainWorld: (key: string, api: unknown) => preloadWorld.expose(key, api),
};

main.addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));
main.start();

async function answer({ id, channel, args }: Asked): Promise<void> {
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const value = await handler({ sender: webContents, senderFrame: frame }, ...args);
    tell({ id, value });
  } catch (thrown) {
    tell({ id, error: `Error invoking remote method '${channel}': ${String(thrown)}` });
  }
}

function tell(told: Told): void {
  main.postMessage(told, []);
}

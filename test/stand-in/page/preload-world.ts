// Runs in the isolated world by its text, after bridge.ts, emitter.ts and ../wire.ts.
import type { Bridge } from './bridge.ts';
import type { Emitter } from './emitter.ts';

type Preload = (...globals: unknown[]) => void;

interface Tools {
  readonly bridge: Bridge;
  readonly Emitter: new () => Emitter;
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
  /** The name of the binding to the main process. */
  readonly binding: string;
  readonly receiver: string;
  readonly process: object;
}

type Incoming =
  | { kind: 'reply'; id: number; result?: string; error?: string }
  | { kind: 'message'; channel: string; args: string };

/** Plays `electron` to a sandboxed preload script, then runs it. */
export function runPreload(tools: Tools, file: string, preload: Preload): void {
  const { Emitter, bridge, encode, decode } = tools;
  const globals = globalThis as unknown as Record<string, unknown>;
  const post = globals[tools.binding] as (text: string) => void;
  delete globals[tools.binding];
  const calls = new Map<
    number,
    { channel: string; resolve: (v: unknown) => void; reject: (e: Error) => void }
  >();
  let lastCall = 0;

  const missing = (name: string): never => {
    throw new Error(`stand-in: electron.${name} is not implemented`);
  };
  const loud = <T extends object>(name: string, played: T): T =>
    new Proxy(played, {
      get: (object, key, receiver) =>
        key in object || typeof key === 'symbol' || key === 'then'
          ? (Reflect.get(object, key, receiver) as unknown)
          : missing(`${name}.${key}`),
    });

  const clone = (args: unknown[]): string => {
    try {
      return encode(args);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };

  class IpcRenderer extends Emitter {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = ++lastCall;
        const text = clone(args);
        calls.set(id, { channel, resolve, reject });
        post(JSON.stringify({ kind: 'invoke', id, channel, args: text }));
      });
    }

    send(channel: string, ...args: unknown[]): void {
      post(JSON.stringify({ kind: 'send', channel, args: clone(args) }));
    }
  }
  // Loud at the end of the chain: its own methods keep the object they need.
  Object.setPrototypeOf(IpcRenderer.prototype, loud('ipcRenderer', Emitter.prototype));
  const ipcRenderer = new IpcRenderer();

  Object.defineProperty(globalThis, tools.receiver, {
    value: (text: string) => {
      const incoming = JSON.parse(text) as Incoming;
      if (incoming.kind === 'message') {
        const args = decode(incoming.args) as unknown[];
        ipcRenderer.emit(incoming.channel, { sender: ipcRenderer, ports: [] }, ...args);
        return;
      }
      const call = calls.get(incoming.id);
      calls.delete(incoming.id);
      if (incoming.error === undefined) call?.resolve(decode(incoming.result ?? 'null'));
      else {
        const { channel } = call ?? { channel: '' };
        call?.reject(new Error(`Error invoking remote method '${channel}': ${incoming.error}`));
      }
    },
  });

  const electron = loud('(preload)', {
    ipcRenderer,
    contextBridge: loud('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
    }),
    webFrame: loud('webFrame', {}),
    webUtils: loud('webUtils', {}),
    crashReporter: loud('crashReporter', {}),
    nativeImage: loud('nativeImage', {}),
    sharedTexture: loud('sharedTexture', {}),
  });
  const require = (name: string): unknown => {
    if (/^electron(\/(common|renderer))?$/.test(name)) return electron;
    if (/^(node:)?events$/.test(name)) return Object.assign(Emitter, { EventEmitter: Emitter });
    if (/^(node:)?timers$/.test(name))
      return { setTimeout, clearTimeout, setInterval, clearInterval };
    if (/^(node:)?url$/.test(name)) return { URL, URLSearchParams };
    throw new Error(`module not found: ${name}`);
  };

  const module = { exports: {} };
  const process = Object.assign(new Emitter(), tools.process);
  const setImmediate = (callback: (...args: unknown[]) => void, ...args: unknown[]): number =>
    window.setTimeout(callback, 0, ...args);
  post(JSON.stringify({ kind: 'hello', url: location.href }));
  try {
    preload(
      require,
      process,
      module.exports,
      module,
      loud('(preload).Buffer', () => {}),
      globalThis,
      setImmediate,
      clearTimeout,
    );
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    // oxlint-disable-next-line no-console
    console.error(`Unable to load preload script: ${file}`);
    // oxlint-disable-next-line no-console
    console.error(error);
    post(JSON.stringify({ kind: 'preload-error', message, stack: stack ?? '' }));
  }
}

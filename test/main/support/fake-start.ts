import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

/** What the app asks of Electron before it is ready, in that order; the fake module resets and refuses. */
export const asked = new Array<string>();
export const events = new EventEmitter();

/** Settings of the start, which cannot be changed any more once Electron is ready. */
export function startApp(isReady: () => boolean) {
  const early = (name: string): void => {
    if (isReady()) throw new Error(`app.${name}() can only be called before app is ready`);
    asked.push(name);
  };
  return {
    setName: (name) => void asked.push(`setName ${name}`),
    setAppUserModelId: (id) => void asked.push(`setAppUserModelId ${id}`),
    setToastActivatorCLSID: (id) => {
      if (!/^\{[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}\}$/i.test(id)) {
        throw new Error('Invalid CLSID format');
      }
      early('setToastActivatorCLSID');
    },
    setActivationPolicy: (policy) => void asked.push(`setActivationPolicy ${policy}`),
    enableSandbox: () => early('enableSandbox'),
    requestSingleInstanceLock: () => {
      asked.push('requestSingleInstanceLock');
      return true;
    },
    whenReady: () => {
      asked.push('whenReady');
      return new Promise<void>(() => undefined);
    },
    on: ((name: string, listener: (...args: readonly unknown[]) => void) => {
      asked.push(`on ${name}`);
      events.on(name, listener);
    }) as Electron.App['on'],
    commandLine: {
      getSwitchValue: () => '',
      appendSwitch: (name, value) => void asked.push(`${name}=${value}`),
    } satisfies Partial<Electron.CommandLine> as unknown as Electron.CommandLine,
  } satisfies Partial<Electron.App>;
}

let areSchemesKnown = false;

export function protocolOf(isReady: () => boolean) {
  return {
    registerSchemesAsPrivileged: (schemes) => {
      if (isReady()) {
        throw new Error(
          'protocol.registerSchemesAsPrivileged should be called before app is ready',
        );
      }
      if (areSchemesKnown) throw new Error('Schemes are registered once.');
      areSchemesKnown = true;
      asked.push(`registerSchemesAsPrivileged ${JSON.stringify(schemes)}`);
    },
  } satisfies Partial<Electron.Protocol>;
}

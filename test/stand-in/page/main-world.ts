// Runs in the page by its text, after bridge.ts: nothing may be imported here.
import type { Bridge } from './bridge.ts';

/** Receives what the preload script exposes and puts it, frozen, on the page's window. */
export function receiveExposed(bridge: Bridge): void {
  const freeze = (value: unknown, seen = new Set<object>()): void => {
    const isObject = (typeof value === 'object' || typeof value === 'function') && value !== null;
    if (!isObject || seen.has(value) || ArrayBuffer.isView(value)) return;
    seen.add(value);
    for (const key of Object.getOwnPropertyNames(value)) {
      freeze((value as Record<string, unknown>)[key], seen);
    }
    Object.freeze(value);
  };
  bridge.onExpose = (key, api) => {
    if (key in window) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    freeze(api);
    Object.defineProperty(window, key, { value: api, enumerable: true });
  };
}

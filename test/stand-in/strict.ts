import { EventEmitter } from 'node:events';

/** Read by promises, `JSON.stringify` and test tools from any object, so never a sign of a missing API. */
const probes = new Set<PropertyKey>(['then', 'toJSON', 'asymmetricMatch', 'nodeType', '$$typeof']);

const missing = (name: string): Error => new Error(`stand-in: electron.${name} is not implemented`);

/** Whatever `target` lacks throws when read, except names Electron itself lacks on this system. */
export function loud<T extends object>(name: string, target: T, absent: readonly string[] = []): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || probes.has(key) || absent.includes(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw missing(`${name}.${key}`);
    },
  });
}

/** A module of which nothing is played: reading, calling or constructing it throws. */
export function unimplemented(name: string): never {
  const refuse = (): never => {
    throw missing(name);
  };
  return new Proxy(function playedByNothing() {}, {
    get(_target, key) {
      if (typeof key === 'symbol' || probes.has(key)) return undefined;
      throw missing(`${name}.${key}`);
    },
    apply: refuse,
    construct: refuse,
  }) as never;
}

/**
 * The base of an emitter class. The loudness sits at the end of the prototype chain, so instances
 * stay ordinary objects: private fields work and every method can be patched as in Electron.
 */
export function strictEmitter(name: string, absent: readonly string[] = []): typeof EventEmitter {
  class Strict extends EventEmitter {}
  Object.setPrototypeOf(Strict.prototype, loud(name, EventEmitter.prototype, absent));
  Object.setPrototypeOf(Strict, loud(name, EventEmitter, absent));
  return Strict as typeof EventEmitter;
}

/** The same for a class that is no emitter. */
export function strictBase(name: string, absent: readonly string[] = []): new () => object {
  const Strict = function Strict() {} as unknown as new () => object;
  Object.setPrototypeOf(Strict.prototype as object, loud(name, Object.prototype, absent));
  Object.setPrototypeOf(Strict, loud(name, Function.prototype, absent));
  return Strict;
}

/** After its native half is gone, every member of an object throws, except those named. */
export function refuseWhenDestroyed(
  prototype: { isDestroyed(): boolean },
  usableAfterwards: readonly string[],
): void {
  for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (key === 'constructor' || key === 'isDestroyed' || usableAfterwards.includes(key)) continue;
    for (const part of ['value', 'get', 'set'] as const) {
      const original: unknown = member[part];
      if (typeof original !== 'function') continue;
      member[part] = function guarded(this: { isDestroyed(): boolean }, ...args: unknown[]) {
        if (this.isDestroyed()) throw new TypeError('Object has been destroyed');
        return Reflect.apply(original, this, args) as unknown;
      };
    }
    Object.defineProperty(prototype, key, member);
  }
}

import { describe, expect, test } from 'vitest';
import { loud, refuseWhenDestroyed, strictEmitter, unimplemented } from './strict.ts';

describe('what is missing', () => {
  test('throws when read, by its full name', () => {
    const played = loud('shell', { beep: () => 'beep' }, ['trashItem']);
    expect(played.beep()).toBe('beep');
    expect(() => Reflect.get(played, 'openPath') as unknown).toThrow(
      'stand-in: electron.shell.openPath is not implemented',
    );
    expect(Reflect.get(played, 'trashItem')).toBeUndefined();
  });

  test('can be added, and what is there replaced', () => {
    const played = loud('shell', { beep: (): string => 'beep' });
    played.beep = () => 'patched';
    Object.assign(played, { added: 1 });
    expect([played.beep(), Reflect.get(played, 'added')]).toStrictEqual(['patched', 1]);
  });

  test('a whole module throws however it is used', () => {
    const module = unimplemented('autoUpdater') as unknown as { new (): object; (): void };
    const message = 'electron.autoUpdater';
    expect(() => module()).toThrow(message);
    expect(() => new module()).toThrow(message);
    expect(() => Reflect.get(module, 'on') as unknown).toThrow('electron.autoUpdater.on');
  });

  test('instances and classes too, while their own members see their private ones', () => {
    class Played extends strictEmitter('Played') {
      readonly #value = 1;
      value(): number {
        return this.#value;
      }
    }
    const played = new Played();
    expect([played.value(), played.listenerCount('a'), played.emit('a')]).toStrictEqual([
      1,
      0,
      false,
    ]);
    expect(() => Reflect.get(played, 'other') as unknown).toThrow('electron.Played.other');
    expect(() => Reflect.get(Played, 'other') as unknown).toThrow('electron.Played.other');
  });

  test('a promise may resolve with any of it', async () => {
    const played = loud('shell', {});
    expect(await Promise.resolve(played)).toBe(played);
  });
});

test('a destroyed object refuses all but what is named', () => {
  class Thing {
    destroyed = false;
    get url(): string {
      return 'url';
    }
    load(): string {
      return 'loaded';
    }
    name(): string {
      return 'name';
    }
    isDestroyed(): boolean {
      return this.destroyed;
    }
  }
  refuseWhenDestroyed(Thing.prototype, ['name']);
  const thing = new Thing();
  expect([thing.load(), thing.url]).toStrictEqual(['loaded', 'url']);
  thing.destroyed = true;
  expect(() => thing.load()).toThrow(new TypeError('Object has been destroyed'));
  expect(() => thing.url).toThrow(new TypeError('Object has been destroyed'));
  expect([thing.name(), thing.isDestroyed()]).toStrictEqual(['name', true]);
});

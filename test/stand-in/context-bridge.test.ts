import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './support/launch.ts';

interface Fixture {
  echo<T>(value: T): T;
  echoLater<T>(value: T): Promise<T>;
  call(callback: (...args: unknown[]) => unknown, ...args: unknown[]): unknown;
  fail(): void;
  failWithText(): void;
  invoke<T>(channel: string, value: T): Promise<T>;
  date: Date;
  nested: { list: [number, { deep: boolean }] };
}
declare const fixture: Fixture;

let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, close } = await launch('window'));
  page = await app.firstWindow();
  await page.getByRole('heading').waitFor();
}, 30_000);

afterAll(() => close());

test('what is exposed is frozen, deeply, and cannot be replaced', async () => {
  const seen = await page.evaluate(() => {
    const attempt = (change: () => void): string => {
      try {
        change();
        return 'changed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [
      attempt(() => Object.assign(fixture, { echo: 1 })),
      attempt(() => Object.assign(fixture.nested.list[1], { deep: false })),
      attempt(() => Object.defineProperty(globalThis, 'fixture', { value: 1 })),
      fixture.date instanceof Date,
      Object.getPrototypeOf(fixture.nested) === Object.prototype,
    ];
  });
  expect(seen).toStrictEqual(['TypeError', 'TypeError', 'TypeError', true, true]);
});

test('values cross as copies, with maps, dates and bytes; methods and prototypes stay behind', async () => {
  const seen = await page.evaluate(() => {
    class Point {
      x = 1;
      norm(): number {
        return this.x;
      }
    }
    const cycle: { self?: unknown; list: unknown[] } = { list: [] };
    cycle.self = cycle;
    const given = { map: new Map([[1, new Set(['a'])]]), bytes: new Uint8Array([1, 2]), big: 5n };
    const back = fixture.echo(given);
    const point = fixture.echo(new Point());
    const own = JSON.parse('{"__proto__": {"polluted": true}}') as object;
    return {
      copy: back !== given,
      map: back.map.get(1)?.has('a'),
      bytes: [...back.bytes],
      big: String(back.big),
      point: [point.x, typeof point.norm],
      cycle: (fixture.echo(cycle).self as typeof cycle).list.length,
      polluted: Reflect.get(fixture.echo(own), 'polluted') as unknown,
      undefinedKept: 'a' in fixture.echo({ a: undefined }),
    };
  });
  expect(seen).toStrictEqual({
    copy: true,
    map: true,
    bytes: [1, 2],
    big: '5',
    point: [1, 'undefined'],
    cycle: 0,
    polluted: undefined,
    undefinedKept: true,
  });
});

test('functions and promises work both ways, and a function returned is the one given', async () => {
  const seen = await page.evaluate(async () => {
    const given = (value: unknown): string => `page got ${String(value)}`;
    return [
      fixture.call(given, 1),
      fixture.echo(given) === given,
      await fixture.echoLater('later'),
      await fixture.call(() => Promise.resolve('promised')),
      await (fixture.call(() => Promise.reject(new Error('no'))) as Promise<string>).catch(
        (error: unknown) => (error as Error).message,
      ),
    ];
  });
  expect(seen).toStrictEqual(['page got 1', true, 'later', 'promised', 'no']);
});

test('of an error only the message crosses', async () => {
  const seen = await page.evaluate(() => {
    const caught = (call: () => void): unknown[] => {
      try {
        call();
        return [];
      } catch (error) {
        const { name, message } = error as Error;
        return [error instanceof Error, name, message, 'extra' in (error as Error)];
      }
    };
    return [caught(() => fixture.fail()), caught(() => fixture.failWithText())];
  });
  expect(seen).toStrictEqual([
    [true, 'Error', 'out of range', false],
    [
      true,
      'Error',
      'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.',
      false,
    ],
  ]);
});

test('deep nesting is refused', async () => {
  const message = await page.evaluate(() => {
    let deep: unknown = {};
    for (let depth = 0; depth < 1001; depth++) deep = [deep];
    try {
      fixture.echo(deep);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toMatch(/^Electron contextBridge recursion depth exceeded/);
});

test('ipc keeps what a structured clone keeps', async () => {
  const seen = await page.evaluate(async () => {
    const given = {
      date: new Date(5),
      map: new Map([['k', new Set([1])]]),
      numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY, 12n],
      nothing: undefined,
      bytes: new Uint16Array([1, 500]),
      text: '\u{1F600} \u0000 \uD800',
      pattern: /a+/gi,
    };
    const back = await fixture.invoke('echo', given);
    return {
      date: back.date.getTime(),
      map: back.map.get('k')?.has(1),
      numbers: back.numbers.map((value) => (Object.is(value, -0) ? '-0' : String(value))),
      nothing: 'nothing' in back,
      bytes: [back.bytes instanceof Uint16Array, ...back.bytes],
      text: back.text === given.text,
      pattern: String(back.pattern),
    };
  });
  expect(seen).toStrictEqual({
    date: 5,
    map: true,
    numbers: ['NaN', '-0', 'Infinity', '12'],
    nothing: true,
    bytes: [true, 1, 500],
    text: true,
    pattern: '/a+/gi',
  });
});

test('a function cannot be sent', async () => {
  const message = await page.evaluate(() =>
    fixture.invoke('echo', { f() {} }).catch((error: unknown) => (error as Error).message),
  );
  expect(message).toBe('An object could not be cloned.');
});

import { expect, test } from 'vitest';
import { decode, encode } from './wire.ts';

const through = <T>(value: T): T => decode(encode(value)) as T;

test.for([
  ['plain values', { a: [1, 'two', true, null], b: {} }],
  ['undefined', { a: undefined, b: [undefined] }],
  [
    'numbers JSON has not',
    [Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3n],
  ],
  ['dates', [new Date(5), new Date(Number.NaN)]],
  ['maps and sets', new Map([[{ key: 1 }, new Set(['a', undefined])]])],
  ['patterns', /a+/gi],
  ['bytes', [new Uint16Array([1, 500]), new Uint8Array([0, 255]), new ArrayBuffer(3)]],
  ['text', '\u{1F600} \u0000 \uD800 "\\'],
] as const)('%s', ([, value]) => {
  expect(through<unknown>(value)).toStrictEqual(value);
});

test('holes stay holes', () => {
  const sparse: unknown[] = [1];
  sparse[2] = 3;
  const back = through(sparse);
  expect([back.length, 1 in back, back[2]]).toStrictEqual([3, false, 3]);
});

test('one object named twice is one object, a cycle a cycle', () => {
  const shared = { name: 'shared' };
  const cycle: { self?: unknown; pair: unknown[] } = { pair: [shared, shared] };
  cycle.self = cycle;
  const back = through(cycle);
  expect(back.self).toBe(back);
  expect(back.pair[0]).toBe(back.pair[1]);
});

test('errors keep their kind, message and cause', () => {
  const back = through(new TypeError('kept', { cause: new Error('why') }));
  expect(back).toBeInstanceOf(TypeError);
  expect([back.message, (back.cause as Error).message]).toStrictEqual(['kept', 'why']);
});

test('a key named __proto__ is data', () => {
  const back = through(JSON.parse('{"__proto__": {"polluted": true}}') as object);
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  expect(Object.keys(back)).toStrictEqual(['__proto__']);
});

test('only what lies in a view of a buffer is sent', () => {
  expect(encode(Buffer.from('ab')).length).toBeLessThan(60);
});

test('functions and symbols are refused', () => {
  expect(() => encode(() => {})).toThrow('could not be cloned');
  expect(() => encode({ a: Symbol('a') })).toThrow('could not be cloned');
});

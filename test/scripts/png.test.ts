import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { areAlike } from '../../scripts/screenshots/png.ts';

const dir = join(import.meta.dirname, '../../docs/screenshots');
const picture = (name: string): Buffer => readFileSync(join(dir, name));

function part(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  return Buffer.concat([size, Buffer.from(name), data, Buffer.alloc(4)]);
}

/** Of colours without alpha; each row begins with its filter. */
function png(width: number, rows: readonly (readonly number[])[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 2], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([Buffer.alloc(8), part('IHDR', head), part('IDAT', data)]);
}

const plain = png(2, [
  [0, 10, 20, 30, 40, 50, 60],
  [0, 70, 80, 90, 100, 110, 120],
  [0, 130, 140, 150, 160, 170, 180],
]);

it('reads rows however they are told', () => {
  const filtered = png(2, [
    [1, 10, 20, 30, 30, 30, 30],
    [2, 60, 60, 60, 60, 60, 60],
    [4, 60, 60, 60, 30, 30, 30],
  ]);
  expect(areAlike(plain, filtered)).toBe(true);
  const averaged = png(2, [
    [3, 10, 20, 30, 35, 40, 45],
    [3, 65, 70, 75, 45, 45, 45],
    [3, 95, 100, 105, 45, 45, 45],
  ]);
  expect(areAlike(plain, averaged)).toBe(true);
});

it('passes over what nobody sees, and over nothing else', () => {
  const last = (value: number) =>
    png(2, [
      [0, 10, 20, 30, 40, 50, 60],
      [0, 70, 80, 90, 100, 110, 120],
      [0, 130, 140, 150, 160, 170, value],
    ]);
  expect(areAlike(plain, last(190))).toBe(true);
  expect(areAlike(plain, last(240))).toBe(false);
  expect(areAlike(plain, png(1, [[0, 10, 20, 30]]))).toBe(false);
});

it('tells the pictures of the window apart', () => {
  const light = picture('activity-light.png');
  expect(areAlike(light, picture('activity-dark.png'))).toBe(false);
  expect(areAlike(light, picture('activity-search-light.png'))).toBe(false);
});

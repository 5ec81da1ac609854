import { expect, it } from 'vitest';
import { bmpUrl, cropped, readFramebuffer } from '../../scripts/screenshots/framebuffer.ts';

/** A window dump of 4 × 3 pixels, with these lit. */
function dump(...lit: readonly (readonly [x: number, y: number])[]): Buffer {
  const [headerSize, colours, bytesPerLine] = [108, 2, 20];
  const begin = headerSize + 12 * colours;
  const bytes = Buffer.alloc(begin + 3 * bytesPerLine);
  const fields = { 0: headerSize, 4: 4, 5: 3, 12: bytesPerLine, 19: colours };
  for (const [at, value] of Object.entries(fields)) bytes.writeUInt32BE(value, 4 * Number(at));
  for (const [x, y] of lit) bytes.set([1, 2, 3, 0], begin + y * bytesPerLine + 4 * x);
  return bytes;
}

it('cuts off the black around what is lit', () => {
  const found = cropped(readFramebuffer(dump([1, 1], [2, 2])));
  expect(found).toMatchObject({ width: 2, height: 2 });
  const rows = found?.rows.map((row) => [...row]);
  expect(rows).toEqual([
    [1, 2, 3, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 1, 2, 3, 0],
  ]);
});

it('finds nothing on a black screen', () => {
  expect(cropped(readFramebuffer(dump()))).toBe(null);
});

it('makes a picture of it that reads from the top', () => {
  const found = cropped(readFramebuffer(dump([3, 0])));
  const url = found ? bmpUrl(found) : '';
  const bytes = Buffer.from(url.replace('data:image/bmp;base64,', ''), 'base64');
  expect(bytes.toString('latin1', 0, 2)).toBe('BM');
  expect([bytes.readInt32LE(18), bytes.readInt32LE(22), bytes.length]).toEqual([1, -1, 58]);
  expect([...bytes.subarray(54)]).toEqual([1, 2, 3, 0]);
});

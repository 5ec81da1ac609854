import { expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../scripts/icons/containers.ts';

it('writes a Windows icon whose entries lead to their PNGs', () => {
  const file = icoFile([
    { size: 16, png: Buffer.from('small') },
    { size: 256, png: Buffer.from('large one') },
  ]);
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 2]);
  expect([file[6], file[22]]).toEqual([16, 0]);
  const texts = [6, 22].map((entry) => {
    const start = file.readUInt32LE(entry + 12);
    return file.toString('latin1', start, start + file.readUInt32LE(entry + 8));
  });
  expect(texts).toEqual(['small', 'large one']);
});

it('writes a macOS icon that can be walked from entry to entry', () => {
  const file = icnsFile((size) => Buffer.from(`png of ${size}`));
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const entries: string[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    const body = file.toString('latin1', at + 8, at + file.readUInt32BE(at + 4));
    entries.push(`${file.toString('latin1', at, at + 4)} ${body}`);
  }
  expect(entries).toContain('ic10 png of 1024');
  expect(entries).toHaveLength(8);
});

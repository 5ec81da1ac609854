/**
 * Writes the second argument to the first, where each write takes three bytes at most. A process of
 * its own: atomically takes its `write` from `fs` once and for all.
 */
import fs from 'node:fs';

type Write = (file: number, data: Buffer | string, ...rest: readonly unknown[]) => void;

const write = fs.write as Write;
const shortWrite: Write = (file, data, ...rest) => {
  const [offset, length] = typeof data === 'string' ? [0, data.length] : rest;
  write(file, Buffer.from(data), offset, Math.min(Number(length), 3), null, rest.at(-1));
};
Object.assign(fs, { write: shortWrite });

const [, , path = '', text = ''] = process.argv;
const { writeDurably } = await import('../../../src/main/durable-write.ts');
await writeDurably(path, text);

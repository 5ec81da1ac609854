import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeDurably } from '../../src/main/durable-write.ts';
import { isForOwnerAlone } from './support/owner-alone.ts';

let dir: string;
let path: string;

beforeEach(() => {
  dir = fs.mkdtempSync(join(tmpdir(), 'drivebell-durable-'));
  path = join(dir, 'a.bin');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(dir, { recursive: true });
});

it('replaces a file, for the user alone, and leaves nothing beside it', async () => {
  for (const text of ['first', 'second, and longer', 'ü']) {
    await writeDurably(path, text);
    expect(fs.readFileSync(path, 'utf8')).toBe(text);
  }
  expect(fs.readdirSync(dir)).toEqual(['a.bin']);
  expect(isForOwnerAlone(path)).toBe(true);
});

it('writes all, though the system takes only a little at a time, as a full disk does', () => {
  const script = fileURLToPath(new URL('./support/short-writes.ts', import.meta.url));
  const { stderr, status } = spawnSync(process.execPath, [script, path, 'a longer text'], {
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  expect(fs.readFileSync(path, 'utf8')).toBe('a longer text');
});

// Windows has no way to.
const others = process.platform === 'win32' ? [] : [process.platform];
it.each(others)('syncs the folder once the file is there, on %s', async () => {
  const synced: unknown[] = [];
  vi.spyOn(await handles(), 'sync').mockImplementation(async function sync(this: FileHandle) {
    synced.push([fs.fstatSync(this.fd).ino, fs.readFileSync(path, 'utf8')]);
  });
  await writeDurably(path, 'text');
  expect(synced).toEqual([[fs.statSync(dir).ino, 'text']]);
});

it('has written, though the folder cannot be synced', async () => {
  vi.spyOn(await handles(), 'sync').mockRejectedValue(new Error('EINVAL'));
  await writeDurably(path, 'text');
  expect(fs.readFileSync(path, 'utf8')).toBe('text');
});

/** What all file handles have in common. */
async function handles(): Promise<FileHandle> {
  await using handle = await open(import.meta.filename, 'r');
  return Object.getPrototypeOf(handle) as FileHandle;
}

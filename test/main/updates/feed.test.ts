import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { releasesPage } from '../../../src/core/updates/release.ts';
import type { Get } from '../../../src/main/net.ts';
import { Feed, usualLimits } from '../../../src/main/updates/feed.ts';

const content = Buffer.from('the next version');
const sha512 = createHash('sha512').update(content).digest('base64');
const url = new URL(`${releasesPage}/download/v1.1.0/Drivebell-1.1.0.AppImage`);

let dir: string;
let path: string;
let asked: Parameters<Get>[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-feed-'));
  path = join(dir, 'file');
  asked = [];
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true });
});

/** What it asks for comes byte by byte. */
function feed(): Feed {
  const ours = new Feed(async (...all) => {
    asked.push(all);
    const bytes = Readable.from(Array.from(content, (byte) => Buffer.of(byte)));
    return { status: 200, body: addAbortSignal(all[1].signal, bytes) };
  }, usualLimits);
  ours.mostFileBytes = content.length;
  return ours;
}

it('takes a file whose hash was told', async () => {
  expect(await feed().download(url, path, { sha512 })).toBe(path);
  expect(readFileSync(path)).toEqual(content);
});

it('takes one that comes slowly, unless it stands still', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const download = (pauseMs: number): Promise<string> =>
    feed().download(url, path, { sha512, onProgress: () => vi.advanceTimersByTime(pauseMs) });
  expect(await download(usualLimits.stillMs - 1)).toBe(path);
  expect(readFileSync(path)).toEqual(content);
  await expect(download(usualLimits.stillMs)).rejects.toThrow('too-slow');
});

it.each([undefined, null, '', 'AAAA'])('takes none whose hash is %j', async (hash) => {
  const ours = feed();
  const options = hash === undefined ? {} : { sha512: hash };
  await expect(ours.download(url, path, options)).rejects.toThrow('damaged');
  expect(ours.failure).toBe('damaged');
});

it('says of headers only which kind of answer is wanted', async () => {
  const headers = { 'x-user-staging-id': 'me', 'User-Agent': 'this one', Accept: 'text/yaml' };
  const { hostname, pathname } = url;
  expect(await feed().request({ hostname, path: pathname, headers })).toBe('the next version');
  const [[, options] = []] = asked;
  expect(options).toMatchObject({ accept: 'text/yaml' });
  expect(JSON.stringify(asked)).not.toMatch(/staging|this one/);
});

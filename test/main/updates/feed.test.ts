import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { releasesPage } from '../../../src/core/updates/release.ts';
import type { Get } from '../../../src/main/net.ts';
import { Feed, usualLimits } from '../../../src/main/updates/feed.ts';

const content = Buffer.from('the next version');
const url = new URL(`${releasesPage}/download/v1.1.0/Drivebell-1.1.0.AppImage`);

let dir: string;
let path: string;
let asked: Parameters<Get>[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-feed-'));
  path = join(dir, 'file');
  asked = [];
});

afterEach(() => rmSync(dir, { recursive: true }));

function feed(): Feed {
  const ours = new Feed(async (...all) => {
    asked.push(all);
    return { status: 200, body: Readable.from([content]) };
  }, usualLimits);
  ours.mostFileBytes = content.length;
  return ours;
}

it('takes a file whose hash was told', async () => {
  const sha512 = createHash('sha512').update(content).digest('base64');
  expect(await feed().download(url, path, { sha512 })).toBe(path);
  expect(readFileSync(path)).toEqual(content);
});

it.each([undefined, null, '', 'AAAA'])('takes none whose hash is %j', async (sha512) => {
  const ours = feed();
  const options = sha512 === undefined ? {} : { sha512 };
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

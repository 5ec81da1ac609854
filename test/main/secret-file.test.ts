import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SafeStorageFile } from '../../src/main/secret-file.ts';
import { heardLog, type HeardLog } from '../core/support/doubles.ts';
import { given, resetElectron } from './electron.ts';

let dir: string;
let path: string;
let log: HeardLog;

beforeEach(() => {
  resetElectron();
  log = heardLog();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-secret-'));
  path = join(dir, 'tokens.bin');
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function fileOn(platform: NodeJS.Platform = 'linux'): SafeStorageFile {
  given.platform = platform;
  return new SafeStorageFile(path, platform, log);
}

function aside(): readonly string[] {
  return readdirSync(dir).filter((name) => name.includes('.corrupt-'));
}

it.each<NodeJS.Platform>(['linux', 'darwin', 'win32'])('keeps a secret on %s', async (platform) => {
  const file = fileOn(platform);
  expect(await file.save('refresh-token')).toBe('saved');
  expect(await fileOn(platform).load()).toEqual({ ok: true, text: 'refresh-token' });
  expect(readFileSync(path, 'utf8')).not.toContain('refresh-token');
});

it('is readable by the user alone', async () => {
  await fileOn().save('one');
  await fileOn().save('two');
  const modes = [path, `${path}.copy`].map((one) => (statSync(one).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '600']);
});

it('keeps the copy of the last save', async () => {
  await fileOn().save('one');
  await fileOn().save('two');
  expect(readFileSync(`${path}.copy`, 'utf8')).toBe(readFileSync(path, 'utf8'));
});

describe('a system without a key store worth the name', () => {
  it.each<[string, () => void]>([
    ['basic_text', () => (given.encryption.backend = 'basic_text')],
    ['unknown', () => (given.encryption.backend = 'unknown')],
    ['a key that everyone knows', () => (given.encryption.mark = 'v10')],
    ['no encryption', () => (given.encryption.isAvailable = false)],
  ])('%s: nothing is written', async (_what, arrange) => {
    arrange();
    expect(await fileOn().save('refresh-token')).toBe('memory-only');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leaves what was written before', async () => {
    await fileOn().save('one');
    given.encryption.mark = 'v10';
    expect(await fileOn().save('two')).toBe('memory-only');
    given.encryption.mark = 'v11';
    expect(await fileOn().load()).toEqual({ ok: true, text: 'one' });
  });

  it('is not Windows, where the same mark means a good key', async () => {
    given.encryption.mark = 'v10';
    expect(await fileOn('win32').save('one')).toBe('saved');
  });
});

describe('a save that fails', () => {
  it('says so and leaves what was written before', async () => {
    await fileOn().save('one');
    given.encryption.fails = 'encrypting';
    expect([await fileOn().save('two'), log.events]).toEqual(['failed', ['secret-not-saved']]);
    expect(await fileOn().load()).toEqual({ ok: true, text: 'one' });
  });

  it('says so when the folder cannot be written', async () => {
    path = join(dir, 'file', 'tokens.bin');
    writeFileSync(join(dir, 'file'), '');
    expect(await fileOn().save('two')).toBe('failed');
  });
});

describe('loading', () => {
  it('finds nothing at the first start', async () => {
    expect(await fileOn().load()).toEqual({ ok: false, code: 'absent' });
  });

  it('sweeps what killed writes left behind, and nothing else', async () => {
    await fileOn().save('one');
    await fileOn().save('two');
    const others = ['tokens.bin', 'tokens.bin.copy', 'other.bin.tmp-1'];
    writeFileSync(join(dir, 'other.bin.tmp-1'), '');
    writeFileSync(`${path}.tmp-1234567890abcdef`, 'half a secret');
    expect(await fileOn().load()).toEqual({ ok: true, text: 'two' });
    expect(readdirSync(dir).toSorted()).toEqual(others.toSorted());
  });

  it('waits for a key ring that is locked, and touches nothing', async () => {
    await fileOn().save('one');
    given.encryption.fails = 'for-now';
    expect(await fileOn().load()).toEqual({ ok: false, code: 'temporarily-unavailable' });
    given.encryption.fails = 'no';
    expect(await fileOn().load()).toEqual({ ok: true, text: 'one' });
  });

  it('says that the key store is another, and touches nothing', async () => {
    await fileOn().save('one');
    given.encryption.backend = 'kwallet6';
    expect(await fileOn().load()).toEqual({ ok: false, code: 'backend-changed' });
    given.encryption.backend = 'gnome_libsecret';
    expect(await fileOn().load()).toEqual({ ok: true, text: 'one' });
  });

  it.each([
    ['no JSON', '{'],
    ['empty', ''],
    ['another form', '{"v":2}'],
    ['no base64', '{"v":1,"backend":"gnome_libsecret","data":"§"}'],
    ['not decryptable', `{"v":1,"backend":"gnome_libsecret","data":"${btoa('garbage')}"}`],
  ])('sets aside, whole, a file that is %s', async (_what, text) => {
    writeFileSync(path, text);
    expect(await fileOn().load()).toEqual({ ok: false, code: 'corrupt' });
    expect([existsSync(path), log.events]).toEqual([false, ['secret-set-aside']]);
    expect(aside().map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual([text]);
    expect(await fileOn().load()).toEqual({ ok: false, code: 'absent' });
  });

  it('takes the copy of the last save in place of a damaged file', async () => {
    await fileOn().save('one');
    await fileOn().save('two');
    writeFileSync(path, '{');
    expect(await fileOn().load()).toEqual({ ok: true, text: 'two' });
    expect(aside()).toHaveLength(1);
    expect(await fileOn().load()).toEqual({ ok: true, text: 'two' });
  });

  it('says that a file is damaged when its copy is as well', async () => {
    await fileOn().save('one');
    await fileOn().save('two');
    for (const one of [path, `${path}.copy`]) writeFileSync(one, '{');
    expect(await fileOn().load()).toEqual({ ok: false, code: 'corrupt' });
  });

  it('writes anew what was encrypted with an old key', async () => {
    await fileOn().save('one');
    const before = readFileSync(path, 'utf8');
    given.encryption.isOld = true;
    given.encryption.mark = 'v12';
    expect(await fileOn().load()).toEqual({ ok: true, text: 'one' });
    expect(readFileSync(path, 'utf8')).not.toBe(before);
  });
});

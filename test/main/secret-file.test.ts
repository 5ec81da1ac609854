import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SafeStorageFile } from '../../src/main/secret-file.ts';
import { given } from './support/electron.ts';
import { not, ok, SecretBench } from './support/secret-bench.ts';
import { isForOwnerAlone } from './support/owner-alone.ts';

const bench = new SecretBench();

it.each<NodeJS.Platform>(['linux', 'darwin', 'win32'])('keeps a secret on %s', async (platform) => {
  expect(await bench.file(platform).save('refresh-token', false)).toBe('saved');
  expect(await bench.file(platform).load()).toEqual(ok('refresh-token'));
  expect(bench.read('tokens.bin').toString()).not.toContain('refresh-token');
});

it('finds nothing at the first start', async () => {
  expect(await bench.file().load()).toEqual(not('absent'));
});

it('is readable by the user alone', async () => {
  await bench.file().save('one', false);
  await bench.file().save('two', false);
  expect([bench.path, bench.copyPath].map(isForOwnerAlone)).toEqual([true, true]);
});

it('keeps the copy of the last save', async () => {
  await bench.file().save('one', false);
  await bench.file().save('two', false);
  expect(bench.read('tokens.bin.copy')).toEqual(bench.read('tokens.bin'));
});

it('sweeps what killed writes left behind, and nothing else', async () => {
  await bench.file().save('one', false);
  bench.write('other.bin.tmp-1', '');
  bench.write('tokens.bin.tmp-1234567890abcdef', 'half a secret');
  bench.write('tokens.bin.copy.tmp-1234567890abcdef', 'half a copy');
  expect(await bench.file().load()).toEqual(ok('one'));
  expect(bench.names()).toEqual(['other.bin.tmp-1', 'tokens.bin', 'tokens.bin.copy']);
});

describe('a save that fails', () => {
  it('says so and leaves what was written before', async () => {
    await bench.file().save('one', false);
    given.encryption.fails = 'encrypting';
    expect(await bench.file().save('two', true)).toBe('failed');
    expect(bench.log.events).toEqual(['secret-not-saved']);
    expect(await bench.file().load()).toEqual(ok('one'));
  });

  it('says so when the folder cannot be written', async () => {
    bench.write('file', '');
    const file = new SafeStorageFile(join(bench.dir, 'file', 'tokens.bin'), 'linux', bench.log);
    expect([await file.load(), await file.save('one', false)]).toEqual([not('absent'), 'failed']);
  });

  it('is one where what it would write over cannot be read now', async () => {
    await bench.file().save('one', false);
    given.encryption.fails = 'for-now';
    expect(await bench.file().save('two', false)).toBe('failed');
    given.encryption.fails = 'no';
    expect(await bench.file().load()).toEqual(ok('one'));
  });
});

describe('two at once', () => {
  it('are done one after the other', async () => {
    const file = bench.file();
    const saves = Array.from({ length: 20 }, (_, n) => file.save(`secret ${n}`, false));
    const [load] = await Promise.all([file.load(), ...saves]);
    expect(load).toEqual(ok('secret 19'));
    expect(bench.names()).toEqual(['tokens.bin', 'tokens.bin.copy']);
    expect(await Promise.all([file.load(), file.load()])).toEqual([
      ok('secret 19'),
      ok('secret 19'),
    ]);
  });

  it('go on after one that failed', async () => {
    const file = bench.file();
    given.encryption.fails = 'encrypting';
    expect(await file.save('one', false)).toBe('failed');
    given.encryption.fails = 'no';
    expect(await file.save('two', false)).toBe('saved');
  });
});

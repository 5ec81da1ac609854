import { existsSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { given } from './support/electron.ts';
import { not, ok, SecretBench } from './support/secret-bench.ts';

const bench = new SecretBench();

it('waits for a key ring that is locked, and touches nothing', async () => {
  await bench.file().save('one', false);
  const before = bench.everything();
  given.encryption.fails = 'for-now';
  expect(await bench.file().load()).toEqual(not('temporarily-unavailable'));
  expect(bench.everything()).toEqual(before);
  given.encryption.fails = 'no';
  expect(await bench.file().load()).toEqual(ok('one'));
});

describe('another key store', () => {
  it('is told, and touches nothing', async () => {
    await bench.on('gnome_libsecret').save('one', false);
    const before = bench.everything();
    expect(await bench.on('kwallet6').load()).toEqual(not('backend-changed'));
    expect(await bench.on('kwallet6').load()).toEqual(not('backend-changed'));
    expect(bench.everything()).toEqual(before);
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('one'));
  });

  it('finds its own again, however often the desktop changes', async () => {
    await bench.on('gnome_libsecret').save('gnome 0', false);
    expect(await bench.on('kwallet6').load()).toEqual(not('backend-changed'));
    await bench.on('kwallet6').save('kde 0', false);
    for (let n = 0; n < 3; n += 1) {
      expect(await bench.on('gnome_libsecret').load()).toEqual(ok(`gnome ${n}`));
      expect(await bench.on('gnome_libsecret').load()).toEqual(ok(`gnome ${n}`));
      await bench.on('gnome_libsecret').save(`gnome ${n + 1}`, false);
      expect(await bench.on('kwallet6').load()).toEqual(ok(`kde ${n}`));
      await bench.on('kwallet6').save(`kde ${n + 1}`, false);
    }
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('gnome 3'));
    expect(await bench.on('kwallet6').load()).toEqual(ok('kde 3'));
    expect(bench.names()).toEqual(['tokens.bin', 'tokens.bin.copy', 'tokens.bin.gnome_libsecret']);
  });

  it('finds its own again without a save between', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    await bench.on('kwallet6').save('kde', false);
    for (let n = 0; n < 3; n += 1) {
      expect(await bench.on('gnome_libsecret').load()).toEqual(ok('gnome'));
      expect(await bench.on('kwallet6').load()).toEqual(ok('kde'));
    }
  });

  it('has a copy of what it took back', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    await bench.on('kwallet6').save('kde', false);
    await bench.on('gnome_libsecret').load();
    bench.write('tokens.bin', 'half');
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('gnome', true));
    expect(await bench.on('kwallet6').load()).toEqual(ok('kde'));
  });

  it('finds its own where the file has gone, as when it was killed while taking it back', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    await bench.on('kwallet6').save('kde', false);
    rmSync(bench.path);
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('gnome'));
  });

  it('says that its own is damaged, and loses neither', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    await bench.on('kwallet6').save('kde', false);
    bench.write('tokens.bin.gnome_libsecret', 'half');
    expect(await bench.on('gnome_libsecret').load()).toEqual(not('corrupt'));
    expect(await bench.on('gnome_libsecret').load()).toEqual(not('backend-changed'));
    expect(bench.aside().map(String)).toEqual(['half']);
    expect(await bench.on('kwallet6').load()).toEqual(ok('kde'));
  });

  it('waits for its own while it is locked, and touches nothing', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    await bench.on('kwallet6').save('kde', false);
    const before = bench.everything();
    given.encryption.fails = 'for-now';
    expect(await bench.on('gnome_libsecret').load()).toEqual(not('temporarily-unavailable'));
    expect(bench.everything()).toEqual(before);
  });

  it('keeps the newer one, not a copy that could not be written since', async () => {
    await bench.on('gnome_libsecret').save('old', false);
    const old = bench.read('tokens.bin.copy');
    await bench.on('gnome_libsecret').save('new', false);
    await bench.on('kwallet6').save('kde', false);
    bench.write('tokens.bin.copy', old);
    await bench.on('kwallet6').save('kde', false);
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('new'));
  });

  it('keeps the copy when the file itself is damaged', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    bench.write('tokens.bin', 'half');
    expect(await bench.on('kwallet6').load()).toEqual(not('backend-changed'));
    await bench.on('kwallet6').save('kde', false);
    expect(bench.aside().map(String)).toEqual(['half']);
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('gnome'));
  });
});

describe('a whole file that does not open', () => {
  it('is not taken for damaged: the key ring may only be closed', async () => {
    await bench.file().save('one', false);
    const before = bench.everything();
    given.encryption.fails = 'decrypting';
    expect(await bench.file().load()).toEqual(not('backend-changed'));
    expect(bench.everything()).toEqual(before);
    given.encryption.fails = 'no';
    expect(await bench.file().load()).toEqual(ok('one'));
  });

  it.each<NodeJS.Platform>(['linux', 'darwin', 'win32'])(
    'is set aside when another is saved with a new key, on %s',
    async (platform) => {
      await bench.file(platform).save('one', false);
      const before = bench.read('tokens.bin');
      given.encryption.key = 'second';
      expect(await bench.file(platform).load()).toEqual(not('backend-changed'));
      expect(await bench.file(platform).save('two', false)).toBe('saved');
      expect(bench.aside()).toContainEqual(before);
      expect(await bench.file(platform).load()).toEqual(ok('two'));
    },
  );
});

describe('a key that is old', () => {
  it('is replaced at the next load', async () => {
    await bench.file('win32').save('one', false);
    given.encryption.mark = 'v10';
    expect(await bench.file('win32').load()).toEqual(ok('one'));
    const after = bench.read('tokens.bin');
    given.encryption.isOld = false;
    expect(await bench.file('win32').load()).toEqual(ok('one'));
    expect([bench.read('tokens.bin'), bench.read('tokens.bin.copy')]).toEqual([after, after]);
  });

  it('does not keep the secret from being read when it cannot be replaced', async () => {
    await bench.file().save('one', false);
    given.encryption.isOld = true;
    given.encryption.fails = 'encrypting';
    expect(await bench.file().load()).toEqual(ok('one'));
    expect(bench.log.events).toEqual(['secret-not-sealed-anew']);
  });

  it('is never replaced by one that everyone knows', async () => {
    await bench.file().save('one', false);
    const before = bench.everything();
    given.encryption.isOld = true;
    given.encryption.mark = 'v10';
    expect(await bench.file().load()).toEqual(ok('one'));
    expect(bench.everything()).toEqual(before);
    expect(existsSync(bench.copyPath)).toBe(true);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { given, safeStorage } from './support/electron.ts';
import { not, ok, SecretBench } from './support/secret-bench.ts';

const bench = new SecretBench();

const weakSystems: readonly [string, () => void][] = [
  ['basic_text', () => (given.encryption.backend = 'basic_text')],
  ['unknown', () => (given.encryption.backend = 'unknown')],
  ['a key that everyone knows', () => (given.encryption.mark = 'v10')],
];

function getStrong(): void {
  given.encryption.backend = 'gnome_libsecret';
  given.encryption.mark = 'v11';
}

describe.each(weakSystems)('where there is only a weak key, %s,', (_what, weaken) => {
  it('nothing is written unless the person allows it', async () => {
    weaken();
    expect(await bench.file().save('one', false)).toBe('memory-only');
    expect(bench.names()).toEqual([]);
  });

  it('a secret is written, and said so, when the person allows it', async () => {
    weaken();
    expect(await bench.file().save('one', true)).toBe('saved-weakly');
    expect(bench.read('tokens.bin').toString()).toContain(given.encryption.backend);
    expect(await bench.file().load()).toEqual(ok('one'));
    expect(bench.read('tokens.bin.copy')).toEqual(bench.read('tokens.bin'));
  });

  it('all of that is removed when the person no longer allows it', async () => {
    weaken();
    await bench.file().save('one', true);
    const whole = bench.read('tokens.bin');
    bench.write('tokens.bin', whole.subarray(0, -9));
    await bench.file().load();
    expect(bench.aside()).toHaveLength(1);
    expect(await bench.file().save('two', false)).toBe('memory-only');
    expect(bench.names()).toEqual([]);
    expect(await bench.file().load()).toEqual(not('absent'));
  });

  it('what is strong stays', async () => {
    await bench.file().save('one', false);
    const before = bench.everything();
    weaken();
    expect(await bench.file().save('two', false)).toBe('memory-only');
    expect(bench.everything()).toEqual(before);
    getStrong();
    expect(await bench.file().load()).toEqual(ok('one'));
  });

  it('the copy takes the place of a damaged file', async () => {
    weaken();
    await bench.file().save('one', true);
    bench.write('tokens.bin', 'half');
    expect(await bench.file().load()).toEqual(ok('one', true));
  });

  it('what was written is sealed strongly as soon as there is a strong key', async () => {
    weaken();
    await bench.file().save('one', true);
    const weak = bench.read('tokens.bin');
    getStrong();
    expect(await bench.file().load()).toEqual(ok('one'));
    expect(bench.read('tokens.bin')).not.toEqual(weak);
    expect(bench.read('tokens.bin.copy')).toEqual(bench.read('tokens.bin'));
    expect(bench.names()).toEqual(['tokens.bin', 'tokens.bin.copy']);
    weaken();
    expect(await bench.file().save('two', false)).toBe('memory-only');
    getStrong();
    expect(await bench.file().load()).toEqual(ok('one'));
  });

  it('what was written stays as it is while there is no better key', async () => {
    weaken();
    await bench.file().save('one', true);
    const before = bench.everything();
    given.encryption.isOld = true;
    expect(await bench.file().load()).toEqual(ok('one'));
    expect(bench.everything()).toEqual(before);
  });
});

describe('what a strong key store has sealed', () => {
  it('is not opened where there is none, and nothing is moved', async () => {
    await bench.on('gnome_libsecret').save('gnome', false);
    await bench.on('kwallet6').save('kde', false);
    const before = bench.everything();
    expect(await bench.on('basic_text').load()).toEqual(not('backend-changed'));
    expect(bench.everything()).toEqual(before);
  });

  it('survives a weak save, which is the newer one afterwards', async () => {
    await bench.on('kwallet6').save('kde', false);
    await bench.on('gnome_libsecret').save('gnome', false);
    const gnome = bench.read('tokens.bin');
    expect(await bench.on('basic_text').save('weak', true)).toBe('saved-weakly');
    expect(bench.read('tokens.bin.gnome_libsecret')).toEqual(gnome);
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('weak'));
    expect(await bench.on('kwallet6').load()).toEqual(ok('kde'));
    expect(await bench.on('gnome_libsecret').load()).toEqual(ok('weak'));
  });
});

it('says that a weak file does not open on a system with a strong key, and leaves it', async () => {
  await bench.on('basic_text').save('one', true);
  const before = bench.everything();
  given.encryption.fails = 'decrypting';
  expect(await bench.on('gnome_libsecret').load()).toEqual(not('backend-changed'));
  expect(bench.everything()).toEqual(before);
  given.encryption.fails = 'no';
  expect(await bench.on('gnome_libsecret').load()).toEqual(ok('one'));
});

it('keeps no weak file for later when a strong one is written over it', async () => {
  await bench.on('basic_text').save('one', true);
  given.encryption.fails = 'decrypting';
  expect(await bench.on('gnome_libsecret').save('two', true)).toBe('saved');
  expect(bench.names()).toEqual(['tokens.bin', 'tokens.bin.copy']);
  given.encryption.fails = 'no';
  expect(await bench.on('gnome_libsecret').load()).toEqual(ok('two'));
});

it('seals a weak file strongly whether or not Chromium asks for it', async () => {
  await bench.on('basic_text').save('one', true);
  const weak = bench.read('tokens.bin');
  const answer = { result: 'one', shouldReEncrypt: false };
  const decrypt = vi.spyOn(safeStorage, 'decryptStringAsync').mockResolvedValue(answer);
  expect(await bench.on('gnome_libsecret').load()).toEqual(ok('one'));
  decrypt.mockRestore();
  expect(bench.read('tokens.bin')).not.toEqual(weak);
  expect(await bench.on('gnome_libsecret').load()).toEqual(ok('one'));
});

it('leaves what was written weakly, and may be, while there is no key at all', async () => {
  await bench.on('basic_text').save('one', true);
  const before = bench.everything();
  given.encryption.isAvailable = false;
  expect(await bench.on('basic_text').save('two', true)).toBe('failed');
  expect(bench.everything()).toEqual(before);
});

it.each([true, false])('writes nothing where there is no key at all, allowed: %s', async (may) => {
  given.encryption.isAvailable = false;
  expect(await bench.file().save('one', may)).toBe('failed');
  expect(bench.names()).toEqual([]);
});

it('is not Windows, where the same mark means a good key', async () => {
  given.encryption.mark = 'v10';
  expect(await bench.file('win32').save('one', false)).toBe('saved');
  expect(await bench.file('win32').load()).toEqual(ok('one'));
});

it('knows whether there is a key worth the name', () => {
  expect(
    ['gnome_libsecret', 'basic_text', 'unknown'].map((one) => bench.on(one as never).isWeak()),
  ).toEqual([false, true, true]);
});

it('forgets what was kept beside the file, and not the file', async () => {
  await bench.on('kwallet6').save('theirs', false);
  await bench.on('gnome_libsecret').save('one', false);
  expect(bench.names()).toContain('tokens.bin.kwallet6');
  await bench.on('gnome_libsecret').forget();
  expect(bench.names().toSorted()).toEqual(['tokens.bin', 'tokens.bin.copy']);
  expect(await bench.on('gnome_libsecret').load()).toEqual(ok('one'));
});

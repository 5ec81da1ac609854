import { mkdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { given } from './support/electron.ts';
import { not, ok, SecretBench } from './support/secret-bench.ts';

const bench = new SecretBench();
const secret = JSON.stringify({ RefreshToken: { id: { secret: '0.AXo'.repeat(40) } } });

const eighths = [0, 1, 2, 3, 4, 5, 6, 7];
type Damage = (whole: Buffer, eighth: number) => Buffer;
const at = (whole: Buffer, eighth: number): number => Math.floor((whole.length * eighth) / 8);
const damages: readonly [string, Damage][] = [
  ['cut off', (whole, eighth) => whole.subarray(0, at(whole, eighth))],
  [
    'flipped',
    (whole, eighth) => {
      const flipped = Buffer.from(whole);
      const place = at(whole, eighth);
      flipped[place] = (whole[place] ?? 0) ^ 1;
      return flipped;
    },
  ],
  ['zeroed', (whole, eighth) => Buffer.from(whole).fill(0, at(whole, eighth))],
];

describe.each(damages)('%s', (_what, damage) => {
  it.each(eighths)('at %i eighths, it is set aside and its copy taken', async (eighth) => {
    await bench.file().save(secret, false);
    const whole = bench.read('tokens.bin');
    const damaged = damage(whole, eighth);
    bench.write('tokens.bin', damaged);
    expect(await bench.file().load()).toEqual(ok(secret, true));
    expect(bench.aside()).toEqual([damaged]);
    expect([bench.read('tokens.bin'), bench.read('tokens.bin.copy')]).toEqual([whole, whole]);
    expect(await bench.file().load()).toEqual(ok(secret));
  });

  it.each(eighths)('at %i eighths with its copy, both are set aside', async (eighth) => {
    await bench.file().save(secret, false);
    const damaged = damage(bench.read('tokens.bin'), eighth);
    bench.write('tokens.bin', damaged);
    bench.write('tokens.bin.copy', damaged);
    expect(await bench.file().load()).toEqual(not('corrupt'));
    expect(bench.aside()).toEqual([damaged, damaged]);
    expect(await bench.file().load()).toEqual(not('absent'));
    expect(await bench.file().save('anew', false)).toBe('saved');
    expect(bench.aside()).toEqual([damaged, damaged]);
    expect(await bench.file().load()).toEqual(ok('anew'));
  });
});

it.each([
  ['no JSON', '{'],
  ['empty', ''],
  ['another form', '{"v":2}'],
  ['an array', '[]'],
  ['no base64', '{"v":1,"backend":"gnome_libsecret","data":"§","check":""}'],
  ['without its check', '{"v":1,"backend":"gnome_libsecret","data":"djEx"}'],
])('sets aside, whole, a file that is %s', async (_what, text) => {
  bench.write('tokens.bin', text);
  expect(await bench.file().load()).toEqual(not('corrupt'));
  expect(bench.log.events).toEqual(['secret-set-aside']);
  expect(bench.aside().map(String)).toEqual([text]);
  expect(await bench.file().load()).toEqual(not('absent'));
});

it('sets aside a folder in its place', async () => {
  await bench.file().save('one', false);
  rmSync(bench.path);
  mkdirSync(bench.path);
  expect(await bench.file().load()).toEqual(ok('one', true));
  expect(await bench.file().load()).toEqual(ok('one'));
});

it('takes the copy where the file has gone, as when it was killed while restoring', async () => {
  await bench.file().save('one', false);
  rmSync(bench.path);
  expect(await bench.file().load()).toEqual(ok('one', true));
  expect(await bench.file().load()).toEqual(ok('one'));
});

it('does not mind a damaged copy, and sets it aside for the next', async () => {
  await bench.file().save('one', false);
  bench.write('tokens.bin.copy', 'half');
  expect(await bench.file().load()).toEqual(ok('one'));
  await bench.file().save('two', false);
  expect(bench.aside().map(String)).toEqual(['half']);
  expect(bench.read('tokens.bin.copy')).toEqual(bench.read('tokens.bin'));
});

it('keeps the newest three of the damaged files', async () => {
  for (const text of ['first', 'second', 'third', 'fourth', 'fifth']) {
    bench.write('tokens.bin', text);
    expect(await bench.file().load()).toEqual(not('corrupt'));
  }
  expect(bench.aside().map(String)).toEqual(['third', 'fourth', 'fifth']);
});

it('decides nothing about a copy while the key ring is locked', async () => {
  await bench.file().save('one', false);
  bench.write('tokens.bin', 'half');
  const before = bench.everything();
  given.encryption.fails = 'for-now';
  expect(await bench.file().load()).toEqual(not('temporarily-unavailable'));
  expect(bench.everything()).toEqual(before);
  given.encryption.fails = 'no';
  expect(await bench.file().load()).toEqual(ok('one', true));
});

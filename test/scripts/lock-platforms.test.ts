import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { completed, type Lock, missingPlatforms } from '../../scripts/support/lock-platforms.ts';

const path = join(import.meta.dirname, '..', '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;

it('the lock names every system its packages are made for, or npm ci refuses it there', () => {
  expect([...missingPlatforms(lock).keys()]).toEqual([]);
});

it('what is missing is added with the system that its name tells', () => {
  const optionalDependencies = {
    '@x/binding-linux-x64-musl': '1.2.3',
    '@x/binding-linux-arm-gnueabihf': '1.2.3',
    '@x/darwin-arm64': '1.2.3',
    fsevents: '~2.3.3',
  };
  const whole = completed({ packages: { 'node_modules/x': { optionalDependencies } } }).lock
    .packages;
  expect(Object.keys(whole)).toHaveLength(4);
  expect(whole['node_modules/@x/binding-linux-x64-musl']).toEqual({
    version: '1.2.3',
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
    dev: true,
    optional: true,
  });
  expect(whole['node_modules/@x/binding-linux-arm-gnueabihf']).toMatchObject({ libc: ['glibc'] });
  expect(whole['node_modules/@x/darwin-arm64']).toMatchObject({ os: ['darwin'], cpu: ['arm64'] });
});

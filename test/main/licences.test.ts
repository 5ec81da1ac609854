import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Licences } from '../../src/main/licences.ts';
import { resetElectron, seen } from './support/electron.ts';

let dir = '';

beforeEach(() => {
  resetElectron();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-licences-'));
  mkdirSync(join(dir, 'Resources'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const one = (name: string, version = '1.0.0') => ({ name, version, licence: 'MIT', text: name });
const licences = (platform: NodeJS.Platform = 'linux') =>
  new Licences(join(dir, 'licences'), {
    platform,
    execPath: join(dir, 'drivebell'),
    resourcesPath: join(dir, 'Resources'),
  });

it('tells of each package once, whatever part it is in, by name', () => {
  mkdirSync(join(dir, 'licences'));
  const write = (part: string, found: readonly object[]): void =>
    writeFileSync(join(dir, 'licences', part), JSON.stringify(found));
  write('main.json', [one('zod'), one('i18next'), one('ms', '2.1.3')]);
  write('renderer.json', [one('i18next'), one('@fluentui/tokens'), one('ms', '2.0.0')]);
  expect(licences().list()).toEqual([
    one('@fluentui/tokens'),
    one('i18next'),
    one('ms', '2.0.0'),
    one('ms', '2.1.3'),
    one('zod'),
  ]);
});

it.each([
  ['linux', 'LICENSES.chromium.html'],
  ['win32', 'LICENSES.chromium.html'],
  ['darwin', 'Resources/LICENSES.chromium.html'],
] as const)('shows Chromium’s where they lie on %s', (platform, path) => {
  expect(licences(platform).showChromiums()).toEqual({ ok: false, code: 'not-found' });
  expect(seen.opened).toEqual([]);
  writeFileSync(join(dir, path), '');
  expect(licences(platform).showChromiums()).toEqual({ ok: true, value: undefined });
  expect(seen.opened).toEqual([join(dir, path)]);
});

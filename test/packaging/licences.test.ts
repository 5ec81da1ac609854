import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licenceProblems, licences } from '../../scripts/bundle/licences.ts';
import { licenceAt, packageDirOf } from '../../scripts/bundle/package-licence.ts';
import type { Licence } from '../../src/shared/licences.ts';

const mit: Licence = { name: 'one', version: '1.0.0', licence: 'MIT', text: 'Permission' };
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-licences-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

function writePackage(name: string, fields: object, licence = 'Permission'): string {
  const folder = `node_modules/${name}`;
  write(`${folder}/package.json`, JSON.stringify({ name, version: '1.0.0', ...fields }));
  write(`${folder}/index.js`, `export const says = '${name}';`);
  if (licence !== '') write(`${folder}/LICENSE.md`, licence);
  return join(dir, folder);
}

describe('a package', () => {
  it.each(['MIT', 'ISC', 'Apache-2.0', 'BSD-3-Clause', 'BlueOak-1.0.0'])('may be %s', (licence) => {
    expect(licenceProblems([{ ...mit, licence }])).toEqual([]);
  });

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0',
    'LGPL-2.1',
    'UNLICENSED',
    'SEE LICENSE IN x',
    '',
    'MIT OR GPL-2.0',
  ])('may not be "%s"', (licence) => {
    expect(licenceProblems([mit, { ...mit, licence }])).toEqual([
      `one 1.0.0 is under "${licence}", which is not allowed.`,
    ]);
  });

  it('may not come without the words of its licence', () => {
    expect(licenceProblems([{ ...mit, text: ' \n' }])).toHaveLength(1);
  });

  it('is read with all its words, notices too', () => {
    const path = writePackage('two', { license: 'MIT' }, 'Permission\n');
    write('node_modules/two/NOTICE', 'Made by others\n');
    expect(licenceAt(path)).toEqual({ ...mit, name: 'two', text: 'Permission\n\nMade by others' });
  });

  it('may name its licence in the old ways', () => {
    expect(licenceAt(writePackage('old', { license: { type: 'MIT' } })).licence).toBe('MIT');
    const many = { licenses: [{ type: 'MIT' }, 'GPL-2.0'] };
    expect(licenceAt(writePackage('many', many)).licence).toBe('MIT OR GPL-2.0');
  });
});

it.each([
  ['/app/node_modules/one/build/esm/index.js', '/app/node_modules/one'],
  ['/app/node_modules/@a/one/index.js?commonjs', '/app/node_modules/@a/one'],
  ['/app/node_modules/one/node_modules/two/index.js', '/app/node_modules/one/node_modules/two'],
  [String.raw`C:\app\node_modules\one\index.js`, 'C:/app/node_modules/one'],
  ['/app/src/main/index.ts', null],
  ['\0rolldown/runtime.js', null],
])('%s is of %s', (id, of) => {
  expect(packageDirOf(id)).toBe(of);
});

describe('a bundle', () => {
  async function bundle(imports: readonly string[]): Promise<readonly Licence[]> {
    const lines = imports.map((name, at) => `export { says as a${at} } from '${name}';`);
    write('entry.js', `${lines.join('\n')}\n`);
    await build({
      root: dir,
      configFile: false,
      logLevel: 'silent',
      plugins: [licences({ name: 'part', beside: ['electron'], dir: join(dir, 'out') })],
      build: {
        write: false,
        lib: { entry: join(dir, 'entry.js'), formats: ['es'], fileName: 'entry' },
      },
    });
    return JSON.parse(readFileSync(join(dir, 'out/part.json'), 'utf8')) as readonly Licence[];
  }

  it('writes down whose code is in it, and what is shipped beside it', async () => {
    writePackage('one', { license: 'MIT' });
    writePackage('not-bundled', { license: 'MIT' });
    const found = await bundle(['one']);
    expect(found).toContainEqual(mit);
    expect(found.map(({ name }) => name)).toContain('electron');
    expect(found.map(({ name }) => name)).not.toContain('not-bundled');
  });

  it('is refused with code that may not be in it', async () => {
    writePackage('one', { license: 'MIT' });
    writePackage('two', { license: 'AGPL-3.0-only' });
    await expect(bundle(['one', 'two'])).rejects.toThrow('two 1.0.0 is under "AGPL-3.0-only"');
    writePackage('three', { license: 'MIT' }, '');
    await expect(bundle(['three'])).rejects.toThrow('without the words of its licence');
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoredConfig } from '../../src/main/config-file.ts';
import { heardLog } from '../core/support/doubles.ts';
import { given, resetElectron } from './support/electron.ts';
import { isForOwnerAlone } from './support/owner-alone.ts';

let dir: string;
let path: string;

beforeEach(() => {
  resetElectron();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-config-'));
  given.userDataDir = dir;
  path = join(dir, 'config.json');
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** The config as a start of the app meets it. */
function start(): StoredConfig {
  return new StoredConfig(dir, heardLog());
}

function names(): readonly string[] {
  return readdirSync(dir)
    .map((name) => name.replace(/corrupt-\d+$/, 'corrupt'))
    .toSorted((one, two) => one.localeCompare(two));
}

const one = { version: 1, drives: ['a.b'] };
const two = { version: 1, drives: [] };

it('begins with nothing', () => {
  expect(start().load()).toBeUndefined();
});

it('loads at the next start what was saved', () => {
  const file = start();
  file.load();
  file.save(one);
  expect(start().load()).toEqual(one);
});

it('saves the whole value: what is no longer there goes', () => {
  const file = start();
  file.load();
  file.save({ ...one, old: true, 'with.a.dot': 1 });
  file.save({ ...two, 'with.a.dot': 2 });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...two, 'with.a.dot': 2 });
});

it('is readable by the user alone, copies too', () => {
  const file = start();
  file.load();
  file.save(one);
  file.save(two);
  expect([path, `${path}.copy`].map(isForOwnerAlone)).toEqual([true, true]);
});

it('sweeps what killed writes left behind, and nothing else', () => {
  writeFileSync(`${path}.tmp-1234567890abcdef`, '{');
  writeFileSync(join(dir, 'drivebell.db'), 'x');
  start().load();
  expect(names()).not.toContain('config.json.tmp-1234567890abcdef');
  expect(names()).toContain('drivebell.db');
});

it('does not mind that its folder is not there yet', () => {
  rmSync(dir, { recursive: true });
  const file = start();
  expect(file.load()).toBeUndefined();
  file.save(one);
  expect(start().load()).toEqual(one);
});

it('that cannot be read for another reason than its content is no damaged one', () => {
  mkdirSync(path);
  writeFileSync(join(path, 'dear'), '');
  expect(() => start().load()).toThrow('EISDIR');
  expect([names(), readdirSync(path)]).toEqual([['config.json'], ['dear']]);
});

describe.each([
  ['cut short', '{"version":1,"dri'],
  ['empty', ''],
  ['of zeros', '\0\0\0\0'],
  ['no object', '[1]'],
  ['null', 'null'],
])('a file %s', (_what, text) => {
  function damaged(): StoredConfig {
    writeFileSync(path, text);
    const file = start();
    expect(file.load()).toBeNull();
    return file;
  }

  it('loads as damaged, and is left alone until it is to be set aside', () => {
    damaged();
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(names()).toEqual(['config.json']);
  });

  it('is set aside whole, and answers what the copy of the last save holds', () => {
    const before = start();
    before.load();
    before.save(one);
    before.save(two);
    expect(damaged().setAside()).toEqual(two);
    expect(names()).toEqual(['config.json.copy', 'config.json.corrupt']);
    const aside = readdirSync(dir).find((name) => name.includes('.corrupt-')) ?? '';
    expect(readFileSync(join(dir, aside), 'utf8')).toBe(text);
  });

  it('is set aside though there is no copy', () => {
    expect(damaged().setAside()).toBeUndefined();
    expect(names()).toEqual(['config.json.corrupt']);
    expect(start().load()).toBeUndefined();
  });

  it('is set aside though its copy is damaged as well, which stays where it is', () => {
    writeFileSync(`${path}.copy`, text);
    expect(damaged().setAside()).toBeNull();
    expect(names()).toEqual(['config.json.copy', 'config.json.corrupt']);
    expect(readFileSync(`${path}.copy`, 'utf8')).toBe(text);
  });
});

it('set aside when asked to, begins anew at the next save', () => {
  writeFileSync(path, JSON.stringify({ version: 99 }));
  const file = start();
  expect(file.load()).toEqual({ version: 99 });
  expect(file.setAside()).toBeUndefined();
  expect(names()).toEqual(['config.json.corrupt']);
  file.save(one);
  expect(start().load()).toEqual(one);
});

it('can be kept as it is, and goes on', () => {
  writeFileSync(path, '{"odd":1}', { mode: 0o600 });
  const file = start();
  file.keepCopy();
  expect(names()).toEqual(['config.json', 'config.json.corrupt']);
  file.save(one);
  const aside = readdirSync(dir).find((name) => name.includes('.corrupt-')) ?? '';
  expect(readFileSync(join(dir, aside), 'utf8')).toBe('{"odd":1}');
  expect([start().load(), isForOwnerAlone(join(dir, aside))]).toEqual([one, true]);
});

it('once the copy is written back, goes on as before', () => {
  const before = start();
  before.save(one);
  before.save(two);
  writeFileSync(path, '{');
  const file = start();
  file.load();
  expect(file.setAside()).toEqual(two);
  file.save(two);
  expect([start().load(), isForOwnerAlone(path)]).toEqual([two, true]);
  file.save(one);
  expect(start().load()).toEqual(one);
  expect(JSON.parse(readFileSync(`${path}.copy`, 'utf8'))).toEqual(one);
});

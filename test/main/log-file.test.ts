import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LastLines, LogFile, rotatingFile } from '../../src/main/log-file.ts';
import { isForOwnerAlone } from './support/owner-alone.ts';

let dir: string;
let path: string;

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'drivebell-log-')), 'logs');
  path = join(dir, 'drivebell.log');
});

afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true });
});

describe('a line', () => {
  it('has a time, a level, who says it, and what', () => {
    const lines: string[] = [];
    const log = new LogFile((line) => lines.push(line));
    log.info('started', { version: '1', ok: true });
    log.child('watch').child('w-1').warn('read-failed');
    const [first, second] = lines.map((line) => line.replace(/^\S+Z /, 'Z '));
    expect(first).toBe('Z info app started {"version":"1","ok":true}');
    expect(second).toBe('Z warn app/watch/w-1 read-failed');
  });

  it('is redacted', () => {
    const lines: string[] = [];
    new LogFile((line) => lines.push(line)).info('x', { url: 'https://a.svc.ms/n?token=secret' });
    expect(lines.join('')).not.toContain('secret');
  });
});

it('the last lines are kept', () => {
  const lines = new LastLines(2);
  for (const line of ['one', 'two', 'three']) lines.add(line);
  expect(lines.all).toEqual(['two', 'three']);
});

describe('the file', () => {
  it('is made where there is none, for the user alone', () => {
    rotatingFile(dir)('one');
    expect(readFileSync(path, 'utf8')).toBe('one\n');
    expect([path, dir].map(isForOwnerAlone)).toEqual([true, true]);
  });

  it('goes on where it was', () => {
    rotatingFile(dir)('one');
    rotatingFile(dir)('two');
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  });

  it('moves aside when full, and five of them are kept', () => {
    const write = rotatingFile(dir);
    for (let n = 1; n <= 7; n += 1) {
      write(`file ${n}`);
      writeFileSync(path, 'x'.repeat(1024 * 1024), { flag: 'a' });
    }
    const files = readdirSync(dir).toSorted((one, two) => one.localeCompare(two));
    const begins = files.map((name) => readFileSync(join(dir, name), 'utf8').slice(0, 6));
    expect(Object.fromEntries(files.map((name, index) => [name, begins[index]]))).toEqual({
      'drivebell.log': 'file 7',
      'drivebell.log.1': 'file 6',
      'drivebell.log.2': 'file 5',
      'drivebell.log.3': 'file 4',
      'drivebell.log.4': 'file 3',
    });
  });

  it('that cannot be written disturbs nobody', () => {
    writeFileSync(dir, 'a file where the folder should be');
    expect(() => rotatingFile(dir)('one')).not.toThrow();
  });
});

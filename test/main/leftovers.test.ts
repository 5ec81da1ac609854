import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filesNamed, setAside, sweepLeftovers } from '../../src/main/leftovers.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-leftovers-'));
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(dir, { recursive: true });
});

it('sweeps the temporary files of one file alone', () => {
  const kept = ['config.json', 'config.json.corrupt-1', 'config.json.previous', 'tokens.bin.tmp-3'];
  for (const name of [...kept, 'config.json.tmp-1', 'config.json.tmp-2']) {
    writeFileSync(join(dir, name), '');
  }
  sweepLeftovers(join(dir, 'config.json'));
  expect(new Set(readdirSync(dir))).toEqual(new Set(kept));
});

it('does not mind that there is no such folder yet', () => {
  expect(() => sweepLeftovers(join(dir, 'not', 'here.json'))).not.toThrow();
});

it('does not mind a file where the folder should be', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(() => sweepLeftovers(join(dir, 'file', 'here.json'))).not.toThrow();
});

describe('a damaged file', () => {
  const texts = (): readonly string[] =>
    filesNamed(join(dir, 'a.corrupt-'))
      .toSorted((one, two) => one.localeCompare(two))
      .map((path) => readFileSync(path, 'utf8'));

  it.each([
    ['of one moment', 0],
    ['when the clock is set back', -1000],
  ])('is kept with the newest three, even %s', (_what, step) => {
    vi.useFakeTimers();
    for (const text of ['1', '2', '3', '4', '5']) {
      vi.setSystemTime(Date.now() + step);
      writeFileSync(join(dir, 'a'), text);
      setAside(join(dir, 'a'));
    }
    expect(texts()).toEqual(['3', '4', '5']);
    expect(readdirSync(dir)).toHaveLength(3);
  });

  it('can be kept with those of another', () => {
    writeFileSync(join(dir, 'a.copy'), 'copy');
    setAside(join(dir, 'a.copy'), join(dir, 'a'));
    expect(texts()).toEqual(['copy']);
  });

  it('pushes out no file that only begins like one', () => {
    mkdirSync(join(dir, 'a.corrupt-'));
    const others = ['a.corrupt-old', 'a.corrupt-1.txt', 'ab.corrupt-1'];
    for (const name of others) writeFileSync(join(dir, name), '');
    for (const text of ['1', '2', '3', '4']) {
      writeFileSync(join(dir, 'a'), text);
      setAside(join(dir, 'a'));
    }
    expect(readdirSync(dir)).toEqual(expect.arrayContaining([...others, 'a.corrupt-']));
    expect(readdirSync(dir)).toHaveLength(others.length + 4);
  });
});

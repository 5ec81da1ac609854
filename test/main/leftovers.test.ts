import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sweepLeftovers } from '../../src/main/leftovers.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-leftovers-'));
});

afterEach(() => {
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

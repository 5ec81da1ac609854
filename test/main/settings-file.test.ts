import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BaseWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemSettingsFile } from '../../src/main/settings-file.ts';
import { createTranslate } from '../../src/main/words.ts';
import { given, resetElectron, seen } from './support/electron.ts';
import { isForOwnerAlone } from './support/owner-alone.ts';

const t = createTranslate('en-GB');
const window = { id: 1 } as BaseWindow;
let dir: string;
let path: string;

beforeEach(() => {
  resetElectron();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-settings-'));
  path = join(dir, 'mine.json');
  given.chosenFile = path;
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

const file = (parent: BaseWindow | null = window) =>
  systemSettingsFile({ t, parent: () => parent });

describe('writing', () => {
  it('goes to the file that the person names, for the user alone', async () => {
    expect(await file().write('{}\n')).toBe('done');
    expect(readFileSync(path, 'utf8')).toBe('{}\n');
    expect(isForOwnerAlone(path)).toBe(true);
    expect(seen.fileDialogs).toMatchObject([
      {
        window,
        options: { title: 'Export settings and rules', defaultPath: 'drivebell-settings.json' },
      },
    ]);
  });

  it('writes nothing where none is named, or nobody is there', async () => {
    expect(await file(null).write('{}')).toBe('cancelled');
    given.chosenFile = null;
    expect(await file().write('{}')).toBe('cancelled');
  });

  it('says so where it fails', async () => {
    given.chosenFile = join(dir, 'not', 'there', 'mine.json');
    writeFileSync(join(dir, 'not'), 'a file');
    expect(await file().write('{}')).toBe('failed');
  });
});

describe('reading', () => {
  it('gives what is in the file that the person shows', async () => {
    writeFileSync(path, '{"ü":1}');
    expect(await file().read()).toEqual({ how: 'done', text: '{"ü":1}' });
  });

  it('gives nothing where none is shown, or nobody is there', async () => {
    expect(await file(null).read()).toEqual({ how: 'cancelled' });
    given.chosenFile = null;
    expect(await file().read()).toEqual({ how: 'cancelled' });
  });

  it('fails for what is not there, for a folder, and for what is far too large', async () => {
    expect(await file().read()).toEqual({ how: 'failed' });
    mkdirSync(path);
    expect(await file().read()).toEqual({ how: 'failed' });
    rmSync(path, { recursive: true });
    writeFileSync(path, '');
    truncateSync(path, 5 * 1024 * 1024);
    expect(await file().read()).toEqual({ how: 'failed' });
  });
});

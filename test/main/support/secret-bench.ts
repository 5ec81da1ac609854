import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { SecretLoad } from '../../../src/core/ports.ts';
import { SafeStorageFile } from '../../../src/main/secret-file.ts';
import { heardLog, type HeardLog } from '../../core/support/doubles.ts';
import { given, resetElectron } from './electron.ts';

type Backend = typeof given.encryption.backend;

export const ok = (text: string, wasRestored = false): SecretLoad => ({
  ok: true,
  text,
  wasRestored,
});
export const not = (code: Extract<SecretLoad, { ok: false }>['code']): SecretLoad => ({
  ok: false,
  code,
});

/** A folder with a secret file in it, anew for each test. */
export class SecretBench {
  dir = '';
  log: HeardLog = heardLog();

  constructor() {
    beforeEach(() => {
      resetElectron();
      this.log = heardLog();
      this.dir = mkdtempSync(join(tmpdir(), 'drivebell-secret-'));
    });
    afterEach(() => {
      rmSync(this.dir, { recursive: true });
    });
  }

  get path(): string {
    return join(this.dir, 'tokens.bin');
  }

  get copyPath(): string {
    return `${this.path}.copy`;
  }

  /** As a new start of the app would have it. */
  file(platform: NodeJS.Platform = 'linux'): SafeStorageFile {
    given.platform = platform;
    return new SafeStorageFile(this.path, platform, this.log);
  }

  /** Starts the app anew on another desktop. */
  on(backend: Backend): SafeStorageFile {
    given.encryption.backend = backend;
    return this.file();
  }

  read(name: string): Buffer {
    return readFileSync(join(this.dir, name));
  }

  write(name: string, content: string | Buffer): void {
    writeFileSync(join(this.dir, name), content);
  }

  names(): readonly string[] {
    return readdirSync(this.dir).toSorted((one, two) => one.localeCompare(two));
  }

  /** Every file with its content and its time. */
  everything(): readonly unknown[] {
    return this.names().map((name) => [
      name,
      this.read(name).toString('latin1'),
      statSync(join(this.dir, name)).mtimeMs,
    ]);
  }

  /** The contents of the damaged files that were put aside, oldest first. */
  aside(): readonly Buffer[] {
    return this.names()
      .filter((name) => /^tokens\.bin\.corrupt-\d+$/.test(name))
      .map((name) => this.read(name));
  }
}

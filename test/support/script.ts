import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for programs, gone with the test. */
export class Scripts implements Disposable {
  readonly dir = mkdtempSync(join(tmpdir(), 'drivebell-hooks-'));

  /** A program for the shell. */
  write(name: string, lines: string, mode = 0o755): string {
    const path = join(this.dir, name);
    writeFileSync(path, `#!/bin/sh\n${lines}\n`);
    chmodSync(path, mode);
    return path;
  }

  [Symbol.dispose](): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

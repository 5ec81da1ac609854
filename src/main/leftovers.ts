import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A write that was killed leaves its temporary file beside the real one for ever. */
export function sweepLeftovers(path: string): void {
  const dir = dirname(path);
  if (!existsSync(dir)) return;
  for (const name of readdirSync(dir)) {
    if (name.startsWith(`${basename(path)}.tmp-`)) {
      rmSync(join(dir, name), { force: true, recursive: true });
    }
  }
}

import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const mostDamaged = 3;

/** A write that was killed leaves its temporary file beside the real one for ever. */
export function sweepLeftovers(path: string): void {
  for (const leftover of filesNamed(`${path}.tmp-`)) remove(leftover);
}

/** Keeps the damaged file `damaged` under a name of `path`, and of such files the newest three. */
export function setAside(damaged: string, path = damaged): void {
  const prefix = `${path}.corrupt-`;
  const earlier = filesNamed(prefix)
    .map((name) => name.slice(prefix.length))
    .filter((ending) => /^\d+$/.test(ending))
    .map(Number)
    .sort((one, two) => one - two);
  // The newest even when the clock has been set back.
  const time = Math.max(Date.now(), (earlier.at(-1) ?? 0) + 1);
  renameSync(damaged, `${prefix}${time}`);
  for (const old of earlier.slice(0, 1 - mostDamaged)) remove(`${prefix}${old}`);
}

/** The files whose paths begin so. */
export function filesNamed(prefix: string): readonly string[] {
  const dir = dirname(prefix);
  try {
    return readdirSync(dir)
      .filter((name) => name.startsWith(basename(prefix)))
      .map((name) => join(dir, name));
  } catch {
    return [];
  }
}

function remove(path: string): void {
  rmSync(path, { force: true, recursive: true });
}

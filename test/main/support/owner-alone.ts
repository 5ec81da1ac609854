import { statSync } from 'node:fs';

/** Whether nobody else may read or write it. Windows has no such modes: what lies with a user's own things is theirs. */
export function isForOwnerAlone(path: string): boolean {
  return process.platform === 'win32' || (statSync(path).mode & 0o077) === 0;
}

import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where Linux says that ordinary programs get no user namespaces, of which Chromium makes its sandbox; and how. */
const refusals: Readonly<Record<string, string>> = {
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1',
  '/proc/sys/kernel/unprivileged_userns_clone': '0',
  '/proc/sys/user/max_user_namespaces': '0',
};

interface Helper {
  readonly uid: number;
  readonly mode: number;
}

/** What a sandbox depends on, replaceable in tests. */
export interface SandboxSigns {
  readonly isRoot: boolean;
  /** Null: there is no such file. */
  read(path: string): string | null;
  stat(path: string): Helper | undefined;
}

export const isRoot = process.getuid?.() === 0;

/** Whether Chromium finds a sandbox; `program`: one that may have a helper beside it, which starts as root. */
export function hasSandbox(program: string | null, signs: SandboxSigns = ownSigns()): boolean {
  if (signs.isRoot) return false;
  const refuses = ([path, no]: readonly [string, string]) => signs.read(path)?.trim() === no;
  if (!Object.entries(refusals).some(refuses)) return true;
  const helper = program === null ? undefined : signs.stat(helperOf(program));
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
}

export function helperOf(program: string): string {
  return join(dirname(program), 'chrome-sandbox');
}

function ownSigns(): SandboxSigns {
  return {
    isRoot,
    read: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return null;
      }
    },
    stat: (path) => statSync(path, { throwIfNoEntry: false }),
  };
}

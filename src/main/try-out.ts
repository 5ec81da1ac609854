import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { done } from '../core/outcome.ts';
import type { Outcome } from '../shared/ipc.ts';

export interface TryOutParts {
  /** Where the app's own files are. */
  readonly root: string;
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of Node. */
  readonly start?: typeof spawn;
}

/** Starts `npm run demo`, a Drivebell of its own that needs no account. Null where there is no such thing. */
export function systemTryOut(parts: TryOutParts): (() => Promise<Outcome<void>>) | null {
  if (parts.isPackaged) return null;
  let demo: ChildProcess | null = null;
  return async () => {
    if (demo && demo.exitCode === null && demo.signalCode === null) return done;
    try {
      demo = startDemo(parts);
      await once(demo, 'spawn');
      return done;
    } catch {
      demo = null;
      return { ok: false, code: 'try-out-failed' };
    }
  };
}

function startDemo({ root, platform, environment, start = spawn }: TryOutParts): ChildProcess {
  const isWindows = platform === 'win32';
  const child = start('npm', ['run', 'demo'], {
    cwd: root,
    // npm is a batch file there.
    shell: isWindows,
    windowsHide: true,
    // What is told is printed where this app was started.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: withoutOurs(environment),
  });
  child.unref();
  return child;
}

/** What leads this app to a cloud is not meant for another. */
function withoutOurs(environment: TryOutParts['environment']): NodeJS.ProcessEnv {
  const names = Object.entries(environment).filter(([name]) => !name.startsWith('DRIVEBELL_'));
  return Object.fromEntries(names);
}

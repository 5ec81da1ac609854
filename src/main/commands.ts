import { type ChildProcess, spawn } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { constants as system } from 'node:os';
import type { CommandEnd, Commands } from '../core/ports.ts';
import { Head } from './head.ts';

export interface CommandsParts {
  readonly platform: NodeJS.Platform;
  /** Where programs are started. */
  readonly homeDir: string;
}

/** Programs of this computer, started without a shell. */
export function systemCommands(parts: CommandsParts): Commands {
  return {
    canRun: (program) => canRun(program, parts.platform),
    run: (program, input, { signal }) =>
      new Promise((resolve) => {
        if (signal.aborted) resolve({ how: 'stopped', output: '' });
        else start(program, parts, { input, signal, resolve });
      }),
  };
}

async function canRun(program: string, platform: NodeJS.Platform): Promise<boolean> {
  // Batch files would need a shell.
  if (platform === 'win32' && !/\.(exe|com)$/i.test(program)) return false;
  try {
    await access(program, constants.X_OK);
    return (await stat(program)).isFile();
  } catch {
    return false;
  }
}

interface Run {
  readonly input: string;
  readonly signal: AbortSignal;
  readonly resolve: (end: CommandEnd) => void;
}

function start(program: string, parts: CommandsParts, { input, signal, resolve }: Run): void {
  const child = begin(program, parts);
  if (!child) {
    resolve({ how: 'not-started' });
    return;
  }
  const head = new Head();
  const stop = (): void => {
    kill(child, parts.platform);
    // Whoever has left its group may hold these open for ever.
    for (const stream of child.stdio) stream?.destroy();
    child.unref();
    resolve({ how: 'stopped', output: head.text });
  };
  const hear = (chunk: Buffer): void => head.add(chunk);
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  // Nobody has to read what they are told.
  child.stdin?.on('error', () => undefined);
  child.on('error', () => {
    signal.removeEventListener('abort', stop);
    resolve({ how: 'not-started' });
  });
  child.once('close', (code, killedBy) => {
    signal.removeEventListener('abort', stop);
    resolve({ how: 'exit', exitCode: code ?? codeOf(killedBy), output: head.text });
  });
  signal.addEventListener('abort', stop, { once: true });
  child.stdin?.end(input);
}

function begin(program: string, { platform, homeDir }: CommandsParts): ChildProcess | null {
  try {
    return spawn(program, [], {
      cwd: homeDir,
      shell: false,
      windowsHide: true,
      // The head of a group of its own, so that all of it can be killed.
      detached: platform !== 'win32',
    });
  } catch {
    return null;
  }
}

function kill(child: ChildProcess, platform: NodeJS.Platform): void {
  try {
    if (platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

/** As shells count it. */
function codeOf(killedBy: NodeJS.Signals | null): number {
  return 128 + (killedBy === null ? 0 : system.signals[killedBy]);
}

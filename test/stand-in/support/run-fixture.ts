import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const standInFolder = path.join(import.meta.dirname, '..');
export const launcher = path.join(standInFolder, 'electron');
export const fixture = (name: string): string => path.join(standInFolder, 'fixtures', name);

/** A userData folder that goes with the test. */
export function temporaryFolder(): Disposable & { path: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stand-in-test-'));
  return {
    path: folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

export interface Running {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  readonly exited: Promise<number | NodeJS.Signals>;
  /** The first line, old or new, that contains the text. */
  readonly line: (text: string) => Promise<string>;
  readonly errorLine: (text: string) => Promise<string>;
}

function collect(stream: NodeJS.ReadableStream): {
  lines: string[];
  find: (text: string) => Promise<string>;
} {
  const lines: string[] = [];
  const reader = createInterface({ input: stream });
  reader.on('line', (line) => lines.push(line));
  const find = async (text: string): Promise<string> => {
    for (;;) {
      const found = lines.find((line) => line.includes(text));
      if (found !== undefined) return found;
      await Promise.race([once(reader, 'line'), once(reader, 'close')]);
      if (!stream.readable && !lines.some((line) => line.includes(text))) {
        throw new Error(`ended without "${text}":\n${lines.join('\n')}`);
      }
    }
  };
  return { lines, find };
}

/** Starts an app on the stand-in as Electron would be started. */
export function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(launcher, args, { env: { ...process.env, ...env } });
  const output = collect(child.stdout);
  const errors = collect(child.stderr);
  return {
    process: child,
    lines: output.lines,
    errors: errors.lines,
    line: output.find,
    errorLine: errors.find,
    exited: once(child, 'close').then(
      ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
    ),
  };
}

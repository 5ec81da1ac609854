import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export const xvfb = '/usr/bin/Xvfb';

export interface Display extends AsyncDisposable {
  readonly name: string;
}

/** A screen that nobody sees. `more`: switches of Xvfb. */
export async function startDisplay(more: readonly string[] = []): Promise<Display> {
  const screen = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '800x600x24', ...more];
  const child = spawn(xvfb, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const numbers = child.stdio[3] as NodeJS.ReadableStream;
  const [line] = (await Promise.race([once(createInterface(numbers), 'line'), ended])) as [unknown];
  if (typeof line !== 'string') throw new Error('Xvfb did not start.');
  return {
    name: `:${line}`,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}

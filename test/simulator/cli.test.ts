import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

test('prints one JSON line, serves, and ends by a signal', async () => {
  const child = spawn(process.execPath, [cli, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { origin, clientId, drives } = JSON.parse(line) as {
    origin: string;
    clientId: string;
    drives: { key: string }[];
  };
  const state: unknown = await (await fetch(`${origin}/_control/state`)).json();
  expect(state).toMatchObject({ origin, clientId });
  expect(drives.map(({ key }) => key)).toContain('finance');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  // Windows ends it without asking.
  expect(await ended).toEqual(process.platform === 'win32' ? [null, 'SIGTERM'] : [0, null]);
});

test.each([['--nonsense'], ['--port', 'x'], ['stray']])('refuses %s', async (...flags) => {
  const child = spawn(process.execPath, [cli, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  expect((await once(child, 'close'))[0]).toBe(2);
  expect(complaint.trim().split('\n')).toHaveLength(1);
});

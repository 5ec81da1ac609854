import { spawn } from 'node:child_process';
import { beforeEach, expect, it } from 'vitest';
import { systemTryOut } from '../../src/main/try-out.ts';

type Started = Parameters<typeof spawn>;

let started: unknown[][];
/** Stands where npm would be started. */
let program: string;

const start = ((...asked: Started) => {
  started.push(asked);
  return spawn(program, ['-e', 'setTimeout(() => undefined, 60_000)'], { stdio: 'ignore' });
}) as typeof spawn;

const parts = {
  root: '/repository',
  isPackaged: false,
  platform: 'linux',
  environment: { PATH: '/bin', DRIVEBELL_GRAPH_URL: 'http://127.0.0.1:1' },
  start,
} as const;

beforeEach(() => {
  started = [];
  program = process.execPath;
});

it('is the demo, which is led nowhere by what leads this app', async () => {
  expect(await systemTryOut(parts)?.()).toEqual({ ok: true, value: undefined });
  expect(started).toMatchObject([['npm', ['run', 'demo'], { cwd: '/repository', shell: false }]]);
  expect(started[0]?.[2]).toMatchObject({ env: { PATH: '/bin' } });
  expect(JSON.stringify(started)).not.toContain('DRIVEBELL_');
});

it('is started once, however often it is asked for', async () => {
  const tryOut = systemTryOut(parts);
  await tryOut?.();
  await tryOut?.();
  expect(started).toHaveLength(1);
});

it('says so where npm is not to be had, and may be tried again', async () => {
  program = '/nowhere/npm';
  const tryOut = systemTryOut(parts);
  expect(await tryOut?.()).toEqual({ ok: false, code: 'try-out-failed' });
  await tryOut?.();
  expect(started).toHaveLength(2);
});

it('is not there in a packaged app', () => {
  expect(systemTryOut({ ...parts, isPackaged: true })).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { fixture, launcher, run, temporaryFolder } from './support/run-fixture.ts';

async function linesOf(...flags: string[]): Promise<{ lines: readonly string[]; code: unknown }> {
  using userData = temporaryFolder();
  const app = run([fixture('order'), `--user-data-dir=${userData.path}`, ...flags]);
  const code = await app.exited;
  return { lines: app.lines, code };
}

describe('ready', () => {
  test('waits for the whole entry module: a top-level await of it hangs', async () => {
    using userData = temporaryFolder();
    const app = run([
      '--remote-debugging-port=0',
      fixture('waiting'),
      `--user-data-dir=${userData.path}`,
    ]);
    await app.line('waiting');
    await app.errorLine('DevTools listening');
    app.process.stdin?.write('go on\n');
    expect(await app.line('ready')).toBe('ready false');
    await app.exited;
    expect(app.lines).not.toContain('the top-level await was passed');
  }, 30_000);

  test('comes even after an earlier quit', async () => {
    expect(await linesOf('--quit-first')).toStrictEqual({
      lines: [
        'before-quit',
        'will-quit',
        'quit',
        'entry evaluated, ready false',
        'ready',
        'still running',
        'exit 0',
      ],
      code: 0,
    });
  }, 30_000);
});

describe('ending', () => {
  test('quit: before-quit, the windows, will-quit, quit', async () => {
    expect(await linesOf()).toStrictEqual({
      lines: [
        'entry evaluated, ready false',
        'ready',
        'before-quit',
        'close',
        'still running',
        'closed',
        'will-quit',
        'quit',
        'exit 0',
      ],
      code: 0,
    });
  }, 30_000);

  test('exit: windows are destroyed without being asked', async () => {
    expect(await linesOf('--exit')).toStrictEqual({
      lines: ['entry evaluated, ready false', 'ready', 'closed', 'quit', 'still running', 'exit 3'],
      code: 3,
    });
  }, 30_000);

  test('process.exit means app.exit', async () => {
    const { lines, code } = await linesOf('--process-exit');
    expect({ code, last: lines.slice(-3) }).toStrictEqual({
      code: 4,
      last: ['quit', 'still running', 'exit 4'],
    });
  }, 30_000);

  test('SIGTERM quits', async () => {
    using userData = temporaryFolder();
    const app = run([fixture('order'), `--user-data-dir=${userData.path}`, '--and-wait']);
    await app.line('window is open');
    app.process.kill('SIGTERM');
    expect(await app.exited).toBe(0);
    expect(app.lines.slice(-6)).toStrictEqual([
      'before-quit',
      'close',
      'closed',
      'will-quit',
      'quit',
      'exit 0',
    ]);
  }, 30_000);
});

describe('arguments', () => {
  test('a file named by -r is loaded before the app, and what it patches is what the app uses', async () => {
    using userData = temporaryFolder();
    const app = run([
      '-r',
      `${fixture('patched')}/patch.cjs`,
      '--some-chromium-switch=1',
      fixture('patched'),
      `--user-data-dir=${userData.path}`,
    ]);
    await app.exited;
    expect(app.lines).toStrictEqual([
      'patched before the app',
      'app true true',
      'require true',
      'setToolTip Tip',
      'openExternal https://example.com/',
      'show Title Body',
      'shown',
    ]);
  }, 30_000);

  test('process.argv begins with Electron itself and keeps the order given', async () => {
    using userData = temporaryFolder();
    using other = temporaryFolder();
    const args = [fixture('single'), `--user-data-dir=${userData.path}`, '--flag'];
    const first = run(args);
    await first.line('"ready"');
    const second = run([...args, '--again', other.path]);
    expect(JSON.parse(await second.line('owned'))).toStrictEqual({ owned: false, has: false });
    expect(await second.exited).toBe(0);
    expect(JSON.parse(await first.line('argv'))).toStrictEqual({
      argv: [launcher, ...args, '--again', other.path],
      cwd: process.cwd(),
      isDate: true,
    });
    expect(await first.exited).toBe(0);
  }, 30_000);
});

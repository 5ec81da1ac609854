import { mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commands } from '../../src/core/ports.ts';
import { systemCommands } from '../../src/main/commands.ts';
import { Scripts } from '../support/script.ts';

let scripts: Scripts;
let commands: Commands;
let stop: AbortController;

beforeEach(() => {
  scripts = new Scripts();
  commands = systemCommands({ platform: process.platform, homeDir: scripts.dir });
  stop = new AbortController();
});

afterEach(() => {
  scripts[Symbol.dispose]();
});

const run = (program: string, input = '{}') =>
  commands.run(program, input, { signal: stop.signal });

describe('a program', () => {
  it('is given its input and nothing else, and ends', async () => {
    const program = scripts.write('ok', 'cat > "$0.in"; echo "$# arguments in $(pwd -P)"');
    const input = JSON.stringify({ name: '$(reboot) "; `id` äöü\u0000' });
    expect(await run(program, input)).toEqual({
      how: 'exit',
      exitCode: 0,
      output: `0 arguments in ${realpathSync(scripts.dir)}\n`,
    });
    expect(readFileSync(`${program}.in`, 'utf8')).toBe(input);
  });

  it('with an odd name is started as it is, by no shell', async () => {
    const program = scripts.write('a b; exit 7 & $(x)', 'echo here');
    expect(await run(program)).toMatchObject({ exitCode: 0, output: 'here\n' });
  });

  it('says how it went, by exit code and on both outputs', async () => {
    const program = scripts.write('fails', 'echo no >&2; exit 3');
    expect(await run(program)).toEqual({ how: 'exit', exitCode: 3, output: 'no\n' });
  });

  it('that a signal ended has the code that shells give it', async () => {
    expect(await run(scripts.write('dies', 'kill -TERM $$'))).toMatchObject({ exitCode: 143 });
  });

  it('need not read what it is given, however much', async () => {
    const program = scripts.write('deaf', 'exec <&-; echo deaf');
    expect(await run(program, 'x'.repeat(5_000_000))).toMatchObject({
      how: 'exit',
      exitCode: 0,
      output: 'deaf\n',
    });
  });

  it('may say more than anybody keeps', async () => {
    const program = scripts.write('floods', 'yes | head -c 20000000; exit 4');
    const end = await run(program);
    expect(end).toMatchObject({ how: 'exit', exitCode: 4 });
    expect(end.how === 'exit' ? end.output : '').toHaveLength(4096);
  });

  it.each(['missing', '.', 'plain', 'broken'])('that cannot be started: %s', async (name) => {
    scripts.write('plain', 'echo no', 0o644);
    scripts.write('broken', '', 0o755);
    const missing = scripts.write('broken', '');
    const path = name === 'broken' ? `${missing}\u0000` : join(scripts.dir, name);
    expect(await run(path)).toEqual({ how: 'not-started' });
  });
});

describe('an abort', () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as { port: number }).port;
  });

  afterEach(() => server.close());

  /** Up as soon as it has called, gone when its line is. */
  const caller = (): string =>
    `"${process.execPath}" -e 'require("net").connect(${port}, "127.0.0.1")'`;

  async function called(): Promise<Socket> {
    const [socket] = (await once(server, 'connection')) as [Socket];
    return socket.resume();
  }

  it.each([
    ['the program', () => `echo so far; exec ${caller()}`],
    ['what it has started', () => `echo so far; ${caller()} & wait`],
    ['what it has left behind', () => `echo so far; ${caller()} & exit 0`],
  ])('kills %s, and keeps what was said', async (_what, lines) => {
    const call = called();
    const running = run(scripts.write('hangs', lines()));
    const socket = await call;
    const gone = once(
      socket.on('error', () => undefined),
      'close',
    );
    stop.abort();
    expect(await running).toEqual({ how: 'stopped', output: 'so far\n' });
    await gone;
    expect(socket.destroyed).toBe(true);
  });

  it('before the start leaves nothing to kill', async () => {
    stop.abort();
    const program = scripts.write('late', 'echo > "$0.ran"');
    expect(await run(program)).toEqual({ how: 'stopped', output: '' });
    expect(await commands.canRun(`${program}.ran`)).toBe(false);
  });

  it('after the end changes nothing', async () => {
    const end = await run(scripts.write('ok', 'exit 0'));
    stop.abort();
    expect(end).toMatchObject({ exitCode: 0 });
  });
});

describe('whether it can be run', () => {
  it.each([
    ['a program', true],
    ['a link to one', true],
    ['a plain file', false],
    ['a folder', false],
    ['nothing', false],
  ])('%s: %s', async (name, can) => {
    symlinkSync(scripts.write('a program', ''), join(scripts.dir, 'a link to one'));
    scripts.write('a plain file', '', 0o644);
    mkdirSync(join(scripts.dir, 'a folder'));
    expect(await commands.canRun(join(scripts.dir, name))).toBe(can);
  });

  it.each([
    ['a.exe', true],
    ['A.EXE', true],
    ['a.com', true],
    ['a.bat', false],
    ['a.cmd', false],
    ['a.ps1', false],
    ['exe', false],
  ])('%s on Windows: %s', async (name, can) => {
    const windows = systemCommands({ platform: 'win32', homeDir: scripts.dir });
    expect(await windows.canRun(scripts.write(name, ''))).toBe(can);
  });
});

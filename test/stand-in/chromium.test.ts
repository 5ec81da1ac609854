import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import { fixture, run, temporaryFolder } from './support/run-fixture.ts';

/** Chromium's processes of one stand-in, by the profile folder in their command lines. */
function chromiumOf(pid: number | undefined): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`electron-stand-in-${pid}-`);
    } catch {
      return false;
    }
  });
}

const profilesOf = (pid: number | undefined, folder = os.tmpdir()): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(`electron-stand-in-${pid}-`));

describe.runIf(existsSync('/proc/self/cmdline'))('Chromium', () => {
  test.for(['SIGKILL', 'SIGTERM'] as const)(
    'is gone after %s',
    { timeout: 30_000 },
    async (signal) => {
      using userData = temporaryFolder();
      const app = run([fixture('order'), `--user-data-dir=${userData.path}`, '--and-wait']);
      await app.line('window is open');
      expect(chromiumOf(app.process.pid)).not.toStrictEqual([]);
      app.process.kill(signal);
      await app.exited;
      await vi.waitFor(() => expect(chromiumOf(app.process.pid)).toStrictEqual([]), 10_000);
      if (signal === 'SIGTERM') expect(profilesOf(app.process.pid)).toStrictEqual([]);
    },
  );

  test('a profile left by a killed one is cleared by the next', async () => {
    using userData = temporaryFolder();
    // Else whatever starts meanwhile, in another test file, would clear it.
    using profiles = temporaryFolder();
    const env = { TMPDIR: profiles.path };
    const args = [fixture('order'), `--user-data-dir=${userData.path}`];
    const killed = run([...args, '--and-wait'], env);
    await killed.line('window is open');
    killed.process.kill('SIGKILL');
    await killed.exited;
    await vi.waitFor(() => expect(chromiumOf(killed.process.pid)).toStrictEqual([]), 10_000);
    expect(profilesOf(killed.process.pid, profiles.path)).toHaveLength(1);
    await run(args, env).exited;
    expect(profilesOf(killed.process.pid, profiles.path)).toStrictEqual([]);
  });
});

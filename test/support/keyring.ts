import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDbusDaemon, type TestBus } from './test-bus.ts';

const daemon = '/usr/bin/gnome-keyring-daemon';
/** A key ring daemon, where this computer has one. */
export const keyringDaemon = existsSync(daemon) ? daemon : null;

/** As after a login: the first who asks for secrets has this bus start a key ring that is open. */
export async function startBusWithKeyring(program = keyringDaemon): Promise<TestBus> {
  if (program === null) throw new Error('Electron needs a key ring here: install gnome-keyring.');
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-keyring-'));
  const control = join(dir, 'control');
  mkdirSync(control, { mode: 0o700 });
  const start = `${program} --foreground --unlock --components=secrets --control-directory=${control}`;
  const bus = await startDbusDaemon(
    [{ name: 'org.freedesktop.secrets', command: `/bin/sh -c 'echo | exec ${start}'` }],
    { XDG_DATA_HOME: dir },
  );
  const stop = async (): Promise<void> => {
    await bus.stop();
    // The key ring ends by itself once its bus has, and may still be writing.
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address: bus.address, stop, [Symbol.asyncDispose]: stop };
}

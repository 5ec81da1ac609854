import { spawn } from 'node:child_process';
import { copyFile, open, realpath, rename, rm } from 'node:fs/promises';

/**
 * Puts a new AppImage in the place of the one that runs: whole or not at all, and under the name that
 * starters and autostart entries know. electron-updater would first delete the one, then move the other.
 */
export async function replaceAppImage(fresh: string, appImage: string): Promise<void> {
  const place = await realpath(appImage);
  const beside = `${place}.new`;
  try {
    await copyFile(fresh, beside);
    await using file = await open(beside, 'r+');
    await file.chmod(0o755);
    await file.sync();
    await rename(beside, place);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
}

/** Starts it, to go on when this one has ended. */
export function launchAppImage(appImage: string, environment: Environment): void {
  const env = withoutRunning(environment);
  const child = spawn(appImage, [], { env, stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What an AppImage tells its own programs, and the next one says for itself. */
const ofTheRunning = new Set(['APPDIR', 'APPIMAGE', 'ARGV0', 'OWD']);

export function withoutRunning(environment: Environment): Environment {
  const appDir = environment['APPDIR'];
  const kept = Object.entries(environment).filter(([name]) => !ofTheRunning.has(name));
  if (!appDir) return Object.fromEntries(kept);
  // Paths that lead into it, put before those of the person.
  return Object.fromEntries(
    kept.map(([name, value = '']) => [
      name,
      value
        .split(':')
        .filter((path) => !path.startsWith(appDir))
        .join(':'),
    ]),
  );
}

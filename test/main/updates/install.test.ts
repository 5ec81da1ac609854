import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NsisUpdater } from 'electron-updater';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemInstall } from '../../../src/main/updates/install.ts';
import { cacheDirOf, systemInstallation } from '../../../src/main/updates/system-updater.ts';
import { resetElectron, seen } from '../support/electron.ts';

let dir: string;
const in_ = (name: string): string => join(dir, name);

beforeEach(() => {
  resetElectron();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-install-'));
  writeFileSync(in_('fresh'), '#!/bin/sh\necho new > "$0.began"\n');
  writeFileSync(in_('Drivebell.AppImage'), 'old');
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

/** Of an updater only what is asked of it. */
function asked(calls: unknown[], answer = true): NsisUpdater {
  const hears =
    (what: string) =>
    (...args: readonly unknown[]) => {
      calls.push([what, ...args]);
      return answer;
    };
  return { install: hears('install'), quitAndInstall: hears('quitAndInstall') } as never;
}

describe('on Linux', () => {
  const execPath = '/tmp/.mount_Drive/drivebell';
  const parts = { platform: 'linux', execPath } as const;
  const updater = asked([]);

  it('the AppImage is put in its place, the app ends, and the new one begins after it', async () => {
    const environment = { ...process.env, APPIMAGE: in_('Drivebell.AppImage') };
    await systemInstall({ ...parts, environment })({ path: in_('fresh'), updater });
    expect(seen.ends).toEqual(['quit', 'lock released']);
    expect(existsSync(in_('fresh'))).toBe(false);
    await vi.waitFor(
      () => expect(readFileSync(in_('Drivebell.AppImage.began'), 'utf8')).toBe('new\n'),
      { timeout: 10_000 },
    );
  });

  it('nothing ends where the file cannot be put there', async () => {
    const environment = { APPIMAGE: in_('gone/Drivebell.AppImage') };
    const installing = systemInstall({ ...parts, environment })({ path: in_('fresh'), updater });
    await expect(installing).rejects.toThrow('ENOENT');
    expect([seen.ends, seen.onQuit, existsSync(in_('fresh'))]).toEqual([[], [], true]);
  });

  it('nothing ends where this is no AppImage', async () => {
    const installing = systemInstall({ ...parts, environment: {} })({
      path: in_('fresh'),
      updater,
    });
    await expect(installing).rejects.toThrow('Not an AppImage');
    expect(seen.ends).toEqual([]);
  });

  it('the AppImage of another program, that has started this one, stays as it is', async () => {
    const environment = { APPIMAGE: in_('Drivebell.AppImage'), APPDIR: '/tmp/.mount_Editor' };
    const installing = systemInstall({ ...parts, environment })({ path: in_('fresh'), updater });
    await expect(installing).rejects.toThrow('Not an AppImage');
    expect([seen.ends, readFileSync(in_('Drivebell.AppImage'), 'utf8')]).toEqual([[], 'old']);
  });
});

describe('on Windows', () => {
  const install = systemInstall({ platform: 'win32', environment: {}, execPath: '' });

  it('the installer runs without a word and starts the app again', async () => {
    const calls: unknown[] = [];
    await install({ path: in_('fresh'), updater: asked(calls) });
    expect([calls, seen.ends]).toEqual([[['install', true, true]], ['quit']]);
  });

  it('nothing ends where it does not start', async () => {
    await expect(install({ path: in_('fresh'), updater: asked([], false) })).rejects.toThrow(
      'did not start',
    );
    expect(seen.ends).toEqual([]);
  });
});

it('on macOS Squirrel does it', async () => {
  const calls: unknown[] = [];
  const install = systemInstall({ platform: 'darwin', environment: {}, execPath: '' });
  await install({ path: in_('fresh'), updater: asked(calls) });
  expect([calls, seen.ends]).toEqual([[['quitAndInstall']], []]);
});

describe('how it was installed', () => {
  const at = (isPackaged: boolean, environment = {}): unknown =>
    systemInstallation({
      platform: 'linux',
      environment,
      execPath: '/opt/drivebell/drivebell',
      isPackaged,
      resourcesDir: dir,
    });

  it('is what its package says', () => {
    writeFileSync(in_('package-type'), 'deb');
    expect([at(true), at(false)]).toEqual(['deb', 'development']);
  });

  it('is an archive where nothing says so', () => {
    expect(at(true)).toBe('archive');
  });

  it('is an archive where another program’s AppImage has started it', () => {
    const environment = { APPIMAGE: '/home/ada/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' };
    expect(at(true, environment)).toBe('archive');
    expect(at(true, { ...environment, APPDIR: '/opt/drivebell' })).toBe('self');
  });
});

it.each([
  ['linux', {}, '/home/ada/.cache'],
  ['linux', { XDG_CACHE_HOME: '/var/tmp/ada' }, '/var/tmp/ada'],
  ['darwin', {}, '/home/ada/Library/Caches'],
  ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local'],
] as const)(
  '%s keeps what was downloaded where the system keeps such things',
  (platform, environment, path) => {
    expect(cacheDirOf({ platform, environment, homeDir: '/home/ada' })).toBe(path);
  },
);

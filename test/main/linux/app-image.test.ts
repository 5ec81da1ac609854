import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  launchAppImage,
  replaceAppImage,
  withoutRunning,
} from '../../../src/main/linux/app-image.ts';

let dir: string;
let appImage: string;
let fresh: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drivebell-app-image-'));
  appImage = join(dir, 'Drivebell-1.0.0.AppImage');
  fresh = join(dir, 'fresh');
  writeFileSync(appImage, 'the old one', { mode: 0o755 });
  writeFileSync(fresh, '#!/bin/sh\necho "$APPDIR|$PATH" > "$0.said"\n', { mode: 0o600 });
});

afterEach(() => {
  chmodSync(dir, 0o700);
  rmSync(dir, { recursive: true });
});

describe('a new AppImage', () => {
  it('takes the place of the old one, under its name, and can be run', async () => {
    await replaceAppImage(fresh, appImage);
    expect(readFileSync(appImage, 'utf8')).toBe(readFileSync(fresh, 'utf8'));
    expect(statSync(appImage).mode & 0o777).toBe(0o755);
    execFileSync(appImage);
    expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('takes the place of what a link leads to', async () => {
    const link = join(dir, 'drivebell');
    symlinkSync(appImage, link);
    await replaceAppImage(fresh, link);
    expect(readFileSync(appImage, 'utf8')).toContain('APPDIR');
    expect(readFileSync(link, 'utf8')).toContain('APPDIR');
  });

  it('leaves the old one where it cannot be read', async () => {
    await expect(replaceAppImage(join(dir, 'gone'), appImage)).rejects.toThrow('ENOENT');
    expect([readFileSync(appImage, 'utf8'), existsSync(`${appImage}.new`)]).toEqual([
      'the old one',
      false,
    ]);
  });

  it('is started as if from outside of the old one', async () => {
    await replaceAppImage(fresh, appImage);
    const environment = {
      ...process.env,
      APPDIR: '/tmp/.mount_a',
      PATH: '/tmp/.mount_a/bin:/usr/bin',
    };
    launchAppImage(appImage, environment);
    await vi.waitFor(() => expect(readFileSync(`${appImage}.said`, 'utf8')).toBe('|/usr/bin\n'), {
      timeout: 10_000,
    });
  });
});

it('tells the new one nothing of the old', () => {
  const running = {
    APPIMAGE: appImage,
    APPDIR: '/tmp/.mount_a',
    ARGV0: './Drivebell',
    OWD: '/home/ada',
    LD_LIBRARY_PATH: '/tmp/.mount_a/usr/lib',
    XDG_DATA_DIRS: '/tmp/.mount_a/usr/share/:/usr/share',
    LANG: 'de_AT.UTF-8',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus',
  };
  expect(withoutRunning(running)).toEqual({
    LD_LIBRARY_PATH: '',
    XDG_DATA_DIRS: '/usr/share',
    LANG: 'de_AT.UTF-8',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus',
  });
});

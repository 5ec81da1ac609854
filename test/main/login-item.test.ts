import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoginItem } from '../../src/core/desktop/login-item.ts';
import { systemLoginItem, wasOpenedAtLogin } from '../../src/main/login-item.ts';
import { heardLog } from '../core/support/doubles.ts';
import { given, resetElectron } from './support/electron.ts';

const done = { ok: true, value: undefined };
const failed = { ok: false, code: 'login-item-failed' };

let home: string;

beforeEach(() => {
  resetElectron();
  home = mkdtempSync(join(tmpdir(), 'drivebell-login-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function create(platform: NodeJS.Platform, isPackaged = true): LoginItem {
  given.platform = platform;
  return systemLoginItem({
    platform,
    isPackaged,
    environment: { XDG_CONFIG_HOME: home, APPIMAGE: '/home/ada/My "Bell".AppImage' },
    execPath: '/tmp/.mount_x/drivebell',
    log: heardLog(),
  });
}

/** Switched on, off and on again, as it is read back each time. */
function toggled(item: LoginItem): readonly unknown[] {
  return [item.state(), item.set(true), item.state(), item.set(false), item.state()];
}

describe.each(['linux', 'win32', 'darwin'] as const)('on %s', (platform) => {
  it('is off, until it is switched on', () => {
    expect(toggled(create(platform))).toEqual(['off', done, 'on', done, 'off']);
  });

  it('is no part of a build that is not installed', () => {
    const item = create(platform, false);
    expect([item.state(), item.set(true)]).toEqual(['not-installed', failed]);
    expect([given.loginItem.entry, readdirSync(home)]).toEqual([null, []]);
  });
});

describe('the autostart file', () => {
  const path = (): string => join(home, 'autostart', 'drivebell.desktop');

  it('starts the AppImage, whole or not at all', () => {
    create('linux').set(true);
    expect(readFileSync(path(), 'utf8')).toContain(
      String.raw`Exec="/home/ada/My \\"Bell\\".AppImage" --hidden`,
    );
    expect(readdirSync(join(home, 'autostart'))).toEqual(['drivebell.desktop']);
  });

  it('that another tool has hidden is off, and is written anew', () => {
    const item = create('linux');
    item.set(true);
    writeFileSync(path(), `${readFileSync(path(), 'utf8')}Hidden=true\n`);
    expect([item.state(), item.set(true), item.state()]).toEqual(['off', done, 'on']);
  });

  it('is gone when it is switched off, and may be gone before', () => {
    const item = create('linux');
    item.set(true);
    expect([item.set(false), existsSync(path()), item.set(false)]).toEqual([done, false, done]);
  });

  it('in the place of which a file lies is a failure', () => {
    writeFileSync(join(home, 'autostart'), '');
    const item = create('linux');
    expect([item.set(true), item.state(), item.set(false)]).toEqual([failed, 'off', done]);
  });
});

describe('Windows', () => {
  it('starts it without a window', () => {
    create('win32').set(true);
    expect(given.loginItem.entry).toEqual({ args: ['--hidden'] });
  });

  it('does not start what was switched off in its Task Manager, until it is switched on here', () => {
    const item = create('win32');
    item.set(true);
    given.loginItem.isSwitchedOff = true;
    expect([item.state(), item.set(true), item.state()]).toEqual(['off', done, 'on']);
  });
});

describe('macOS', () => {
  it('may want the person to allow it', () => {
    given.loginItem.wantsApproval = true;
    expect(toggled(create('darwin'))).toEqual(['off', done, 'needs-approval', done, 'off']);
  });

  it('may refuse, without a word', () => {
    given.loginItem.refuses = true;
    const item = create('darwin');
    expect([item.set(true), item.state()]).toEqual([failed, 'off']);
  });

  it.each<[NodeJS.Platform, boolean]>([
    ['darwin', true],
    ['win32', false],
    ['linux', false],
  ])('alone says that it has opened the app: on %s %j', (platform, expected) => {
    given.platform = platform;
    given.loginItem.hasOpened = true;
    expect(wasOpenedAtLogin(platform)).toBe(expected);
  });
});

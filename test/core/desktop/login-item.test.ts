import { expect, it } from 'vitest';
import {
  loginItemState,
  settled,
  type SystemAnswer,
} from '../../../src/core/desktop/login-item.ts';
import type { LoginItemState } from '../../../src/shared/login-item.ts';

it.each<[NodeJS.Platform, SystemAnswer, LoginItemState]>([
  ['darwin', { openAtLogin: true, status: 'enabled' }, 'on'],
  ['darwin', { openAtLogin: true }, 'on'],
  ['darwin', { openAtLogin: false, status: 'not-registered' }, 'off'],
  ['darwin', { openAtLogin: false, status: 'not-found' }, 'off'],
  ['darwin', { openAtLogin: false, status: 'requires-approval' }, 'needs-approval'],
  ['win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
  ['win32', { openAtLogin: true, executableWillLaunchAtLogin: false }, 'off'],
  ['win32', { openAtLogin: false, executableWillLaunchAtLogin: true }, 'off'],
])('on %s, %j is %s', (platform, answer, state) => {
  expect(loginItemState(platform, answer)).toBe(state);
});

it.each<[boolean, LoginItemState, boolean]>([
  [true, 'on', true],
  [true, 'needs-approval', true],
  [true, 'off', false],
  [false, 'off', true],
  [false, 'on', false],
])('wanted %j and %s: %j', (wanted, state, ok) => {
  expect(settled(wanted, state).ok).toBe(ok);
});

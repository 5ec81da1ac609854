import { beforeEach, expect, it } from 'vitest';
import { SystemShortcut } from '../../src/main/shortcut.ts';
import { heardLog } from '../core/support/doubles.ts';
import { given, resetElectron, seen } from './support/electron.ts';

let pressed: number;
let shortcut: SystemShortcut;

beforeEach(() => {
  resetElectron();
  pressed = 0;
  shortcut = new SystemShortcut(() => (pressed += 1), heardLog());
});

const watched = (): readonly string[] => [...seen.shortcuts.keys()];

it('is watched for in place of the one before', () => {
  expect(shortcut.set('Control+Alt+D')).toBe(true);
  expect(shortcut.set('Control+Alt+E')).toBe(true);
  expect(watched()).toEqual(['Control+Alt+E']);
  seen.shortcuts.get('Control+Alt+E')?.();
  expect(pressed).toBe(1);
  expect([shortcut.set(null), watched()]).toEqual([true, []]);
});

it('stays where another program has the new one, or Electron does not know it', () => {
  shortcut.set('Control+Alt+D');
  given.shortcutsTaken = ['Control+Alt+T'];
  expect([shortcut.set('Control+Alt+T'), shortcut.set('Control+Ä')]).toEqual([false, false]);
  expect(watched()).toEqual(['Control+Alt+D']);
});

it('is asked for once', () => {
  shortcut.set('Control+Alt+D');
  given.shortcutsTaken = ['Control+Alt+D'];
  expect(shortcut.set('Control+Alt+D')).toBe(true);
});

it('means nothing once it is given up, whatever the desktop goes on telling', () => {
  shortcut.set('Control+Alt+D');
  const press = seen.shortcuts.get('Control+Alt+D');
  shortcut.set(null);
  press?.();
  expect(pressed).toBe(0);
});

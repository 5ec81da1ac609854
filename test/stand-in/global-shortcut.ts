import type { GlobalShortcut } from 'electron';
import { lifecycle } from './lifecycle.ts';
import { loud } from './strict.ts';

const modifiers = new Set(['shift', 'control', 'alt', 'altgr', 'command']);
const named =
  'space tab capslock numlock scrolllock backspace delete insert return up down left right home end pageup pagedown escape printscreen plus'.split(
    ' ',
  );

const sameAs: Readonly<Record<string, string>> = {
  ctrl: 'control',
  commandorcontrol: 'control',
  cmdorctrl: 'control',
  cmd: 'command',
  super: 'command',
  meta: 'command',
  option: 'alt',
  enter: 'return',
  esc: 'escape',
};

/** Nobody presses keys here: what is registered is only kept. */
const registered = new Map<string, () => void>();

function checkReady(): void {
  if (!lifecycle.ready) throw new Error('globalShortcut cannot be used before the app is ready');
}

/** One spelling for all that Electron takes for the same; in its words what it does not take. */
function accelerator(text: string): string {
  const tokens = text
    .split('+')
    .map((token) => token.trim().toLowerCase())
    .filter((token) => token !== '')
    .map((token) => sameAs[token] ?? token);
  const keys = tokens.filter((token) => !modifiers.has(token));
  const isKey = (key: string): boolean =>
    named.includes(key) || /^(?:f\d{1,2}|num\d|[\u0020-\u007E])$/u.test(key);
  if (keys.length === 0 || !keys.every((key) => isKey(key))) {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${text}`);
  }
  return [...new Set(tokens.filter((token) => modifiers.has(token)))]
    .toSorted()
    .concat(keys.slice(-1))
    .join('+');
}

export const globalShortcut = loud('globalShortcut', {
  register: (text, callback) => {
    checkReady();
    const keys = accelerator(text);
    if (registered.has(keys)) return false;
    registered.set(keys, callback);
    return true;
  },
  isRegistered: (text) => registered.has(accelerator(text)),
  unregister: (text) => {
    checkReady();
    registered.delete(accelerator(text));
  },
  unregisterAll: () => {
    checkReady();
    registered.clear();
  },
} satisfies Pick<GlobalShortcut, 'register' | 'isRegistered' | 'unregister' | 'unregisterAll'>);

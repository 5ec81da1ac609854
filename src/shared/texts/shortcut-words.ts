import type { System } from './reason-words.ts';
import type { AnyKey, TranslateAny } from './translate-any.ts';

const keys = {
  Control: 'key.control',
  Alt: 'key.alt',
  Shift: 'key.shift',
  Space: 'key.space',
  Return: 'key.return',
  Delete: 'key.delete',
  Backspace: 'key.backspace',
  Up: 'key.up',
  Down: 'key.down',
  Left: 'key.left',
  Right: 'key.right',
} as const satisfies Record<string, AnyKey>;

const onMac: Readonly<Record<string, string>> = {
  Command: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};

/** Keys as they are written on this system's keyboards: "Ctrl + Alt + D". */
export function shortcutWords(t: TranslateAny, shortcut: string, system: System): string {
  return shortcut
    .split('+')
    .map((key) => keyWords(t, key, system))
    .join(system === 'mac' ? '\u2009' : ' + ');
}

function keyWords(t: TranslateAny, key: string, system: System): string {
  if (system === 'mac' && key in onMac) return onMac[key] ?? key;
  if (key === 'Super' || key === 'Command') return system === 'windows' ? 'Windows' : 'Super';
  return key in keys ? t(keys[key as keyof typeof keys]) : key;
}

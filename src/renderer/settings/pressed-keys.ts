import type { System } from '../../shared/texts/reason-words.ts';

/** What is asked of a key event; React's are no events of the page. */
type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

/** The keys held, as Electron names them; null: no other key than those that are held with one. */
export function pressedKeys(pressed: Pressed, system: System): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed;
  return [
    metaKey && (system === 'mac' ? 'Command' : 'Super'),
    ctrlKey && 'Control',
    altKey && 'Alt',
    shiftKey && 'Shift',
    key,
  ]
    .filter((part) => part !== false)
    .join('+');
}

function keyOf({ key, code }: Pressed): string | null {
  if (/^[a-z\d]$/iu.test(key)) return key.toUpperCase();
  if (/^F\d{1,2}$/u.test(key)) return key;
  // With some keys held, and on keyboards without Latin letters, the key writes something else.
  const [, letter] = /^(?:Key|Digit)([A-Z\d])$/u.exec(code) ?? [];
  return letter ?? named[key] ?? null;
}

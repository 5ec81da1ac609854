/** As Electron names them; the order in which they are written. */
const modifiers = ['CommandOrControl', 'Command', 'Control', 'Super', 'Alt', 'Shift'] as const;
const key =
  /^(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4])|Space|Tab|Backspace|Delete|Insert|Return|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/u;

/**
 * Whether these are keys that the system can watch for: at least one modifier that is not only Shift,
 * and one other key, as in "Control+Alt+D". Function keys need no modifier.
 */
export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const last = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  const isKnown = held.every((part) => modifiers.some((one) => one === part));
  if (!isKnown || new Set(held).size !== held.length || !key.test(last)) return false;
  const isSafe = held.some((part) => part !== 'Shift');
  return isSafe || /^F\d+$/.test(last);
}

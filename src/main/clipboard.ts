import { clipboard } from 'electron';
import type { Clipboard, Log } from '../core/ports.ts';

export function systemClipboard(log: Log): Clipboard {
  return {
    write: async (text) => {
      try {
        await clipboard.writeText(text);
        return true;
      } catch {
        log.warn('clipboard-did-not-take');
        return false;
      }
    },
  };
}

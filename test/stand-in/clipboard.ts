import type { Clipboard } from 'electron';
import { loud } from './strict.ts';

let text = '';

/** Text only, and this process's own. */
export const clipboard = loud('clipboard', {
  readText: async () => text,
  // Not async: what cannot be converted is thrown before there is a promise.
  writeText: (written: string) => {
    if (typeof written !== 'string') {
      throw new TypeError('Error processing argument at index 0, conversion failure');
    }
    text = written;
    return Promise.resolve();
  },
  has: async (format: string) => format === 'text/plain' && text !== '',
  clear: () => {
    text = '';
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'has' | 'clear'>);

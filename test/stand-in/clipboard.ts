import type { Clipboard } from 'electron';
import { loud } from './strict.ts';

let text = '';

/** Text only, and this process's own. */
export const clipboard = loud('clipboard', {
  readText: async () => text,
  writeText: async (written: string) => {
    text = written;
  },
  has: async (format: string) => format === 'text/plain' && text !== '',
  clear: () => {
    text = '';
  },
} satisfies Pick<Clipboard, 'readText' | 'writeText' | 'has' | 'clear'>);

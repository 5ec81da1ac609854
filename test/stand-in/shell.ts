import type { Shell } from 'electron';
import { loud } from './strict.ts';

/** Nothing leaves the test: these succeed and do nothing. Specs patch them to see what was asked. */
export const shell = loud('shell', {
  openExternal: async (url: string) => {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
  },
  openPath: async (_path: string) => '',
  showItemInFolder: (_path: string) => {},
  beep: () => {},
} satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>);

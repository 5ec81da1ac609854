import { shell } from 'electron';
import type { Browser, Log } from '../core/ports.ts';
import { mapOrigin } from './options.ts';

/** The system browser. Which links may be opened at all is the core's to decide. */
export function systemBrowser(standIns: ReadonlyMap<string, string>, log: Log): Browser {
  return {
    open: async (url) => {
      try {
        await shell.openExternal(mapOrigin(url, standIns));
        return true;
      } catch {
        log.warn('browser-did-not-open');
        return false;
      }
    },
  };
}

/** Shows a file where it lies, in the system's own window for files. */
export function showInFolder(path: string): void {
  shell.showItemInFolder(path);
}

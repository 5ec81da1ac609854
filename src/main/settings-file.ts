import { open } from 'node:fs/promises';
import { type BaseWindow, dialog } from 'electron';
import type { SettingsFile } from '../core/ports.ts';
import type { Translate } from '../shared/texts/translate.ts';
import { writeDurably } from './durable-write.ts';

export interface SettingsFileParts {
  readonly t: Translate;
  /** The window that asks; null: it has been closed. */
  readonly parent: () => BaseWindow | null;
}

const mostBytes = 4 * 1024 * 1024;

/** The system's dialogs for files, over the window that asks for them. */
export function systemSettingsFile({ t, parent }: SettingsFileParts): SettingsFile {
  const filters = (): Electron.FileFilter[] => [
    { name: t('settings-file.kind'), extensions: ['json'] },
  ];
  return {
    write: async (text) => {
      const window = parent();
      if (!window) return 'cancelled';
      const title = t('settings-file.save');
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        // macOS shows no title.
        message: title,
        defaultPath: 'drivebell-settings.json',
        filters: filters(),
        properties: ['showOverwriteConfirmation'],
      });
      if (canceled || filePath === '') return 'cancelled';
      try {
        await writeDurably(filePath, text);
        return 'done';
      } catch {
        return 'failed';
      }
    },
    read: async () => {
      const window = parent();
      if (!window) return { how: 'cancelled' };
      const title = t('settings-file.open');
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title,
        message: title,
        filters: filters(),
        properties: ['openFile'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return { how: 'cancelled' };
      const text = await readSmall(path);
      return text === null ? { how: 'failed' } : { how: 'done', text };
    },
  };
}

/** Null: it cannot be read, or is far larger than any of ours. */
async function readSmall(path: string): Promise<string | null> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    return size > mostBytes ? null : await file.readFile('utf8');
  } catch {
    return null;
  }
}

import { type BaseWindow, dialog } from 'electron';
import type { ProgramChoice } from '../core/ports.ts';
import type { Translate } from '../shared/texts/translate.ts';

export interface ProgramChoiceParts {
  readonly t: Translate;
  readonly platform: NodeJS.Platform;
  /** The window that asks; null: it has been closed. */
  readonly parent: () => BaseWindow | null;
}

/** The system's dialog for files, over the window that asks for it. */
export function systemProgramChoice({ t, platform, parent }: ProgramChoiceParts): ProgramChoice {
  return {
    choose: async () => {
      const window = parent();
      if (!window) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('hook.choose.title'),
        // macOS shows no title.
        message: t('hook.choose.title'),
        buttonLabel: t('hook.choose.button'),
        properties: ['openFile'],
        ...(platform === 'win32' && {
          filters: [{ name: t('hook.choose.programs'), extensions: ['exe', 'com'] }],
        }),
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

import type { BaseWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { lifecycle } from './lifecycle.ts';
import { showOpenDialog } from './open-dialog.ts';
import { showSaveDialog } from './save-dialog.ts';
import { loud } from './strict.ts';

function checkReady(): void {
  if (!lifecycle.ready) throw new Error('dialog module can only be used after app is ready');
}

/** Which button Escape or the window's cross would press. */
function cancelled({ buttons = [], cancelId, defaultId }: MessageBoxOptions): number {
  if (cancelId !== undefined) return cancelId;
  const named = buttons.findIndex((label) => ['cancel', 'no'].includes(label.toLowerCase()));
  if (named >= 0) return named;
  return defaultId === 0 && buttons.length > 1 ? 1 : 0;
}

/** Nobody is there to answer: a message box is printed and cancelled at once. */
async function showMessageBox(
  windowOrOptions: BaseWindow | MessageBoxOptions,
  maybeOptions?: MessageBoxOptions,
): Promise<MessageBoxReturnValue> {
  checkReady();
  const options = maybeOptions ?? (windowOrOptions as MessageBoxOptions);
  process.stderr.write(`${options.title ?? ''}\n${options.message}\n${options.detail ?? ''}\n`);
  return { response: cancelled(options), checkboxChecked: options.checkboxChecked ?? false };
}

export const dialog = loud('dialog', {
  showMessageBox,
  // The one function usable before ready: Linux then writes to stderr too.
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
  showOpenDialog,
  showSaveDialog,
});

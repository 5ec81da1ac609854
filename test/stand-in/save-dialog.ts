import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { BrowserWindow } from './browser-window.ts';
import { checkDialog } from './open-dialog.ts';

const known = new Set([
  'showHiddenFiles',
  'createDirectory',
  'treatPackageAsDirectory',
  'showOverwriteConfirmation',
  'dontAddToRecent',
]);

/** Nobody is there to choose: it is cancelled at once. */
export function showSaveDialog(
  windowOrOptions?: BrowserWindow | SaveDialogOptions | null,
  maybeOptions?: SaveDialogOptions,
): Promise<SaveDialogReturnValue> {
  const isWindow = !windowOrOptions || windowOrOptions instanceof BrowserWindow;
  const window = isWindow ? windowOrOptions : null;
  const options = (isWindow ? maybeOptions : windowOrOptions) ?? {};
  checkDialog(window, options, known);
  const { nameFieldLabel = '' } = options;
  if (typeof nameFieldLabel !== 'string') throw new TypeError('Name field label must be a string');
  return Promise.resolve({ canceled: true, filePath: '' });
}

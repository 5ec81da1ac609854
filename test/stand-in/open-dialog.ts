import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import { BrowserWindow } from './browser-window.ts';
import { lifecycle } from './lifecycle.ts';

const known = new Set([
  'openFile',
  'openDirectory',
  'multiSelections',
  'showHiddenFiles',
  'createDirectory',
  'promptToCreate',
  'noResolveAliases',
  'treatPackageAsDirectory',
  'dontAddToRecent',
]);

/** In Electron's words and order. Not async: what is wrong is thrown before there is a promise. */
function checkOptions(options: OpenDialogOptions): void {
  const { properties = ['openFile'], title = '', buttonLabel = '' } = options;
  const { defaultPath = '', message = '', filters = [] } = options;
  if (!Array.isArray(properties)) throw new TypeError('Properties must be an array');
  const texts = { Title: title, 'Button label': buttonLabel, 'Default path': defaultPath };
  for (const [name, text] of Object.entries({ ...texts, Message: message })) {
    if (typeof text !== 'string') throw new TypeError(`${name} must be a string`);
  }
  // Electron passes over these without a word.
  const unknown = properties.find((property) => !known.has(property));
  if (unknown !== undefined) throw new Error(`stand-in: no property of a dialog: ${unknown}`);
  for (const { name, extensions } of filters) {
    const isGood = (one: string): boolean => one === '*' || /^[^.*]/.test(one);
    if (typeof name !== 'string' || !extensions.every((one) => isGood(one))) {
      throw new Error('stand-in: a filter has a name, and extensions without wildcards or dots');
    }
  }
}

/** Nobody is there to choose: it is cancelled at once. */
export function showOpenDialog(
  windowOrOptions?: BrowserWindow | OpenDialogOptions | null,
  maybeOptions?: OpenDialogOptions,
): Promise<OpenDialogReturnValue> {
  if (!lifecycle.ready) throw new Error('dialog module can only be used after app is ready');
  const isWindow = !windowOrOptions || windowOrOptions instanceof BrowserWindow;
  if (isWindow && windowOrOptions?.isDestroyed()) throw new TypeError('Object has been destroyed');
  checkOptions((isWindow ? maybeOptions : windowOrOptions) ?? {});
  return Promise.resolve({ canceled: true, filePaths: [] });
}

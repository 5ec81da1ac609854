import type { OpenDialogOptions, OpenDialogReturnValue, SaveDialogOptions } from 'electron';
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
export function checkDialog(
  window: BrowserWindow | null | undefined,
  options: OpenDialogOptions | SaveDialogOptions,
  properties: ReadonlySet<string>,
): void {
  if (!lifecycle.ready) throw new Error('dialog module can only be used after app is ready');
  if (window?.isDestroyed()) throw new TypeError('Object has been destroyed');
  const { title = '', buttonLabel = '' } = options;
  const { defaultPath = '', message = '', filters = [] } = options;
  const texts = { Title: title, 'Button label': buttonLabel, 'Default path': defaultPath };
  for (const [name, text] of Object.entries({ ...texts, Message: message })) {
    if (typeof text !== 'string') throw new TypeError(`${name} must be a string`);
  }
  // Electron passes over these without a word.
  const unknown = (options.properties ?? []).find((property) => !properties.has(property));
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
  const isWindow = !windowOrOptions || windowOrOptions instanceof BrowserWindow;
  const window = isWindow ? windowOrOptions : null;
  const options = (isWindow ? maybeOptions : windowOrOptions) ?? {};
  const { properties = ['openFile'] } = options;
  if (lifecycle.ready && !Array.isArray(properties)) {
    throw new TypeError('Properties must be an array');
  }
  checkDialog(window, options, known);
  return Promise.resolve({ canceled: true, filePaths: [] });
}

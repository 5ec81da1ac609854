import type { BrowserWindowConstructorOptions } from 'electron';

/** Played, or without an effect that a test could see. */
const understood = new Set([
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'maxWidth',
  'maxHeight',
  'center',
  'title',
  'icon',
  'show',
  'resizable',
  'minimizable',
  'maximizable',
  'closable',
  'fullscreenable',
  'skipTaskbar',
  'autoHideMenuBar',
  'backgroundColor',
  'darkTheme',
  'paintWhenInitiallyHidden',
  'webPreferences',
  'useContentSize',
  'titleBarStyle',
  'accentColor',
]);

export function checkWindowOptions(options: BrowserWindowConstructorOptions): void {
  for (const key of Object.keys(options)) {
    if (!understood.has(key)) {
      throw new Error(`stand-in: BrowserWindow option ${key} is not implemented`);
    }
  }
}

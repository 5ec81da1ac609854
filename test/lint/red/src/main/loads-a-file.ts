// eslint(no-restricted-properties) The page is served over app://
import type { BrowserWindow } from 'electron';

export const load = (window: BrowserWindow): Promise<void> => window.loadFile('index.html');

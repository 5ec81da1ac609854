// drivebell(one-place) Only src/main/window.ts calls loadURL
import type { BrowserWindow } from 'electron';

export const load = (window: BrowserWindow): Promise<void> => window.loadURL('app://bundle/');

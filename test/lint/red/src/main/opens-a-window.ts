// drivebell(one-adapter) Only src/main/window.ts uses BrowserWindow
import { BrowserWindow } from 'electron';

export const open = (): BrowserWindow => new BrowserWindow();

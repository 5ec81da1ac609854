import { BrowserWindow } from 'electron';

export const open = (): BrowserWindow =>
  new BrowserWindow({ webPreferences: { sandbox: true, nodeIntegration: false } });

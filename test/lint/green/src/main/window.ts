import { BrowserWindow } from 'electron';

export function open(): Promise<void> {
  const window = new BrowserWindow({ webPreferences: { sandbox: true, nodeIntegration: false } });
  return window.loadURL('app://bundle/');
}

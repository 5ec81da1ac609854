import { ipcMain } from 'electron';

export const answer = (): void => ipcMain.handle('drivebell:ping', () => 'pong');

// drivebell(one-adapter) Only src/main/ipc.ts uses ipcMain
import { ipcMain } from 'electron';

export const answer = (): void => ipcMain.handle('drivebell:ping', () => 'pong');

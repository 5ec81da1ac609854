// drivebell(no-unsafe-preference) sandbox: false
import { BrowserWindow } from 'electron';

export const open = (): BrowserWindow => new BrowserWindow({ webPreferences: { sandbox: false } });

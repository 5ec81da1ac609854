// drivebell(one-adapter) by name
import * as electron from 'electron';

export const open = (url: string): Promise<void> => electron.shell.openExternal(url);

// drivebell(one-adapter) Only src/main/shell.ts uses shell
import { shell } from 'electron';

export const open = (url: string): Promise<void> => shell.openExternal(url);

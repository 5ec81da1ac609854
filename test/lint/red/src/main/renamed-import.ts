// drivebell(one-adapter) Only src/main/shell.ts uses shell
import { shell as desktop } from 'electron';

export const open = (url: string): Promise<void> => desktop.openExternal(url);

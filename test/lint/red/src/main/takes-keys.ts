// drivebell(one-adapter) Only src/main/shortcut.ts uses globalShortcut
import { globalShortcut } from 'electron';

export const use = (): unknown => globalShortcut.unregisterAll();

// drivebell(one-adapter) Only src/main/tray.ts uses Tray
import { Tray } from 'electron';

export const tray = (icon: string): Tray => new Tray(icon);

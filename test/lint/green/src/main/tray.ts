import { Tray } from 'electron';

export const tray = (icon: string): Tray => new Tray(icon);

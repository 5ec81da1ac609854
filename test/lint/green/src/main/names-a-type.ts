import { app, type Session } from 'electron';
import type { BrowserWindow, Tray } from 'electron';

export interface Parts {
  readonly window: BrowserWindow;
  readonly tray: Tray;
  readonly session: Session;
}
export const isReady = (): boolean => app.isReady();

import type { ClientRequest } from 'node:http';
import type { AppUpdater } from 'electron-updater';

export const load = async (): Promise<AppUpdater> =>
  (await import('electron-updater')).default.autoUpdater;
export const isOver = (request: ClientRequest): boolean => request.destroyed;

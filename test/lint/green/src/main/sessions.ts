import { session } from 'electron';

export const page = (): Electron.Session => session.fromPartition('page');

// drivebell(one-adapter) Only src/main/sessions.ts uses session
import { session } from 'electron';

export const page = (): Electron.Session => session.fromPartition('page');

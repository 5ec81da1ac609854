// drivebell(one-place) Only src/main/index.ts calls whenReady
import { app } from 'electron';

export const wait = (): Promise<void> => app.whenReady();

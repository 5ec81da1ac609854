// node(no-top-level-await) top-level
import { app } from 'electron';

await app.whenReady();

export const ready = true;

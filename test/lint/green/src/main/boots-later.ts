import { app } from 'electron';

void app.whenReady().then(() => import('./asks-core.ts'));

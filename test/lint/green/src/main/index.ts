import { app } from 'electron';

delete process.env['DEBUG'];
void app.whenReady().then(() => import('./asks-core.ts'));

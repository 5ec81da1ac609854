// drivebell(one-user) What is taken is imported
import { createRequire } from 'node:module';

export const electron: unknown = createRequire(import.meta.url)('electron');

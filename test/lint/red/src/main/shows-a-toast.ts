// drivebell(one-adapter) Only src/main/toasts/electron-toasts.ts uses Notification
import { Notification } from 'electron';

export const show = (title: string): void => new Notification({ title }).show();
